package apws.officer;

import static apws.officer.Service.NORTH;
import static apws.officer.Service.SOUTH;
import static apws.officer.Service.TODAY;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import apws.casework.Case;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.officer.Allocation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whose case it becomes (S2-04). */
class AllocationsTest {

    @Nested
    class OnH2 extends OnADatabase {

        @Override
        Service start() {
            return Service.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {

        @Override
        Service start() throws Exception {
            return Service.onPostgres();
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class OnADatabase {

        private Service service;

        abstract Service start() throws Exception;

        @BeforeAll
        void begin() throws Exception {
            service = start();
        }

        @AfterEach
        void empty() {
            service.clear();
        }

        @AfterAll
        void end() throws Exception {
            service.close();
        }

        @Test
        void the_patch_comes_before_the_smallest_caseload() {
            service.officer("asha", 9, NORTH);
            service.officer("ben", 9);
            assertThat(allocated(NORTH)).containsExactly("asha", Rule.PATCH, 0);
            assertThat(allocated(NORTH)).containsExactly("asha", Rule.PATCH, 1);
            assertThat(allocated(SOUTH)).containsExactly("ben", Rule.SMALLEST_CASELOAD, 0);
            assertThat(allocated(SOUTH)).containsExactly("ben", Rule.SMALLEST_CASELOAD, 1);
            assertThat(allocated(SOUTH)).containsExactly("asha", Rule.SMALLEST_CASELOAD, 2);
        }

        @Test
        void of_two_with_the_same_patch_the_one_with_fewer_cases_takes_it_and_equals_go_by_their_id() {
            service.officer("cleo", 9, NORTH, SOUTH);
            service.officer("asha", 9, NORTH);
            assertThat(allocated(SOUTH)).startsWith("cleo");
            assertThat(allocated(NORTH)).startsWith("asha");
            assertThat(allocated(NORTH)).as("both have one").startsWith("asha");
            assertThat(allocated(NORTH)).as("two against one").startsWith("cleo");
        }

        @Test
        void nobody_is_given_more_than_their_limit_and_a_closed_case_makes_room() {
            service.officer("asha", 2, NORTH);
            service.officer("ben", 1);
            var first = service.caseAt(NORTH);
            assertThat(allocate(first)).get().extracting(Allocation::officer).isEqualTo("asha");
            assertThat(allocated(NORTH)).startsWith("asha");
            assertThat(allocated(NORTH)).as("the patch is full").containsExactly("ben", Rule.SMALLEST_CASELOAD, 0);
            var waiting = service.caseAt(NORTH);
            assertThat(allocate(waiting)).isEmpty();
            assertThat(told(waiting)).singleElement().isEqualTo("No officer is free: the allocation waits for the service manager");
            service.close(first);
            assertThat(allocate(waiting)).get().extracting(Allocation::officer, Allocation::caseloadBefore).containsExactly("asha", 1);
            assertThat(service.allocations().history(first.reference())).singleElement().extracting(Allocation::to).isEqualTo(TODAY);
        }

        @Test
        void a_limit_of_none_is_for_whoever_takes_no_cases() {
            service.officer("asha", 0, NORTH);
            assertThat(allocate(service.caseAt(NORTH))).isEmpty();
        }

        @Test
        void an_officer_who_is_away_gets_none_from_the_first_day_to_the_last() {
            service.officer("asha", 9, NORTH);
            service.officer("ben", 9);
            away("asha", 0, 0);
            assertThat(allocated(NORTH)).startsWith("ben");
            away("asha", 1, 5);
            assertThat(allocated(NORTH)).as("away from tomorrow on").startsWith("asha");
            away("asha", -5, -1);
            assertThat(allocated(NORTH)).as("back since today").startsWith("asha");
            away("asha", -5, 0);
            assertThat(allocated(NORTH)).as("the last day away").startsWith("ben");
        }

        @Test
        void an_officer_with_a_conflict_of_interest_gets_no_case_of_that_pupil_alone() {
            service.officer("asha", 9, NORTH);
            var of = service.caseAt(NORTH);
            service.officers().declareConflict("asha", of.pupilId(), "an aunt", "asha");
            assertThat(allocate(of)).isEmpty();
            assertThat(allocated(NORTH)).startsWith("asha");
            assertThatThrownBy(() -> service.allocations().allocateTo(of.reference(), "asha", "nobody else", null, "manager"))
                    .isInstanceOf(CannotTake.class).hasMessageContaining("conflict of interest");
        }

        @Test
        void a_conflict_declared_later_hands_the_case_to_another_and_keeps_it_where_nobody_is_free() {
            service.officer("asha", 9, NORTH);
            var of = service.caseAt(NORTH);
            allocate(of);
            service.officers().declareConflict("asha", of.pupilId(), "a neighbour", "asha");
            service.officers().declareConflict("asha", of.pupilId(), "a neighbour and a friend", "asha");
            assertThat(allocate(of)).isEmpty();
            assertThat(service.officers().ofCase(of.reference())).get().extracting(Officer::userId).isEqualTo("asha");
            service.officer("ben", 9);
            assertThat(allocate(of)).get().extracting(Allocation::officer, Allocation::reason).containsExactly("ben", "conflict of interest");
            assertThat(service.allocations().history(of.reference())).extracting(Allocation::officer, Allocation::to)
                    .containsExactly(tuple("asha", TODAY), tuple("ben", null));
        }

        @Test
        void a_case_that_has_an_officer_keeps_that_one() {
            service.officer("ben", 1);
            var of = service.caseAt(NORTH);
            var first = allocate(of);
            service.officer("asha", 9, NORTH);
            assertThat(allocate(of)).isEqualTo(first);
            assertThat(service.allocations().history(of.reference())).hasSize(1);
        }

        @Test
        void by_hand_it_goes_to_whoever_was_chosen_with_the_reason_on_record() {
            service.officer("asha", 9, NORTH);
            service.officer("ben", 1);
            var of = service.caseAt(NORTH);
            allocate(of);
            service.allocations().allocateTo(of.reference(), "ben", "knows the family", "See the file", "manager");
            assertThat(service.allocations().held(of.reference())).get().isEqualTo(new Allocation(of.reference(), "ben", Rule.BY_HAND, 0, TODAY,
                    null, "knows the family", "See the file", "manager"));
            assertThat(lines(of)).extracting(ChronologyLine::step, ChronologyLine::what, ChronologyLine::writtenBy).containsExactly(
                    tuple("S2-04", "Allocated to Officer asha by the school's patch, with a caseload of 0 before",
                            "office"),
                    tuple("S2-04",
                            "Handed over from Officer asha to Officer ben by hand, with a caseload of 0 before: knows the family", "manager"));
        }

        @Test
        void by_hand_nobody_gets_what_the_rule_would_not_give_them() {
            service.officer("asha", 1, NORTH);
            var of = service.caseAt(NORTH);
            assertThat(allocated(NORTH)).startsWith("asha");
            assertThatThrownBy(() -> choose(of, "asha")).isInstanceOf(CannotTake.class)
                    .hasMessage("Officer asha has as many open cases as their limit of 1 allows: raise it, or choose another officer.");
            service.officers().raiseLimit("asha", 2);
            service.officers().raiseLimit("asha", 1);
            choose(of, "asha");
            assertThatThrownBy(() -> choose(of, "asha")).hasMessageContaining("has this case already");
            service.officer("ben", 9);
            away("ben", 0, 3);
            assertThatThrownBy(() -> choose(of, "ben")).isInstanceOf(CannotTake.class).hasMessageContaining("is away until 26 November 2026");
            service.officers().leaves("asha", TODAY);
            assertThatThrownBy(() -> choose(service.caseAt(NORTH), "asha")).hasMessageContaining("leaves the service");
            assertThatThrownBy(() -> choose(of, "nobody")).hasMessageContaining("is no officer");
        }

        @Test
        void a_leavers_cases_go_to_others_by_the_rule_and_what_nobody_can_take_is_told() {
            service.officer("asha", 9, NORTH);
            var of = List.of(service.caseAt(NORTH), service.caseAt(NORTH), service.caseAt(NORTH), service.caseAt(NORTH));
            of.forEach(this::allocate);
            var closed = service.caseAt(NORTH);
            allocate(closed);
            service.close(closed);
            service.officer("ben", 1, NORTH);
            service.officer("cleo", 2);
            service.officers().leaves("asha", TODAY);
            var outcome = service.allocations().handOver("asha", null, "leaves", "Files are in the cabinet", "manager");
            assertThat(outcome.moved()).containsExactly(of.get(0).reference(), of.get(1).reference(), of.get(2).reference());
            assertThat(outcome.left()).containsExactly(of.get(3).reference());
            assertThat(service.officers().casesOf("asha")).isEqualTo(outcome.left());
            assertThat(service.allocations().held(of.get(0).reference())).get()
                    .extracting(Allocation::officer, Allocation::rule, Allocation::reason, Allocation::handoverNote)
                    .containsExactly("ben", Rule.PATCH, "leaves", "Files are in the cabinet");
            assertThat(service.officers().ofCase(closed.reference())).get().extracting(Officer::userId).isEqualTo("asha");
            service.officers().raiseLimit("ben", 2);
            assertThat(service.allocations().handOver("asha", "ben", "leaves", null, "manager").left()).isEmpty();
            assertThat(service.allocations().held(of.get(3).reference())).get().extracting(Allocation::officer, Allocation::rule)
                    .containsExactly("ben", Rule.BY_HAND);
        }

        @Test
        void somebody_who_leaves_keeps_their_cases_until_others_take_them() {
            service.officer("asha", 9, NORTH);
            var of = service.caseAt(NORTH);
            allocate(of);
            service.officers().leaves("asha", TODAY);
            assertThat(allocate(of)).isEmpty();
            assertThat(service.officers().atWork(of.reference())).isEqualTo("asha");
            assertThat(service.allocations().handOver("asha", "asha", "to themselves", null, "manager").left()).containsExactly(of.reference());
        }

        @Test
        void the_stand_in_works_while_the_officer_is_away_and_only_then() {
            service.officer("asha", 9, NORTH);
            service.officer("ben", 9);
            var of = service.caseAt(NORTH);
            allocate(of);
            assertThat(service.officers().atWork(of.reference())).isEqualTo("asha");
            service.officers().away("asha", TODAY, TODAY.plusDays(3), "ben");
            assertThat(service.officers().atWork(of.reference())).isEqualTo("ben");
            assertThat(service.officers().ofCase(of.reference())).get().extracting(Officer::userId).as("whose case it is").isEqualTo("asha");
            service.officers().away("asha", TODAY.plusDays(1), TODAY.plusDays(3), "ben");
            assertThat(service.officers().atWork(of.reference())).isEqualTo("asha");
        }

        @Test
        void where_the_stand_in_cannot_their_own_does_and_where_nobody_can_tasks_wait_for_the_officer() {
            service.officer("asha", 9, NORTH);
            service.officer("ben", 9);
            service.officer("cleo", 9);
            var of = service.caseAt(NORTH);
            allocate(of);
            service.officers().away("asha", TODAY, TODAY.plusDays(3), "ben");
            service.officers().away("ben", TODAY, TODAY.plusDays(1), "cleo");
            assertThat(service.officers().atWork(of.reference())).isEqualTo("cleo");
            service.officers().declareConflict("cleo", of.pupilId(), "a godmother", "cleo");
            assertThat(service.officers().atWork(of.reference())).isEqualTo("asha");
            service.officers().away("cleo", TODAY, TODAY.plusDays(9), "asha");
            assertThat(service.officers().atWork(of.reference())).as("round in a circle").isEqualTo("asha");
        }

        @Test
        void a_stand_in_is_somebody_else_who_is_there() {
            service.officer("asha", 9);
            service.officer("ben", 9);
            assertThatThrownBy(() -> away("asha", 0, 1, "asha")).isInstanceOf(CannotTake.class).hasMessageContaining("Nobody stands in");
            away("ben", 0, 5, "asha");
            assertThatThrownBy(() -> away("asha", 1, 2, "ben")).isInstanceOf(CannotTake.class).hasMessageContaining("away as well");
            service.officers().leaves("ben", TODAY);
            assertThatThrownBy(() -> away("asha", 1, 9, "ben")).isInstanceOf(CannotTake.class).hasMessageContaining("leaves the service");
        }

        @Test
        void tasks_of_a_case_that_nobody_has_yet_are_a_mistake_of_the_diagram() {
            var of = service.caseAt(NORTH);
            assertThatThrownBy(() -> service.officers().atWork(of.reference())).hasMessageContaining("must be allocated before this step");
        }

        /** Referrals on four threads of each of two nodes: each transaction waits a little before it ends, so that they would overlap. */
        @Test
        void a_hundred_at_once_on_two_nodes_are_allocated_one_after_another() throws Exception {
            service.officer("asha", 30, NORTH);
            service.officer("ben", 20, NORTH);
            service.officer("cleo", 25);
            service.officer("dev", 40, NORTH);
            away("dev", -1, 1, "cleo");
            var of = IntStream.range(0, 100).mapToObj(number -> service.caseAt(number % 2 == 0 ? NORTH : SOUTH)).toList();
            var nodes = List.of(service.node(), service.node());
            var found = new ArrayList<Optional<Allocation>>();
            var threads = Executors.newFixedThreadPool(8);
            try {
                var work = IntStream.range(0, 100).<Callable<Optional<Allocation>>>mapToObj(number -> () -> {
                    var node = nodes.get(number / 2 % 2);
                    return node.inTransaction(() -> {
                        var one = node.bean(Allocations.class).allocate(of.get(number).reference(), "office");
                        LockSupport.parkNanos(2_000_000);
                        return one;
                    });
                }).toList();
                for (var done : threads.invokeAll(work)) {
                    found.add(done.get());
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(found).filteredOn(Optional::isEmpty).as("as many as there was no room for").hasSize(25);
            var byOfficer = found.stream().flatMap(Optional::stream).collect(groupingBy(Allocation::officer));
            assertThat(byOfficer).containsOnlyKeys("asha", "ben", "cleo");
            byOfficer.forEach((officer, theirs) -> assertThat(theirs).as("caseloads before, of " + officer).extracting(Allocation::caseloadBefore)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, service.officers().get(officer).caseLimit()).boxed().toList()));
            assertThat(of).allSatisfy(one -> assertThat(service.allocations().history(one.reference())).hasSizeLessThanOrEqualTo(1));
        }

        private List<Object> allocated(String school) {
            var found = allocate(service.caseAt(school)).orElseThrow();
            return List.of(found.officer(), found.rule(), found.caseloadBefore());
        }

        private Optional<Allocation> allocate(Case of) {
            return service.allocations().allocate(of.reference(), "office");
        }

        private void choose(Case of, String officer) {
            service.allocations().allocateTo(of.reference(), officer, "because", null, "manager");
        }

        /** With a stand-in of whom nothing else is known. */
        private void away(String officer, int from, int to) {
            service.officer("zoe", 0);
            away(officer, from, to, "zoe");
        }

        private void away(String officer, int from, int to, String standIn) {
            service.officers().away(officer, TODAY.plusDays(from), TODAY.plusDays(to), standIn);
        }

        private List<ChronologyLine> lines(Case of) {
            return service.bean(Chronology.class).of(of.reference());
        }

        private List<String> told(Case of) {
            return lines(of).stream().map(ChronologyLine::what).toList();
        }
    }
}
