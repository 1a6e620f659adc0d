package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.imports.ImportResult;
import apws.imports.Sender;
import apws.pupil.PupilFiles;
import apws.pupil.School;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** A pupil who moves within the area keeps the case; the old school keeps only what concerns its own sessions (settlement 16). */
class MovedPupilTest extends CaseTraces {

    @Autowired
    PupilFiles files;

    private School from;
    private School to;
    private Child child;

    private TracedCase withPlan() {
        town.itIs("2026-09-10");
        from = town.school();
        to = town.school();
        child = town.child(from).attends(90).since("2026-09-01").missed("2026-09-08");
        return planned(child, "2026-09-10");
    }

    private ImportResult moves(Sender sender) {
        var row = "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,SEN\n%s,Ada,Moss,2015-05-03,Year 7,%s,2026-09-14,yes\n"
                .formatted(child.pupil().upn(), to.code());
        // whoever sends it is signed in, and has no permission for other people's tasks
        return town.leadOf(to).as(() -> files.read("pupils.csv", new ByteArrayResource(row.getBytes(UTF_8)), sender));
    }

    @Test
    void settlement_16_theCaseGoesAlongByTheNewSchoolsOwnFileWithItsTasksAndLetters() {
        var followed = withPlan();
        var task = followed.hasTask("support-pupil").withTheSchool().task();
        town.engine().getTaskService().setAssignee(task.getId(), "lead-" + from.code());
        town.itIs("2026-09-15");
        assertThat(moves(Sender.ofSchool("lead-" + to.code(), to.code())).rejected()).isZero();

        assertThat(followed.record().schoolCode()).isEqualTo(to.code());
        followed.hasTask("support-pupil").with("school-" + to.code());
        assertThat(followed.hasTask("support-pupil").task().getAssignee()).as("claimed by somebody of the school before").isNull();
        followed.tells("Settlement 16", "The pupil has moved from %s to %s".formatted(from.name(), to.name()), "lead-" + to.code());
        assertThat(followed.variable("attendance-intervention", "schoolName")).isEqualTo(to.name());
        followed.waitsFor("interim-review-due").passes();
        followed.hasTask("hold-interim-review").with("school-" + to.code());
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        assertThat(content("PRAISE")).contains(to.name()).doesNotContain(from.name());
    }

    @Test
    void settlement_16_theCaseGoesAlongByTheOfficesFile() {
        var followed = withPlan();
        town.itIs("2026-09-15");
        assertThat(moves(Sender.ofEverySchool("office.okoro")).rejected()).isZero();

        followed.waitsAt("support-pupil").hasTask("support-pupil").with("school-" + to.code());
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()))
                .completes("refer-to-apws", Filled.referral(today()));
        assertThat(content("APWS 1.1.0")).contains(to.name()).doesNotContain("\"name\":\"" + from.name());
    }

    @Test
    void settlement_16_aDisputeAboutMarksOfTheSchoolBeforeIsAnsweredThere() {
        var followed = withPlan();
        disputed(followed, followed.school(), "2026-09-08 AM");
        town.itIs("2026-09-15");
        child.missed("2026-09-14");
        moves(Sender.ofEverySchool("office.okoro"));

        followed.hasTask("answer-mark-dispute").with("school-" + from.code());
        var before = new TracedCase.Worker(followed, town.leadOf(from));
        before.completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.stands("2026-09-08 AM")));
        followed.school().person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
        followed.school().isRefused("write-dispute-down", Filled.markDispute(today(), "2026-09-08 PM", "2026-09-14 AM"), "disputedSessions")
                .completes("write-dispute-down", Filled.markDispute(today(), "2026-09-08 PM"));
        followed.hasTask("answer-mark-dispute").with("school-" + from.code());
        before.completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.stands("2026-09-08 PM")));
        disputed(followed, followed.school(), "2026-09-14 AM");
        followed.hasTask("answer-mark-dispute").with("school-" + to.code());
    }

    @Test
    void settlement_16_whoIsOnTheListOfTheSchoolBeforeIsNotOfferedThereAnyMore() {
        town.itIs("2026-09-10");
        from = town.school();
        to = town.school();
        child = town.child(from);
        town.database().sql("""
                insert into candidate (pupil_id, school_code, band, persistent, severe, from_on, to_on, as_at, possible, attended, authorised,
                    unauthorised, no_reason_yet, illness, found_on, screened_on)
                values (:pupil, :school, 'AL 1.1.0', false, false, :day, :day, :day, 40, 38, 0, 2, 0, 0, :day, :day)""")
                .param("pupil", child.id()).param("school", from.code()).param("day", today()).update();
        assertThat(screening.candidates(from.code())).hasSize(1);
        town.itIs("2026-09-15");
        moves(Sender.ofEverySchool("office.okoro"));

        assertThat(List.of(screening.candidates(from.code()), screening.candidates(to.code()))).containsOnly(List.of());
    }

    private String content(String code) {
        return town.database().sql("select content from letter where pupil_id = :pupil and code = :code order by id desc limit 1")
                .param("pupil", child.id()).param("code", code).query(String.class).single();
    }

    private void disputed(TracedCase followed, TracedCase.Worker by, String session) {
        by.person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
        by.completes("write-dispute-down", Filled.markDispute(today(), session));
    }
}
