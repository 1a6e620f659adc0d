package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person under two references is found, and merged by a person who sees both: the diagrams same-person and people-watch. */
class SamePersonTest extends NoticeTraces {

    private static final Map<String, Object> ONE = Map.of("samePersonDecision", "onePerson", "detailsOf", "other", "reason", "The school says so");

    @Autowired
    Parents parents;

    private Child child;
    private Parent again;
    private TracedCase followed;

    /** The school has a new system, in which the mother has another number. */
    private void knownTwice() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        followed = allocated(child).sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field");
        again = parents.save(new Parent(null, "new-" + child.id(), "Mrs", "Ruth Ann", "Moss", "5 New Street\nNewtown", "ZZ99 5AA", false,
                "01632 960555", "", "English", null, null));
        parents.link(child.id(), again.id(), "mother", true);
    }

    private TaskQuery pair() {
        return town.engine().getTaskService().createTaskQuery()
                .processInstanceBusinessKey("SAME-%d-%d".formatted(child.parents().get(0).id(), again.id()));
    }

    private void issued(long parentId, String day) {
        var notice = asked(followed);
        notice.officer("prepare-penalty-notice", with(prepared(child, 0, day), "parentId", Long.toString(parentId), "exceptionalReason", "Leave in term time"))
                .authorised();
    }

    @Test
    void itIsFoundAndMergedOnATaskThatShowsBothAndLettersThenGoOnce() {
        knownTwice();
        var mother = child.parents().get(0).id();
        issued(again.id(), "2026-09-21");
        morning("people-watch", "2026-10-13T05:30");
        morning("people-watch", "2026-10-14T05:30");

        var task = pair().singleResult();
        assertThat(TracedCase.moment(task.getDueDate()).toLocalDate()).isEqualTo("2026-10-19");
        var office = town.of("apws-office");
        var shown = office.as(() -> town.engine().getFormService().getTaskFormVariables(task.getId()));
        assertThat(shown).containsEntry("oneName", "Ms Ruth Moss").containsEntry("otherName", "Mrs Ruth Ann Moss")
                .containsEntry("oneRecord", "0 penalty notices, 0 prosecutions").containsEntry("otherRecord", "1 penalty notices, 0 prosecutions");
        assertThat(parents.of(child.id())).as("nothing merges by itself").hasSize(3);
        office.completes(pair(), "compare-people", ONE);

        assertThat(parents.of(child.id())).extracting(ParentOfPupil::parent).extracting(Parent::id)
                .containsExactlyInAnyOrder(mother, child.parents().get(1).id());
        assertThat(parents.get(mother)).extracting(Parent::name, Parent::postcode).containsExactly("Mrs R Moss", "ZZ99 5AA");
        assertThat(notices.of(child.id(), mother)).hasSize(1);
        assertThat(notices.earlier(child.id(), mother, today())).as("in three years").isOne();
        assertThat(ledger.free(child.id(), mother)).hasSize(8);
        followed.tells("Who is who", "Two records of Mrs R Moss are one person’s: The school says so", office.id());
        assertThat(running()).allSatisfy(notice -> assertThat(Long.valueOf(town.engine().getRuntimeService().getVariable(notice.getId(), "parentId")
                .toString())).isEqualTo(mother));
        assertThat(followed.letters()).filteredOn(letter -> letter.code().equals("PENALTY NOTICE")).singleElement()
                .satisfies(letter -> assertThat(letter.parentId()).isEqualTo(mother));
        var before = followed.letters().size();
        town.itIs("2026-10-15");
        issued(mother, "2026-09-22");
        assertThat(followed.letters().subList(before, followed.letters().size())).extracting(letter -> letter.code() + " to "
                + letter.recipientName()).containsExactly("PENALTY NOTICE to Mrs R Moss");
        morning("people-watch", "2026-10-16T05:30");
        assertThat(pair().count()).isZero();
    }

    @Test
    void twoInWhoseNoticesOneSessionStandsAreNotMergedBeforeOneIsWithdrawn() {
        knownTwice();
        issued(again.id(), "2026-09-21");
        issued(child.parents().get(0).id(), "2026-09-21");
        morning("people-watch", "2026-10-13T05:30");

        Assertions.assertThatThrownBy(() -> town.of("apws-office").completes(pair(), "compare-people", ONE)).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("in a notice or prosecution of both");
        assertThat(pair().count()).isOne();
    }

    @Test
    void twoPeopleAreKeptApartAndNobodyIsAskedAgain() {
        knownTwice();
        morning("people-watch", "2026-10-15T05:30");
        assertThat(TracedCase.moment(pair().singleResult().getDueDate()).toLocalDate()).isEqualTo("2026-10-20");
        areTwo(pair().singleResult());
        morning("people-watch", "2026-10-16T05:30");

        assertThat(pair().count()).isZero();
        assertThat(parents.of(child.id())).hasSize(3);
    }

    @Test
    void twentyPairsAtMostAreAskedAboutAtOnceAndTheNextWhenThoseAreDecidedOn() {
        for (int known = 0; known < 21; known++) {
            knownTwice();
        }
        morning("people-watch", "2026-10-13T05:30");
        assertThat(asked()).hasSize(20);
        asked().forEach(this::areTwo);
        morning("people-watch", "2026-10-14T05:30");

        assertThat(asked()).isNotEmpty().allSatisfy(this::areTwo);
    }

    private List<Task> asked() {
        return town.engine().getTaskService().createTaskQuery().taskDefinitionKey("compare-people").list();
    }

    private void areTwo(Task task) {
        town.of("apws-office").completes(town.engine().getTaskService().createTaskQuery().taskId(task.getId()), "compare-people",
                Map.of("samePersonDecision", "twoPeople", "reason", "Mother and aunt"));
    }
}
