package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.imports.Sender;
import apws.pupil.ParentFiles;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.PupilFiles;
import apws.pupil.Pupils;
import apws.pupil.School;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Who has left: said by hand, or of whoever a school's whole file left out. The diagrams who-left and people-watch. */
class WhoLeftTest extends CaseTraces {

    private static final String WATCH = "people-watch";

    @Autowired
    Parents parents;
    @Autowired
    Pupils pupils;
    @Autowired
    PupilFiles pupilFiles;
    @Autowired
    ParentFiles parentFiles;

    @Test
    void aParentLinkEndsByHandWithAReasonAndNoLetterGoesThereAfterwards() {
        town.itIs("2026-09-10");
        var school = town.school();
        var child = town.child(school);
        var followed = planned(child.attends(90).since("2026-09-01"), "2026-09-10").sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field",
                "ISP 1.1 to Ms R Moss", "ISP 1.1 to Mr O Field", "ISP 1.1 to Daniel Lee");
        town.itIs("2026-09-15");
        new Leaving(town, town.leadOf(school)).ofParent(child, 1, "2026-09-14");

        assertThat(parents.of(child.id())).extracting(ParentOfPupil::parent).containsExactly(child.parents().get(0));
        followed.tells("Who is who", "Mr O Field is the pupil’s parent until 14 September 2026 and no longer: Moved out, the mother says",
                "lead-" + school.code());
        followed.waitsFor("interim-review-due").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        followed.sent("PRAISE to Ms R Moss");
        assertThat(town.engine().getTaskService().createTaskQuery().taskDefinitionKey("say-who-left").count()).isZero();
    }

    @Test
    void anEndThatWasWrongIsTakenBackByHand() {
        town.itIs("2026-09-10");
        var school = town.school();
        var child = town.child(school);
        var leaving = new Leaving(town, town.leadOf(school));
        leaving.ofParent(child, 1, "2026-09-09");
        leaving.begins(child);
        leaving.says(leaving.tasks(), Leaving.rows(child, "parent %d of %d".formatted(child.parents().get(1).id(), child.id()),
                Map.of("decision", "stays", "reason", "He is back")));

        assertThat(parents.of(child.id())).hasSize(2);
    }

    @Test
    void aPupilHasNotLeftBeforeAdmissionAndLeavesWithADayAndAReason() {
        town.itIs("2026-09-10");
        var school = town.school();
        var child = town.child(school);
        var leaving = new Leaving(town, town.leadOf(school));
        leaving.begins(child);
        assertThatThrownBy(() -> leaving.says(leaving.tasks(), leaves(child, "2026-08-31"))).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("was admitted on 1 September 2026");
        assertThatThrownBy(() -> leaving.says(leaving.tasks(), Leaving.rows(child, "pupil " + child.id(), Map.of("decision", "left"))))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("lastDay");
        leaving.says(leaving.tasks(), leaves(child, "2026-09-09"));

        assertThat(pupils.get(child.id()).leftOn()).isEqualTo("2026-09-09");
    }

    private static List<Object> leaves(Child child, String lastDay) {
        return Leaving.rows(child, "pupil " + child.id(), Map.of("decision", "left", "lastDay", lastDay, "reason", "Moved to Wales"));
    }

    @Test
    void aSchoolNamesItsOwnPupilsOnly() {
        var child = town.child();
        assertThatThrownBy(() -> new Leaving(town, town.leadOf(town.school())).begins(child))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("there is no pupil with this number");
    }

    @Test
    void whoIsMissingFromAWholeFileIsListedForThePersonAtTheSchoolAndNotOfferedOnceItIsKnownThatTheyLeft() {
        town.itIs("2026-09-10");
        var school = town.school();
        var stays = town.child(school);
        var gone = town.child(school);
        offered(gone, school);
        parents(school, stays, true, "R-1,%s,Step-father,yes,Stan,Oldstep,11 High Street,XF1 1AA", "R-2,%s,Mother,yes,Mia,Four,11 High Street,XF1 1AA");
        parents(school, stays, true, "R-2,%s,Mother,yes,Mia,Four,11 High Street,XF1 1AA");
        pupilFiles.read("pupils.csv", new ByteArrayResource(("UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,SEN\n%s,Ada,Moss,2015-05-03,"
                + "Year 7,%s,2026-09-01,yes\n").formatted(stays.pupil().upn(), school.code()).getBytes(UTF_8)),
                Sender.ofSchool("lead", school.code()), true);
        assertThat(screening.candidates(school.code())).as("while nobody knows").hasSize(1);
        morning(WATCH, "2026-09-11T05:30");
        morning(WATCH, "2026-09-12T05:30");

        var lead = new Leaving(town, town.leadOf(school));
        var task = list(school).singleResult();
        assertThat(TracedCase.moment(task.getDueDate()).toLocalDate()).isEqualTo("2026-09-16");
        var stan = parents.withReference(school.code(), "R-1").orElseThrow().id();
        var shown = lead.by().as(() -> town.engine().getFormService().getTaskFormVariables(task.getId()));
        assertThat(shown.get("whoMayHaveLeft").toString()).contains("Ada Moss", "S Oldstep", "Step-father of Ada Moss",
                "Not in the file of 10 September 2026").doesNotContain("M Four");
        lead.says(list(school), List.of(Map.of("who", "pupil " + gone.id()), Map.of("who", "parent %d of %d".formatted(stan, stays.id()),
                "decision", "left", "lastDay", "2026-09-01", "reason", "Has moved out")));
        assertThat(parents.of(stays.id())).extracting(of -> of.parent().name()).doesNotContain("S Oldstep").contains("M Four");
        assertThat(list(school).count()).as("the pupil is undecided").isOne();
        lead.says(list(school), List.of(Map.of("who", "pupil " + gone.id(), "decision", "left", "lastDay", "2026-09-09", "reason",
                "Moved to Wales")));
        assertThat(list(school).count()).isZero();
        assertThat(screening.candidates(school.code())).as("now that it is known").isEmpty();
    }

    private void offered(Child child, School school) {
        town.database().sql("""
                insert into candidate (pupil_id, school_code, band, persistent, severe, from_on, to_on, as_at, possible, attended, authorised,
                    unauthorised, no_reason_yet, illness, found_on, screened_on)
                values (:pupil, :school, 'AL 1.1.0', false, false, :day, :day, :day, 40, 38, 0, 2, 0, 0, :day, :day)""")
                .param("pupil", child.id()).param("school", school.code()).param("day", today()).update();
    }

    private void parents(School school, Child of, boolean whole, String... rows) {
        var file = new StringBuilder("Reference,UPN,Relationship,LivesWithPupil,Forename,Surname,Address,Postcode\n");
        List.of(rows).forEach(row -> file.append(row.formatted(of.pupil().upn())).append('\n'));
        assertThat(parentFiles.read("parents.csv", new ByteArrayResource(file.toString().getBytes(UTF_8)), Sender.ofSchool("lead", school.code()),
                whole).rejected()).isZero();
    }

    private TaskQuery list(School school) {
        return town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("LEFT-" + school.code());
    }
}
