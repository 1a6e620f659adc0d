package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.legal.EarlyGround;
import apws.legal.Window;
import apws.legal.Windows;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A Notice to Improve by itself, at any time in Stage 2: the diagram notice-to-improve (S2-12, settlement 14). */
class NoticeToImproveTest extends NoticeTraces {

    private static final String IMPROVEMENT = "notice-to-improve";

    @Autowired
    private Windows windows;

    private Child child;
    private TracedCase of;

    private Notice asked(String day) {
        town.itIs(day);
        child = town.child().missed(TEN_SESSIONS);
        of = allocated(child);
        of.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field");
        of.officer().person().starts(IMPROVEMENT, Map.of("caseReference", of.reference(), "why", "Support is agreed"));
        return new Notice(this, town.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey(IMPROVEMENT)
                .processInstanceBusinessKey(of.reference()).singleResult());
    }

    private Map<String, Object> form() {
        return answers("parentId", child.parents().get(0).id().toString(), "improvementSessions", List.of("2026-09-21 AM", "2026-09-21 PM"),
                "schoolWeeks", 3, "supportSoFar", "Breakfast club", "supportOffered", "A mentor", "enough", "No further session",
                "earlierGrounds", List.of("FURTHER_SESSION"));
    }

    private static Map<String, Object> sentOut(String on) {
        return answers("service", "posted", "postedOn", on, "postClass", "first class", "postedBy", "K Office", "addressChecked", true);
    }

    private Notice running(String day) {
        return asked(day).officer("prepare-notice-to-improve", form()).office("record-posting-of-improvement", sentOut(day));
    }

    private List<Window> given() {
        return windows.of(child.id(), child.parents().get(0).id());
    }

    /** Posted on Thursday 8 October 2026: received on Monday the 12th; half term is left out of the fifteen school days. */
    @Test
    void settlement_14_aNoticeToImproveByItselfHasItsOwnWindowInSchoolDaysFromItsReceipt() {
        var notice = asked("2026-10-08").isDue("prepare-notice-to-improve", "2026-10-13");
        assertThat(notice.hasTask("prepare-notice-to-improve").getAssignee()).isEqualTo(of.officer().person().id());
        notice.officer("prepare-notice-to-improve", form()).isDue("record-posting-of-improvement", "2026-10-12")
                .isWith("record-posting-of-improvement", Roles.APWS_OFFICE);
        of.sent("NOTICE TO IMPROVE to Ms R Moss").everyLetterIsOnItsWay();
        assertThat(of.detail("NOTICE TO IMPROVE", "improveFrom")).isEqualTo("2026-10-12");
        assertThat(of.detail("NOTICE TO IMPROVE", "improveTo")).isEqualTo("2026-11-06");
        assertThat(given()).as("it does not begin before it is received").isEmpty();

        notice.office("record-posting-of-improvement", sentOut("2026-10-08")).isDue("watch-improvement", "2026-11-06")
                .waitsFor("improvement-over", "2026-11-07");
        assertThat(given()).containsExactly(new Window(child.id(), child.parents().get(0).id(), "NOTICE TO IMPROVE",
                LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 6), Set.of(EarlyGround.FURTHER_SESSION)));
        notice.passes("improvement-over").isDue("decide-after-improvement", "2026-11-10");
        notice.officer("decide-after-improvement", answers("improved", "yes", "improvementFollows", "nothing", "reason", "Every day in school"))
                .wentBy("improvement-done").endedAt("improvement-decided");
    }

    @Test
    void S2_12_itsTasksAreDueInDaysAndItIsLookedAtEachMorning() {
        var notice = asked("2026-10-05").isDue("prepare-notice-to-improve", "2026-10-12").officer("prepare-notice-to-improve", form())
                .isDue("record-posting-of-improvement", "2026-10-07").office("record-posting-of-improvement", sentOut("2026-10-05"));
        town.itIs("2026-10-12");
        child.missed("2026-10-09");
        notice.passes("morning-of-improvement");

        assertThat(notice.tasks().taskDefinitionKey("consider-further-absence").singleResult().getDueDate())
                .isEqualTo(TracedCase.at("2026-10-15", LocalTime.of(17, 0)).atZone(MovableClock.LONDON).toInstant());
        assertThat(TracedCase.moment(notice.timer("morning-of-improvement").getDuedate()).toLocalTime()).isEqualTo(LocalTime.of(6, 10));
    }

    @Test
    void settlement_14_itIsForACaseInStage2() {
        town.itIs("2026-10-08");
        child = town.child().missed(TEN_SESSIONS);
        of = allocatedInStage1(child);
        assertThatThrownBy(() -> of.officer().person().starts(IMPROVEMENT, Map.of("caseReference", of.reference(), "why", "Support")))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("for a case in Stage 2");
    }

    @Test
    void settlement_14_aFurtherSessionInsideTheWindowIsATaskAndNoneIsNone() {
        var notice = running("2026-10-08");
        town.itIs("2026-10-13");
        notice.passes("morning-of-improvement").wentBy("nothing-to-look-at").hasTask("watch-improvement");
        child.missed("2026-10-13");
        notice.passes("morning-of-improvement");
        assertThat(tasks(notice)).containsExactlyInAnyOrder("watch-improvement", "consider-further-absence");
        notice.officer("consider-further-absence", answers("furtherDecision", "goOn", "reason", "Explained")).wentBy("further-absence-noted");
        notice.passes("morning-of-improvement").hasTask("watch-improvement");

        child.missed("2026-10-15");
        notice.passes("morning-of-improvement");
        notice.officer("consider-further-absence", answers("furtherDecision", "consider", "reason", "It goes on"))
                .wentBy("further-absence-considered").hasTask("watch-improvement");
        var penalty = newest();
        assertThat(penalty.variable("parentId")).isEqualTo(child.parents().get(0).id().toString());
        penalty.refuses(of.officer().person(), "prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "noticeToImprove", "yes"),
                "earlyGround");
        penalty.officer("prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "noticeToImprove", "yes", "earlyGround",
                "FURTHER_SESSION", "earlyGroundWords", "13 and 15 October")).authorised();
        of.sent("NOTICE TO IMPROVE to Ms R Moss", "PENALTY NOTICE to Ms R Moss");
    }

    private List<String> tasks(Notice notice) {
        return notice.tasks().list().stream().map(task -> task.getTaskDefinitionKey()).toList();
    }

    @Test
    void settlement_14_atItsEndAPenaltyNoticeCanBeConsidered() {
        var notice = running("2026-10-08");
        town.itIs("2026-10-20");
        notice.officer("watch-improvement", answers("endsEarlyBecause", "Support was refused"));
        notice.refuses(of.officer().person(), "decide-after-improvement", answers("improved", "yes", "improvementFollows", "penaltyNotice",
                "reason", "x"), "has improved enough");
        notice.officer("decide-after-improvement", answers("improved", "no", "improvementFollows", "penaltyNotice", "reason", "It went on"))
                .wentBy("notice-is-considered").endedAt("improvement-decided");
        newest().hasTask("prepare-penalty-notice");
    }

    @Test
    void S2_12_aNoticeToImprovePostedOnAnotherDayIsPreparedAndPrintedAgain() {
        var notice = asked("2026-10-08").officer("prepare-notice-to-improve", form());
        town.itIs("2026-10-12");
        assertThatThrownBy(() -> notice.office("record-posting-of-improvement", sentOut("2026-10-12")))
                .hasMessageContaining("the window begins on 12 October 2026");
        notice.office("record-posting-of-improvement", answers("service", "again")).officer("prepare-notice-to-improve", form())
                .office("record-posting-of-improvement", sentOut("2026-10-12")).waitsFor("improvement-over", "2026-11-11");
    }

    @Test
    void S2_12_aNoticeToImproveThatCameBackIsServedAgainWithNewLastDaysOnPaperAndInTheTimer() {
        var notice = running("2026-10-08");
        var letter = letters.get(town.database().sql("select id from letter where pupil_id = :pupil and code = 'NOTICE TO IMPROVE'")
                .param("pupil", child.id()).query(Long.class).single());
        goesOut(letter.id());
        town.itIs("2026-10-15");
        town.of(Roles.APWS_OFFICE).starts("report-returned-letter", with(Filled.returned(letter.number(), today()), "caseReference",
                of.reference()));
        notice.hasTask("record-posting-of-improvement");
        assertThat(given()).as("nobody was given time").isEmpty();

        var school = child.pupil().schoolCode();
        new Person(town.engine(), "lead-" + school, List.of(Roles.ofSchool(school))).completes(town.engine().getTaskService()
                .createTaskQuery().processVariableValueEquals("letterId", letter.id()), "correct-address",
                Filled.newAddress("5 New Street", "ZZ99 5AA"));
        assertThat(town.database().sql("select content from letter where instead_of = :id").param("id", letter.id()).query(String.class)
                .single()).contains("\"improveFrom\":\"2026-10-19\"", "\"improveTo\":\"2026-11-13\"");
        notice.office("record-posting-of-improvement", sentOut("2026-10-15")).waitsFor("improvement-over", "2026-11-14");
    }

    @Test
    void settlement_16_itEndsWithItsCase() {
        running("2026-10-08").caseEnds().endedAt("improvement-fell");
    }
}
