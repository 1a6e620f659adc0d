package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Six in the morning: the diagram attendance-screening. */
class ScreeningTest extends CaseTraces {

    private static final String SCREENING = "attendance-screening";

    @Test
    void S1_01_S1_02_onASchoolDayWhomTheFiguresCallForIsOfferedToTheirSchool() {
        town.itIs("2026-09-21");
        var school = town.school();
        var regular = town.child(school);
        var little = town.child(school);
        var low = town.child(school);
        town.register(regular, "2026-09-03", "2026-09-18", 0);
        town.register(little, "2026-09-03", "2026-09-18", 1);
        town.register(low, "2026-09-03", "2026-09-18", 2);
        morning(SCREENING, "2026-09-21T06:00");

        assertThat(listOf(school.code())).as("the school's open list").hasSize(1);
        assertThat(screening.candidates(school.code())).extracting(found -> found.pupilId(), found -> found.band())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(little.id(), "AL 1.1.0"),
                        org.assertj.core.groups.Tuple.tuple(low.id(), "AL 1.2.0"));
    }

    @Test
    void atAWeekendNobodyIsScreened() {
        morning(SCREENING, "2026-09-19T06:00");

        assertThat(runs()).isZero();
    }

    @Test
    void inTheHolidaysNobodyIsScreened() {
        morning(SCREENING, "2026-10-28T06:00");

        assertThat(runs()).isZero();
    }

    @Test
    void onASchoolDayThereIsOneRunHoweverOften() {
        morning(SCREENING, "2026-09-21T06:00");
        morning(SCREENING, "2026-09-21T06:00");

        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aPupilWithAnOpenCaseIsNoCandidate() {
        town.itIs("2026-09-21");
        var child = town.child();
        town.register(child, "2026-09-03", "2026-09-18", 5);
        madeAware(child);
        morning(SCREENING, "2026-09-21T06:00");

        assertThat(listOf(child.pupil().schoolCode())).isEmpty();
    }

    @Test
    void theNextOneIsAtSixTheDayAfterWhateverTheClocksDo() {
        morning(SCREENING, "2026-10-24T06:00");
        assertThat(TracedCase.moment(startTimer(SCREENING).getDuedate())).isEqualTo(LocalDateTime.parse("2026-10-25T06:00"));
        morning(SCREENING, "2027-03-27T06:00");
        assertThat(TracedCase.moment(startTimer(SCREENING).getDuedate())).isEqualTo(LocalDateTime.parse("2027-03-28T06:00"));
    }

    private java.util.List<org.camunda.bpm.engine.task.Task> listOf(String schoolCode) {
        return town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("SCHOOL-" + schoolCode).list();
    }

    private long runs() {
        return town.database().sql("select count(*) from screening_run").query(Long.class).single();
    }
}
