package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.imports.Sender;
import apws.pupil.School;
import apws.register.DaysWithoutSchool;
import apws.register.RegisterFiles;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Marks on days without school count nowhere until the school confirms that it was open: the diagram days-without-school. */
class DaysWithoutSchoolTest extends CaseTraces {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 9, 12);
    private static final LocalDate BEFORE_TERM = LocalDate.of(2026, 9, 2);

    @Autowired
    private RegisterFiles files;

    @Autowired
    private DaysWithoutSchool days;

    private School school;
    private Child child;

    @BeforeEach
    void theRegisterHasMarksOnDaysWithoutSchool() {
        town.itIs("2026-09-18");
        school = town.school();
        child = town.child(school);
        var sent = files.read("register.csv", new ByteArrayResource("UPN,Date,Session,Mark\n%1$s,%2$s,AM,O\n%1$s,%3$s,AM,O\n"
                .formatted(child.pupil().upn(), SATURDAY, BEFORE_TERM).getBytes(UTF_8)), Sender.ofSchool("lead-" + school.code(), school.code()));
        assertThat(sent.rejected()).isEqualTo(2);
        morning("attendance-screening", "2026-09-21T06:00");
    }

    @Test
    void settlement_2_theSchoolIsAskedOnceAndWhatItConfirmsCounts() {
        var task = asked().singleResult();
        assertThat(TracedCase.moment(task.getDueDate())).isEqualTo(LocalDate.of(2026, 9, 24).atTime(LocalTime.of(17, 0)));
        morning("attendance-screening", "2026-09-22T06:00");
        assertThat(asked().singleResult().getId()).isEqualTo(task.getId());
        var shown = town.leadOf(school).as(() -> town.engine().getFormService().getTaskFormVariables(task.getId()));
        assertThat(shown.get("days").toString()).contains("2026-09-12", "Saturday", "2026-09-02", "no school day");

        answer("open", "closed");

        assertThat(asked().count()).isZero();
        assertThat(days.unanswered(school.code())).isEmpty();
        assertThat(database("select was_open from day_without_school where school_code = ? and on_day = ?", SATURDAY)).isEqualTo("true");
        assertThat(database("select was_open from day_without_school where school_code = ? and on_day = ?", BEFORE_TERM)).isEqualTo("false");
        assertThat(database("select answered_by from day_without_school where school_code = ? and on_day = ?", SATURDAY))
                .isEqualTo("lead-" + school.code());
        morning("attendance-screening", "2026-09-23T06:00");
        assertThat(asked().count()).as("asked again").isZero();
    }

    @Test
    void settlement_2_eachDayIsAnswered() {
        assertThatThrownBy(() -> town.leadOf(school).completes(asked(), "confirm-open-days",
                Map.of("days", List.of(Map.of("day", SATURDAY.toString(), "wasOpen", "open", "why", "Moved"))))).hasMessageContaining("days");
        assertThat(asked().count()).isOne();
    }

    @Test
    void anotherSchoolIsNotAsked() {
        assertThat(town.leadOf(town.school()).seesAmong(asked())).isEmpty();
        assertThat(town.leadOf(school).seesAmong(asked())).hasSize(1);
    }

    private void answer(String ofSaturday, String ofTheDayBeforeTerm) {
        town.leadOf(school).completes(asked(), "confirm-open-days", Map.of("days", List.of(
                Map.of("day", BEFORE_TERM.toString(), "wasOpen", ofTheDayBeforeTerm),
                Map.of("day", SATURDAY.toString(), "wasOpen", ofSaturday, "why", "The building work moved the week"))));
    }

    private TaskQuery asked() {
        return town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("OPEN-DAYS-" + school.code());
    }

    private String database(String sql, LocalDate day) {
        return town.database().sql(sql).params(school.code(), day).query(String.class).single().toLowerCase();
    }
}
