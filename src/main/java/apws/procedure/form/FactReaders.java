package apws.procedure.form;

import apws.access.Viewer;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.letter.Letters;
import apws.procedure.CaseVariables;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who is shown which facts. A diagram asks for them, and its variables say of whom; but a diagram, and every id in its variables, may be
 * anybody's work: whether they are shown is a matter of the person who looks. The council's caseworkers see every case; a school what is
 * {@link ForSchoolsToo}, and only where the pupil, the case, the letter and the entry that the variables name are all its own; whoever does
 * no casework sees none.
 */
@Component
class FactReaders {

    /** What there is not is no school's. */
    private static final String NOBODYS = "";
    /** The facts that are about a school's pupils as a whole, and no case's. */
    private static final Set<String> OF_A_SCHOOL = Set.of("candidates", "openDays", "whoLeft");

    private final Viewer viewer;
    private final Cases cases;
    private final Pupils pupils;
    /** Known only once the engine is, which asks for this. */
    private final ObjectProvider<Letters> letters;
    private final Entries entries;
    private final ListableBeanFactory beans;

    FactReaders(Viewer viewer, Cases cases, Pupils pupils, ObjectProvider<Letters> letters, Entries entries, ListableBeanFactory beans) {
        this.viewer = viewer;
        this.cases = cases;
        this.pupils = pupils;
        this.letters = letters;
        this.entries = entries;
        this.beans = beans;
    }

    boolean viewerDoesCasework() {
        return viewer.doesCasework();
    }

    /** Those of the facts that are for the viewer, of whom these variables speak. */
    List<String> readable(List<String> facts, Map<String, Object> variables) {
        if (facts.isEmpty() || viewer.maySeeEverySchool()) {
            return facts;
        }
        if (!viewer.doesCasework()) {
            return List.of();
        }
        var theirs = isTheirs(variables);
        var theirMarks = !theirs && areTheirMarks(variables);
        return facts.stream().filter(name -> !OF_A_SCHOOL.contains(name) || isTheirSchool(variables)).filter(name -> {
            var too = beans.findAnnotationOnBean(name, ForSchoolsToo.class);
            return too != null && (theirs || theirMarks && too.ofTheirMarks());
        }).toList();
    }

    private boolean isTheirSchool(Map<String, Object> variables) {
        return variables.get(CaseVariables.SCHOOL_CODE) instanceof String code && viewer.maySeeSchool(code);
    }

    private boolean isTheirs(Map<String, Object> variables) {
        var schools = new ArrayList<String>();
        var named = variables.get(CaseVariables.CASE_REFERENCE) instanceof String reference ? cases.find(reference) : Optional.<Case>empty();
        if (variables.get(CaseVariables.CASE_REFERENCE) != null) {
            schools.add(named.map(Case::schoolCode).orElse(NOBODYS));
        }
        about(variables, CaseVariables.PUPIL_ID, id -> named.filter(one -> one.open() && one.pupilId() == id).map(Case::schoolCode)
                .orElseGet(() -> ofPupil(id)), schools);
        about(variables, "letterId", id -> ofPupil(letters.getObject().get(id).pupilId()), schools);
        about(variables, "disputeEntry", id -> ofCase(entries.get(id).caseReference()), schools);
        about(variables, "answerEntry", id -> ofCase(entries.get(id).caseReference()), schools);
        return schools.stream().allMatch(viewer::maySeeSchool);
    }

    /** A dispute stays with the school that gave the marks, whichever school has the pupil and the case by now. */
    private boolean areTheirMarks(Map<String, Object> variables) {
        if (!(variables.get(CaseVariables.PUPIL_ID) instanceof Number pupil) || !(variables.get("disputeEntry") instanceof Number id)) {
            return false;
        }
        var dispute = entries.get(id.longValue());
        var days = StreamSupport.stream(dispute.data().path("disputedSessions").spliterator(), false)
                .map(session -> LocalDate.parse(session.asText().substring(0, 10))).toList();
        return cases.find(dispute.caseReference()).filter(one -> one.pupilId() == pupil.longValue()).isPresent() && !days.isEmpty()
                && pupils.schoolsOn(pupil.longValue(), days).stream().allMatch(viewer::maySeeSchool);
    }

    private static void about(Map<String, Object> variables, String name, LongFunction<String> school, List<String> schools) {
        if (variables.get(name) instanceof Number id) {
            schools.add(school.apply(id.longValue()));
        }
    }

    private String ofPupil(long id) {
        return Optional.ofNullable(pupils.withIds(List.of(id)).get(id)).map(Pupil::schoolCode).orElse(NOBODYS);
    }

    private String ofCase(String reference) {
        return cases.find(reference).map(Case::schoolCode).orElse(NOBODYS);
    }
}
