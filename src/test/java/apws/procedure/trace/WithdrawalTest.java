package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.letter.Letter;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A case ends wherever it stands: the diagram withdraw-case, and the journey's event sub-process (settlement 16). */
class WithdrawalTest extends CaseTraces {

    enum Standing {
        WATCHED("watch-over", test -> test.madeAware(test.town.child())),
        WATCH_OVER("decide-after-watch", test -> test.madeAware(test.town.child().attends(92).since("2026-09-01"))
                .waitsFor("watch-over").passes()),
        INVITED("record-meeting-outcome", test -> test.invited(test.town.child(), "2026-09-21")),
        MEETING_HELD("undertake-early-help", test -> {
            var child = test.town.child();
            return test.invited(child, "2026-09-10").school()
                    .completes("record-meeting-outcome", Filled.meetingHeld(child, test.today())).of();
        }),
        EARLY_HELP_GIVEN("agree-plan", test -> {
            var child = test.town.child();
            return test.invited(child, "2026-09-10").school()
                    .completes("record-meeting-outcome", Filled.meetingHeld(child, test.today()))
                    .completes("undertake-early-help", Filled.earlyHelp(test.today())).of();
        }),
        PLANNED("support-pupil", test -> test.planned(test.town.child(), "2026-09-10")),
        INTERIM_REVIEW("hold-interim-review", test -> test.planned(test.town.child(), "2026-09-10").school().completes("support-pupil").of()),
        PLAN_GOES_ON("support-pupil-further", test -> INTERIM_REVIEW.reach(test).school()
                .completes("hold-interim-review", Filled.improved(test.today())).of()),
        FOUR_WEEK_REVIEW("hold-four-week-review", test -> PLAN_GOES_ON.reach(test).school().completes("support-pupil-further").of()),
        MONITORED("watch-attendance", test -> test.monitored(test.town.child())),
        MONITORING_REVIEWED("review-monitoring", test -> test.monitored(test.town.child()).school().completes("watch-attendance").of()),
        TO_BE_REFERRED("refer-to-apws", test -> INTERIM_REVIEW.reach(test).school()
                .completes("hold-interim-review", Filled.notImproved(test.today())).of()),
        REFERRED("receive-referral", test -> TO_BE_REFERRED.reach(test).school().completes("refer-to-apws", Filled.referral(test.today())).of());

        private final String waitingAt;
        private final Function<WithdrawalTest, TracedCase> reached;

        Standing(String waitingAt, Function<WithdrawalTest, TracedCase> reached) {
            this.waitingAt = waitingAt;
            this.reached = reached;
        }

        TracedCase reach(WithdrawalTest test) {
            return reached.apply(test);
        }
    }

    @ParameterizedTest
    @EnumSource
    void settlement_16_withdrawnAnywhereACaseLeavesNothingThatWaits(Standing standing) {
        town.itIs("2026-09-10");
        var followed = standing.reach(this).waitsAt(standing.waitingAt);
        var instances = followed.everyInstanceSoFar();
        var sent = followed.letters().size();
        followed.school().person().starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Over compulsory school age"));

        followed.waitsAt("withdrawal", "tell-case-ended");
        whatOutlivesItIsTold(followed);
        followed.isClosed("Over compulsory school age").leavesNothingBehind(instances)
                .tells("Settlement 16", "Case closed: Over compulsory school age", followed.school().person().id());
        assertThat(followed.letters().subList(0, sent)).as("what had not left stays")
                .allSatisfy(letter -> assertThat(letter.status()).isEqualTo(Letter.Status.KEPT_BACK));
        assertThat(followed.letters().subList(sent, followed.letters().size())).as("nothing further is sent but the closing letter")
                .extracting(letter -> letter.code() + " to " + letter.recipientName())
                .containsExactlyInAnyOrder("CASE ENDED to Ms R Moss", "CASE ENDED to Mr O Field", "CASE ENDED to Daniel Lee");
        assertThat(followed.detail("CASE ENDED", "ground")).isEqualTo("overAge");
        assertThat(followed.detail("CASE ENDED", "endedOn")).isEqualTo(today().toString());
        assertThat(entries.newest(followed.reference(), "withdraw-case")).get().extracting(entry -> entry.text("ground")).isEqualTo("overAge");
    }

    @Test
    void settlement_16_onADeathNothingIsSent() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var sent = followed.letters().size();
        followed.school().person().starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Died").with("ground", "died"));
        whatOutlivesItIsTold(followed);

        followed.isClosed("Died");
        assertThat(followed.letters()).hasSize(sent);
    }

    @Test
    void settlement_16_theOfficeWithdrawsACaseOfAnySchool() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        followed.worker(Roles.APWS_OFFICE).person().starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));

        whatOutlivesItIsTold(followed);
        followed.isClosed("Moved away");
    }

    /** In a transaction of its own, tried again where a letter leaves at the same moment. */
    private void whatOutlivesItIsTold(TracedCase followed) {
        var management = town.engine().getManagementService();
        management.executeJob(management.createJobQuery().processInstanceId(followed.instance("attendance-intervention").getId()).singleResult().getId());
    }

    @Test
    void settlement_16_aCaseOfAnotherSchoolIsNotTheirsToWithdraw() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var other = town.leadOf(town.school());

        assertThatThrownBy(() -> other.starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away")))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("no open case");
        followed.waitsAt("watch-over");
    }

    @Test
    void settlement_16_aSecondWithdrawalFindsNoOpenCase() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var form = Filled.withdrawal(followed.reference(), today(), "Moved away");
        followed.school().person().starts("withdraw-case", form);

        assertThatThrownBy(() -> followed.school().person().starts("withdraw-case", form)).hasMessageContaining("no open case");
    }

    @Test
    void settlement_16_anotherChildsCaseStaysAsItIs() {
        town.itIs("2026-09-10");
        var ended = madeAware(town.child());
        var stays = madeAware(town.child());
        ended.school().person().starts("withdraw-case", Filled.withdrawal(ended.reference(), today(), "Moved away"));

        stays.waitsAt("watch-over");
    }
}
