package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import org.junit.jupiter.api.Test;

/** A case goes back to a step that it has been through, after a wrong decision: the diagram put-case-back. */
class PutCaseBackTest extends CaseTraces {

    @Test
    void undo_aCaseGoesBackToTheReviewThatWasDecidedWrongly() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()));
        var manager = followed.waitsAt("refer-to-apws").worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "Decided on another child's figures"));

        followed.waitsAt("refer-to-apws", "choose-step").hasTask("choose-step").dueOn("2026-09-11");
        manager.completes("choose-step", Filled.to("stage-1-school-intervention/hold-interim-review"));
        followed.waitsAt("hold-interim-review").hasTask("hold-interim-review").withTheSchool()
                .dueOn("2026-09-15");
        followed.tells("Undo", "Put back to “Stage 1: School intervention: Hold interim review, done 10 September 2026”: Decided on another",
                manager.person().id());
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        followed.waitsAt("support-pupil-further").waitsFor("four-week-review-due").until("2026-10-08");
    }

    @Test
    void undo_whatWasDoneInACalledProcessIsBegunAgainAsItStood() {
        town.itIs("2026-09-10");
        var followed = monitored(town.child().attends(88).since("2026-09-01").attends(100).since("2026-09-10"));
        followed.waitsFor("four-weeks-monitored").until("2026-11-05");
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.relapsed("refer"));
        var manager = followed.waitsAt("refer-to-apws").worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "No relapse: the register was wrong"));
        manager.completes("choose-step", Filled.to("monitoring/watch-attendance"));

        followed.waitsAt("watch-attendance").hasTask("watch-attendance").withTheSchool().dueOn("2026-11-05");
        followed.waitsFor("four-weeks-monitored").until("2026-11-05").passes();
        followed.waitsAt("review-monitoring");
    }

    @Test
    void undo_puttingACaseBackFromStageTwoIntoStageOneSendsNoLetterAgainByItself() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invited(child, "2026-09-10");
        followed.school().completes("record-meeting-outcome", Filled.meetingHeld(child, today()))
                .completes("undertake-early-help", Filled.earlyHelp(today()))
                .completes("agree-plan", Filled.plan(today(), "2026-09-10"))
                .completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()))
                .completes("refer-to-apws", Filled.referral(today()));
        var sent = followed.waitsAt("receive-referral").letters().size();
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "Referred by mistake"));
        manager.completes("choose-step", Filled.to("stage-1-school-intervention/hold-interim-review"));

        followed.waitsAt("hold-interim-review");
        assertThat(followed.letters()).hasSize(sent);
    }

    @Test
    void undo_onlyStepsThatTheCaseHasBeenThroughAreOffered() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "The plan was another child's"));

        assertThat(followed.hasTask("choose-step").shows(manager.person()).get("stepsDone").toString())
                .contains("stage-1-school-intervention/agree-plan", "stage-1-school-intervention/record-meeting-outcome")
                .doesNotContain("support-pupil");
        manager.isRefused("choose-step", Filled.to("stage-1-school-intervention/refer-to-apws"), "goBackTo");
        manager.completes("choose-step", Filled.to("stage-1-school-intervention/agree-plan"));
        followed.waitsAt("agree-plan");
    }

    @Test
    void undo_afterTheCaseHasEndedTheAnswerIsClearAndNothingIsStranded() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "The plan was another child's"));
        town.of(Roles.APWS_OFFICE).starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));
        goesOn(followed);
        manager.isRefused("choose-step", Filled.to("stage-1-school-intervention/agree-plan"), "the case has ended by now");

        manager.completes("choose-step", Filled.leftAsItIs());
        followed.waitsAt();
    }

    @Test
    void undo_itMayBeLeftAsItIs() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "The plan was another child's"));
        manager.completes("choose-step", Filled.leftAsItIs());

        followed.waitsAt("support-pupil");
    }
}
