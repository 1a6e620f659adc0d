package apws.register;

import static apws.register.Authority.SCHOOL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.imports.ImportResult;
import apws.imports.NotSent;
import apws.imports.Sender;
import apws.pupil.Parent;
import apws.pupil.ParentFiles;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.PupilFiles;
import apws.pupil.Pupils;
import apws.pupil.SchoolFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/** Who is who in the files that schools send: people, whatever number or reference they are sent under. */
class WhoIsWhoTest {

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        Authority start() {
            return Authority.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {
        @Override
        Authority start() throws Exception {
            return Authority.onPostgres();
        }
    }

    abstract static class OnADatabase extends OnAnAuthority {

        private static final String PRIMARY = "9992090";
        private static final String HIGH = "9992091";
        private static final Sender OFFICE = Sender.ofEverySchool("office");
        private static final String PARENTS = "Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,Postcode\n";

        private Parents parents;
        private Pupils pupils;
        private NotSent notSent;

        @BeforeAll
        void begin() {
            parents = authority.bean(Parents.class);
            pupils = authority.bean(Pupils.class);
            notSent = authority.bean(NotSent.class);
            authority.itIs(LocalDate.of(2026, 11, 25));
            authority.bean(SchoolFiles.class).read("schools.csv", file("00-school"), OFFICE);
        }

        @BeforeEach
        void empty() {
            authority.empties("attendance_year", "former_upn", "former_school", "not_sent", "parent_reference", "parent_of_pupil", "parent", "pupil");
            pupils("00-pupils");
        }

        @Test
        void two_schools_with_a_contact_1001_have_two_people() {
            assertThat(parents("08-a").added()).isOne();
            assertThat(parents("08-b").added()).isOne();

            assertThat(only("A999209000001")).extracting(Parent::name, Parent::postcode).containsExactly("A One", "XF1 1AA");
            assertThat(only("F999209100001")).extracting(Parent::name, Parent::postcode).containsExactly("F Six", "XF6 6FF");
            assertThat(parents.withReference(PRIMARY, "1001")).contains(only("A999209000001"));
            assertThat(parents.withReference(HIGH, "1001")).contains(only("F999209100001"));
            assertThat(List.of(parents("08-a").unchanged(), parents("08-b").unchanged())).containsExactly(1L, 1L);
        }

        @Test
        void a_school_that_sends_its_own_contact_1001_changes_nobody_elses() {
            parents("08-a");
            var sent = read("08-b", Sender.ofSchool("lead", HIGH));
            assertThat(sent).extracting(ImportResult::added, ImportResult::rejected).containsExactly(1L, 0L);
            assertThat(only("A999209000001").name()).isEqualTo("A One");
        }

        @Test
        void a_file_can_name_the_school_whose_references_they_are() {
            var named = "Reference,UPN,Relationship,Surname,Address,Postcode,LAEstab\n1001,A999209000001,Mother,One,1 First Road,XF1 1AA,";
            assertThat(authority.rejected(parents(text(named + HIGH)))).containsExactly(
                    "2,\"the pupil is not at the school LAEstab \"\"9992091\"\"\"");
            assertThat(parents(text(named + PRIMARY)).added()).isOne();
        }

        @Test
        void a_reference_used_again_for_another_family_is_another_person() {
            parents("08-a");
            parents(text(PARENTS + "1001,B999209000002,Father,yes,,Carl,Two,2 Low Road,XF2 2BB\n"));
            assertThat(only("A999209000001").name()).isEqualTo("A One");
            assertThat(only("B999209000002").name()).isEqualTo("C Two");
        }

        @Test
        void the_mother_of_two_at_one_school_is_one_person_who_may_change_her_name() {
            parents(text(PARENTS + "7,A999209000001,Mother,yes,Ms,Ann,One,1 First Road,XF1 1AA\n7,B999209000002,Mother,yes,Ms,Ann,One,1 First Road,XF1 1AA\n"));
            var before = only("A999209000001");
            assertThat(only("B999209000002")).isEqualTo(before);
            parents(text(PARENTS + "7,A999209000001,Mother,yes,Mrs,Anne,Other,1 First Road,XF1 1AA\n"));
            assertThat(only("B999209000002")).extracting(Parent::id, Parent::name).containsExactly(before.id(), "Mrs A Other");
        }

        @Test
        void a_parent_link_ends_with_Until() {
            parents("41-a");
            assertThat(names("D999209000004")).containsExactly("S Oldstep", "M Four");
            var until = PARENTS.strip() + ",Until\nR-1,D999209000004,Step-father,yes,,Stan,Oldstep,11 High Street,XF1 1AA,";
            assertThat(parents(text(until + "2026-11-25")).corrected()).isOne();
            assertThat(names("D999209000004")).as("on the last day").containsExactly("S Oldstep", "M Four");
            parents(text(until + "2026-11-24"));
            assertThat(names("D999209000004")).as("the day after").containsExactly("M Four");
            assertThat(parents.everOf(id("D999209000004"))).extracting(of -> of.parent().name()).containsExactly("M Four", "S Oldstep");

            parents("41-a");
            assertThat(names("D999209000004")).as("a column that is not there changes nothing").containsExactly("M Four");
            parents(text(until));
            assertThat(names("D999209000004")).as("the end was a mistake").containsExactly("S Oldstep", "M Four");
        }

        @Test
        void what_a_person_has_ended_no_file_takes_back() {
            parents("41-a");
            var stan = parents.withReference(PRIMARY, "R-1").orElseThrow().id();
            parents.end(id("D999209000004"), stan, LocalDate.of(2026, 11, 20), "moved out", "office.okoro");
            assertThat(parents("41-a").unchanged()).isEqualTo(2);
            parents(text(PARENTS.strip() + ",Until\nR-1,D999209000004,Step-father,yes,,Stan,Oldstep,11 High Street,XF1 1AA,\n"));
            assertThat(names("D999209000004")).containsExactly("M Four");
        }

        @Test
        void FormerUPN_keeps_the_pupil() {
            pupils("07-temp");
            var lia = pupils.withUpn("L99920900001A").orElseThrow();
            assertThat(pupils("07-perm")).extracting(ImportResult::added, ImportResult::corrected, ImportResult::rejected)
                    .containsExactly(0L, 1L, 0L);

            assertThat(pupils.withUpn("M999209000010")).get().extracting(Pupil::id, Pupil::name).containsExactly(lia.id(), "Lia Temp");
            assertThat(pupils.withUpn("L99920900001A")).get().extracting(Pupil::id, Pupil::upn).containsExactly(lia.id(), "M999209000010");
            assertThat(pupils("07-perm").unchanged()).isOne();
            assertThat(pupils("07-temp").unchanged()).as("a late file under the number before").isOne();
            assertThat(pupils.all()).filteredOn(pupil -> pupil.firstName().equals("Lia")).hasSize(1);
            var register = authority.bean(RegisterFiles.class).read("register.csv",
                    text("UPN,Date,Session,Mark\nL99920900001A,2026-09-07,AM,O\nM999209000010,2026-09-07,PM,O\n"), OFFICE);
            assertThat(register.added()).isEqualTo(2);
            assertThat(authority.bean(Registers.class).unauthorised(lia.id(), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30))).isEqualTo(2);
            parents(text(PARENTS + "9,L99920900001A,Mother,yes,,Lou,Temp,9 High Street,XF1 1AA\n"));
            assertThat(names("M999209000010")).containsExactly("L Temp");
        }

        @Test
        void FormerUPN_of_another_child_or_of_a_pupil_already_sent_twice_is_rejected() {
            var heads = "UPN,FormerUPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted\n";
            assertThat(authority.rejected(pupils(text(heads + "M999209000010,A999209000001,Lia,Temp,2015-09-01,5,9992090,2026-09-01\n"))))
                    .containsExactly("2,\"FormerUPN \"\"A999209000001\"\" is a pupil with another date of birth\"");
            assertThat(authority.rejected(pupils(text(heads + "B999209000002,A999209000001,Ada,One,2015-03-01,6,9992090,2024-09-01\n"))))
                    .containsExactly("2,UPN and FormerUPN are two pupils here: one of them was sent before it was said that they are one");
        }

        @Test
        void a_pupil_moves_by_the_offices_file_and_by_the_new_schools_own() {
            for (var sender : List.of(OFFICE, Sender.ofSchool("lead", HIGH))) {
                empty();
                var eve = id("E999209000005");
                var moved = pupils(text(HEADS + "E999209000005,Eve,Five,2015-03-05,6,9992091,2026-11-02\n"), sender);
                assertThat(moved).extracting(ImportResult::corrected, ImportResult::rejected).containsExactly(1L, 0L);
                assertThat(pupils.get(eve).schoolCode()).isEqualTo(HIGH);
                assertThat(pupils.schoolOn(eve, LocalDate.of(2026, 11, 1))).isEqualTo(PRIMARY);
                assertThat(pupils.schoolOn(eve, LocalDate.of(2026, 11, 2))).isEqualTo(HIGH);
            }
        }

        @Test
        void a_school_cannot_take_a_pupil_whom_it_does_not_know_or_who_has_not_come_yet() {
            var high = Sender.ofSchool("lead", HIGH);
            assertThat(authority.rejected(pupils(text(HEADS
                    + "E999209000005,Eve,Other,2015-03-05,6,9992091,2026-11-02\n"
                    + "E999209000005,Eve,Five,2015-03-06,6,9992091,2026-11-02\n"
                    + "E999209000005,Eve,Five,2015-03-05,6,9992091,2024-09-01\n"
                    + "E999209000005,Eve,Five,2015-03-05,6,9992091,2027-01-04\n"), high))).containsExactly(
                    "2,a school not its own", "3,a school not its own", "4,a school not its own",
                    "5,is at another school until Admitted: send the pupil again from that day on");
            assertThat(pupils.withUpn("E999209000005")).get().extracting(Pupil::schoolCode).isEqualTo(PRIMARY);
        }

        @Test
        void a_second_register_and_the_school_left_behind_move_nobody_back() {
            var heads = HEADS.strip() + ",EnrolStatus\n";
            pupils(text(heads + "E999209000005,Eve,Five,2015-03-05,6,9992091,2026-11-02,S\n"), OFFICE);
            assertThat(pupils.withUpn("E999209000005")).get().extracting(Pupil::schoolCode).isEqualTo(PRIMARY);
            pupils(text(heads + "E999209000005,Eve,Five,2015-03-05,6,9992091,2026-11-02,C\n"), OFFICE);
            assertThat(authority.rejected(pupils(text(HEADS + "E999209000005,Eve,Five,2015-03-05,6,9992090,2024-09-01\n"),
                    Sender.ofSchool("lead", PRIMARY)))).containsExactly(
                    "2,has gone to another school since; one who comes back is sent with a later Admitted");
            assertThat(pupils.withUpn("E999209000005")).get().extracting(Pupil::schoolCode).isEqualTo(HIGH);
        }

        @Test
        void each_school_sends_the_marks_of_its_own_sessions() {
            pupils(text(HEADS + "E999209000005,Eve,Five,2015-03-05,6,9992091,2026-11-02\n"), OFFICE);
            var file = text("UPN,Date,Session,Mark\nE999209000005,2026-10-21,AM,O\nE999209000005,2026-11-03,AM,/\n");
            var registers = authority.bean(RegisterFiles.class);
            assertThat(authority.rejected(registers.read("r.csv", file, Sender.ofSchool("lead", PRIMARY))))
                    .containsExactly("3,2026-11-03 was at a school not its own");
            assertThat(authority.rejected(registers.read("r.csv", file, Sender.ofSchool("lead", HIGH))))
                    .containsExactly("2,2026-10-21 was at a school not its own");
            assertThat(registers.read("r.csv", file, OFFICE).unchanged()).isEqualTo(2);
            assertThat(authority.rejected(registers.read("r.csv", file, Sender.ofSchool("lead", SCHOOL))))
                    .containsExactly("2,a school not its own", "3,a school not its own");
        }

        @Test
        void who_is_missing_from_a_schools_whole_file_is_listed_and_nothing_follows_by_itself() {
            parents("41-a");
            read("41-b", OFFICE);
            assertThat(missing(PRIMARY)).as("a file that does not say it is whole").isEmpty();
            authority.bean(ParentFiles.class).read("parents.csv", file("41-b"), OFFICE, true);
            var stan = parents.withReference(PRIMARY, "R-1").orElseThrow().id();
            assertThat(missing(PRIMARY)).containsExactly(id("D999209000004") + " " + stan);
            assertThat(names("D999209000004")).containsExactly("S Oldstep", "M Four");
            authority.bean(ParentFiles.class).read("parents.csv", file("41-a"), OFFICE, true);
            assertThat(missing(PRIMARY)).as("sent again").isEmpty();

            authority.bean(ParentFiles.class).read("parents.csv", file("41-b"), OFFICE, true);
            notSent.stay(id("D999209000004"), stan, "the export was wrong", "lead");
            authority.bean(ParentFiles.class).read("parents.csv", file("41-b"), OFFICE, true);
            assertThat(missing(PRIMARY)).as("said to stay").isEmpty();
            parents("41-a");
            parents.end(id("D999209000004"), stan, LocalDate.of(2026, 11, 20), "moved out", "lead");
            assertThat(missing(PRIMARY)).isEmpty();
        }

        @Test
        void a_pupil_no_longer_sent_is_listed_as_missing_until_it_is_known_that_they_left() {
            authority.itIs(LocalDate.of(2026, 9, 10));
            pupils("40-pupils");
            var gone = id("A999209100013");
            authority.bean(PupilFiles.class).read("pupils.csv", file("40-pupils-next"), Sender.ofSchool("lead", HIGH), true);
            assertThat(missing(HIGH)).containsExactlyInAnyOrder(gone + " null", id("F999209100001") + " null");
            assertThat(missing(PRIMARY)).as("a school that the file does not name").isEmpty();
            assertThat(pupils.get(gone).leftOn()).isNull();
            pupils.leave(gone, LocalDate.of(2026, 9, 9), "moved to Wales", "lead");
            assertThat(missing(HIGH)).containsExactly(id("F999209100001") + " null");
            assertThat(pupils.get(gone).isOnRoll(LocalDate.of(2026, 9, 10))).isFalse();
            authority.itIs(LocalDate.of(2026, 11, 25));
        }

        private List<String> missing(String school) {
            return notSent.at(school).stream().map(one -> one.pupilId() + " " + one.parentId()).toList();
        }

        private static final String HEADS = "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted\n";

        private Parent only(String upn) {
            assertThat(parents.of(id(upn))).hasSize(1);
            return parents.of(id(upn)).get(0).parent();
        }

        private List<String> names(String upn) {
            return parents.of(id(upn)).stream().map(ParentOfPupil::parent).map(Parent::name).toList();
        }

        private long id(String upn) {
            return pupils.withUpn(upn).orElseThrow().id();
        }

        private ImportResult pupils(String name) {
            return pupils(file(name));
        }

        private ImportResult pupils(InputStreamSource file) {
            return pupils(file, OFFICE);
        }

        private ImportResult pupils(InputStreamSource file, Sender sender) {
            return authority.bean(PupilFiles.class).read("pupils.csv", file, sender);
        }

        private ImportResult parents(String name) {
            return read(name, OFFICE);
        }

        private ImportResult read(String name, Sender sender) {
            return authority.bean(ParentFiles.class).read("parents.csv", file(name), sender);
        }

        private ImportResult parents(InputStreamSource file) {
            return authority.bean(ParentFiles.class).read("parents.csv", file, OFFICE);
        }

        private static InputStreamSource file(String name) {
            return new ClassPathResource("sent/" + name + ".csv");
        }

        private static InputStreamSource text(String csv) {
            return new ByteArrayResource(csv.getBytes(UTF_8));
        }
    }
}
