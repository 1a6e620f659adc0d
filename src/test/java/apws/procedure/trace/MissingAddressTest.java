package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.pupil.Parent;
import apws.pupil.Parents;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A parent to whom no letter can go is a task for a person before a letter, a warning or a notice rests on it. */
class MissingAddressTest extends NoticeTraces {

    private static final String WATCH = "people-watch";

    @Autowired
    Parents parents;

    private static Map<String, Object> found(String address, String postcode) {
        return Map.of("addressDecision", "found", "newAddress", address, "newPostcode", postcode, "source", "The school by telephone");
    }

    private void lives(Parent parent, String name, String address, String postcode) {
        parents.save(new Parent(parent.id(), parent.reference(), parent.title(), parent.firstName(), name, address, postcode, false,
                parent.telephone(), parent.email(), parent.language(), null, null));
    }

    private TaskQuery task(Parent of) {
        return town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("ADDRESS-" + of.id());
    }

    @Test
    void withoutAPostcodeTheOfficeIsAskedAndLettersGoThereOnceItIsFound() {
        town.itIs("2026-09-14");
        var child = town.child().attends(92.0).since("2026-09-01");
        var father = child.parents().get(1);
        lives(father, "Field", "9 Station Road", "");
        var followed = madeAware(child).sent("AL 1.1.0 to Ms R Moss");
        morning(WATCH, "2026-09-15T05:30");
        morning(WATCH, "2026-09-16T05:30");

        var office = town.of("apws-office");
        var asked = task(father).singleResult();
        assertThat(TracedCase.moment(asked.getDueDate()).toLocalDate()).isEqualTo("2026-09-18");
        assertThat(office.as(() -> town.engine().getFormService().getTaskFormVariables(asked.getId()))).containsEntry("parentName", "Omar Field")
                .containsEntry("whyNoLetter", "No letter can go there: no usable address is known.").containsEntry("heldAddress", "Held: 9 Station Road ");
        assertThat(task(child.parents().get(0)).count()).isZero();
        office.completes(task(father), "find-address", found("9 Station Road\nOldtown", "zz99 1aa"));
        assertThat(parents.get(father.id()).postcode()).isEqualTo("ZZ99 1AA");
        followed.waitsFor("watch-over").passes();
        followed.school().completes("decide-after-watch", Filled.closeWithReason("A broken leg, healed now"));
        followed.sent("CASE ENDED to Ms R Moss", "CASE ENDED to Mr O Field", "CASE ENDED to Daniel Lee");
    }

    @Test
    void aScriptThatCannotBePrintedIsATaskAndNotSilence() {
        town.itIs("2026-09-14");
        var child = town.child();
        var father = child.parents().get(1);
        lives(father, "\u0639\u0644\u064a", "9 Station Road", "ZZ99 1AA");
        madeAware(child);
        morning(WATCH, "2026-09-15T05:30");

        var office = town.of("apws-office");
        assertThatThrownBy(() -> office.completes(task(father), "find-address", found("9 Station Road", "ZZ99 1AA"))).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("has letters that cannot be printed");
        office.completes(task(father), "find-address", Filled.blank().withAll(found("9 Station Road", "ZZ99 1AA")).with("newSurname", "Ali"));
        assertThat(parents.get(father.id()).name()).isEqualTo("Mr O Ali");
    }

    @Test
    void whereNoneIsFoundItIsAskedAgainAfterFourWeeks() {
        town.itIs("2026-09-14");
        var child = town.child();
        var father = child.parents().get(1);
        lives(father, "Field", "", "");
        madeAware(child);
        morning(WATCH, "2026-09-15T05:30");
        town.of("apws-office").completes(task(father), "find-address", Map.of("addressDecision", "notFound", "reason", "Nobody knows him"));
        morning(WATCH, "2026-10-12T05:30");
        morning(WATCH, "2026-10-13T05:30");
        assertThat(task(father).count()).isZero();
        morning(WATCH, "2026-10-14T05:30");
        assertThat(task(father).count()).isOne();
    }

    @Test
    void theOfficeIsToldWhichLettersDidNotGoForWantOfAnAddress() {
        town.itIs("2026-09-14");
        var child = town.child();
        var father = child.parents().get(1);
        lives(father, "Field", "", "");
        var followed = madeAware(child);
        morning(WATCH, "2026-09-15T05:30");

        var shown = town.of("apws-office").as(() -> town.engine().getFormService().getTaskFormVariables(task(father).singleResult().getId()));
        assertThat(shown.get("notSentText")).isEqualTo("Did not go for that reason: AL 1.1.0 on 14 September 2026, case %s".formatted(
                followed.reference()));
    }

    @Test
    void S2_05_aWarningThatNobodyGetsDoesNotRun() {
        town.itIs("2026-09-10");
        var child = town.child();
        child.parents().forEach(parent -> lives(parent, parent.lastName(), "", ""));
        var followed = referred(child);
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        followed.officer().completes("arrange-initial-meeting", Filled.initialMeeting("2026-09-24"));

        followed.waitsAt("find-whom-to-warn").hasTask("find-whom-to-warn").withTheOfficer().dueOn("2026-09-15");
        assertThat(followed.hasTask("find-whom-to-warn").shows().get("unreachedText").toString()).contains("Ms R Moss: no usable address is known");
        followed.sent("APWS 2.1.0 to Daniel Lee");
        followed.officer().completes("find-whom-to-warn", Map.of("whatWasDone", "Asked the school"));
        followed.waitsAt("find-whom-to-warn");
        assertThat(followed.variable("stage-2-fast-track", "warningReceivedOn")).isNull();
        lives(child.parents().get(0), "Moss", "2 Mill Lane", "ZZ99 1AA");
        followed.officer().completes("find-whom-to-warn", Map.of("whatWasDone", "The school has the mother’s address"));
        followed.waitsAt("record-posting").sent("APWS 2.2.0 to Ms R Moss");
        assertThat(followed.hasTask("record-posting").shows().get("posted").toString()).contains("Ms R Moss").doesNotContain("Field");
    }

    @Test
    void S2_12_noNoticeIsIssuedToAParentWhomItCannotReach() {
        town.itIs("2026-10-12");
        var child = town.child().missed(TEN_SESSIONS);
        var followed = allocated(child);
        var notice = asked(followed);
        var offered = followed.officer().person().as(() -> town.engine().getFormService().getTaskFormVariables(
                notice.hasTask("prepare-penalty-notice").getId())).get("noticeParents").toString();
        assertThat(offered).contains("Mr O Field");
        notice.officer("prepare-penalty-notice", prepared(child, 1, TEN_SESSIONS));
        lives(child.parents().get(1), "Field", "9 Station Road", "");
        assertThatThrownBy(notice::authorised).hasMessageContaining("there is no notice to this parent: no usable address is known");
        assertThat(notices.of(child.id(), child.parents().get(1).id())).isEqualTo(List.of());
    }
}
