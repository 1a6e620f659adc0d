package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.pupil.School;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school decides whom to write to: the diagram school-check (S1-01, S1-02, settlement 3). */
class SchoolCheckTest extends CaseTraces {

    private School school;
    private Child little;
    private Child low;

    @BeforeEach
    void twoPupilsAreFound() {
        town.itIs("2026-09-21");
        school = town.school();
        little = town.child(school);
        low = town.child(school);
        town.register(little, "2026-09-03", "2026-09-18", 1);
        town.register(low, "2026-09-03", "2026-09-18", 3);
        morning("attendance-screening", "2026-09-21T06:00");
    }

    @Test
    void S1_01_S1_02_theSchoolHasOneListOfWhomToDecideOn() {
        var task = list().singleResult();
        assertThat(town.engine().getTaskService().getIdentityLinksForTask(task.getId())).extracting(link -> link.getGroupId())
                .containsExactly("school-" + school.code());
        assertThat(TracedCase.moment(task.getDueDate())).isEqualTo(LocalDate.of(2026, 9, 24).atTime(LocalTime.of(17, 0)));
        var shown = town.leadOf(school).as(() -> town.engine().getFormService().getTaskFormVariables(task.getId()));
        assertThat(shown.get("candidates").toString()).contains(little.pupil().upn(), low.pupil().upn(), "AL 1.1.0", "AL 1.2.0",
                "Ms R Moss (mother), Mr O Field (father)", "special educational needs");
    }

    @Test
    void S1_01_sendOpensACaseWithTheLetterOfTheBand() {
        decide(row(low, "hold").with("holdUntil", "2026-09-28"), row(little, "send"));

        var followed = traced(cases.openCaseOf(little.id()).orElseThrow());
        followed.waitsAt("watch-over").sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field");
        assertThat(followed.record().openedBy()).isEqualTo("lead-" + school.code());
        assertThat(cases.openCaseOf(low.id())).isEmpty();
        assertThat(list().count()).as("open lists").isZero();
    }

    @Test
    void S1_02_anInvitationHasItsMeetingFixedFirst() {
        decide(row(little, "hold").with("holdUntil", "2026-09-28"), row(low, "send").with("meetingOn", "2026-09-30")
                .with("meetingOnWhy", Filled.ASKED_FOR).with("meetingTime", "15:30")
                .with("meetingWith", "The head"));

        var followed = traced(cases.openCaseOf(low.id()).orElseThrow());
        followed.waitsAt("record-meeting-outcome").hasTask("record-meeting-outcome").dueOn("2026-09-30");
        assertThat(followed.detail("AL 1.2.0", "meetingPlace")).isEqualTo("Main hall");
        assertThat(followed.detail("AL 1.2.0", "meetingWith")).isEqualTo("The head");
        assertThat(chronology.of(followed.reference())).extracting(line -> line.what()).contains("Meeting on that day all the same: " + Filled.ASKED_FOR);
    }

    @Test
    void settlement_3_whoIsNotDecidedOnStaysOnTheList() {
        decide(row(little, "send"), row(low, null));

        assertThat(list().count()).as("open lists").isEqualTo(1);
        assertThat(screening.candidates(school.code())).extracting(found -> found.pupilId()).containsExactly(low.id());
    }

    @Test
    void settlement_3_whoIsHeldComesBackOnTheDayTheHoldEnds() {
        decide(row(little, "hold").with("holdUntil", "2026-09-23"), row(low, "hold").with("holdUntil", "2026-09-28"));
        assertThat(list().count()).as("open lists").isZero();
        morning("attendance-screening", "2026-09-22T06:00");
        assertThat(list().count()).as("open lists").isZero();
        morning("attendance-screening", "2026-09-23T06:00");

        assertThat(list().count()).as("open lists").isEqualTo(1);
        assertThat(screening.candidates(school.code())).extracting(found -> found.pupilId()).containsExactly(little.id());
    }

    @Test
    void settlement_2_whoIsNotWrittenToIsMeasuredAgainFromToday() {
        decide(row(little, "doNotSend").with("reason", "bereavement"),
                row(low, "doNotSend").with("reason", "other").with("reasonWords", "Moves at half term"));
        morning("attendance-screening", "2026-09-22T06:00");

        assertThat(list().count()).as("open lists").isZero();
        assertThat(screening.measuredFrom(little.id(), today())).isEqualTo("2026-09-21");
        assertThat(town.database().sql("select why from measured_from where pupil_id = :pupil").param("pupil", low.id())
                .query(String.class).single()).contains("other", "Moves at half term");
    }

    @Test
    void eachSchoolDayRenewsTheOneOpenList() {
        var open = list().singleResult().getId();
        morning("attendance-screening", "2026-09-22T06:00");

        assertThat(list().singleResult().getId()).isEqualTo(open);
    }

    @Test
    void aListOnWhichNobodyIsLeftEndsByItself() {
        town.register(little, "2026-09-03", "2026-09-18", 0);
        town.register(low, "2026-09-03", "2026-09-18", 0);
        morning("attendance-screening", "2026-09-22T06:00");

        assertThat(list().count()).as("open lists").isZero();
        assertThat(town.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey("SCHOOL-" + school.code()).count())
                .isZero();
    }

    @Test
    void anotherSchoolDoesNotFindTheList() {
        assertThat(town.leadOf(town.school()).seesAmong(list())).isEmpty();
        assertThat(town.leadOf(school).seesAmong(list())).hasSize(1);
    }

    private TaskQuery list() {
        return town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("SCHOOL-" + school.code());
    }

    private void decide(Row... rows) {
        var sends = List.of(rows).stream().anyMatch(row -> "send".equals(row.get("decision")));
        var form = new LinkedHashMap<String, Object>(Map.of("candidates", List.of(rows), "meetingPlaceForAll", "Main hall",
                "meetingWithForAll", "Daniel Lee"));
        if (sends) {
            form.put("recipientsChecked", true);
        }
        town.leadOf(school).completes(list(), "decide-whom-to-write-to", form);
    }

    private static final class Row extends LinkedHashMap<String, Object> {
        Row with(String field, Object value) {
            put(field, value);
            return this;
        }
    }

    private static Row row(Child child, String decision) {
        var row = new Row().with("upn", child.pupil().upn());
        return decision == null ? row : row.with("decision", decision);
    }
}
