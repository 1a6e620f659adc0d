package apws.procedure.gate;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import apws.legal.PenaltyNotices;
import apws.legal.Proceedings;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.ForSchoolsToo;
import apws.procedure.answers.MarkDispute;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.register.SessionKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who is shown which facts. A diagram asks for them, and its variables say of whom; but a diagram, and every id in its variables, may be
 * anybody's work: whether they are shown is a matter of the person who looks. Whoever works for the council sees of every case, pupil and
 * letter that the variables name what they may read of it ({@link RecordReaders}), and nothing where they may read nothing of one of them; a
 * school what is {@link ForSchoolsToo}, and only where all that the variables name is its own; whoever does no casework sees none.
 */
@Component
class FactReaders {

    /** What there is not is no school's. */
    private static final String NOBODYS = "";
    /** The facts that are about a school's pupils as a whole, and no case's. */
    private static final Set<String> OF_A_SCHOOL = Set.of("candidates", "openDays", "whoLeft");

    private final SignedIn signedIn;
    private final Cases cases;
    private final Pupils pupils;
    /** These are known only once the engine is, which asks for this. */
    private final ObjectProvider<Letters> letters;
    private final ObjectProvider<PenaltyNotices> notices;
    private final ObjectProvider<Proceedings> proceedings;
    private final Entries entries;
    private final RecordReaders readers;
    private final ListableBeanFactory beans;

    FactReaders(SignedIn signedIn, Cases cases, Pupils pupils, ObjectProvider<Letters> letters, ObjectProvider<PenaltyNotices> notices,
            ObjectProvider<Proceedings> proceedings, Entries entries, RecordReaders readers, ListableBeanFactory beans) {
        this.signedIn = signedIn;
        this.cases = cases;
        this.pupils = pupils;
        this.letters = letters;
        this.notices = notices;
        this.proceedings = proceedings;
        this.entries = entries;
        this.readers = readers;
        this.beans = beans;
    }

    boolean doesCasework() {
        return signedIn.doesCasework();
    }

    /** Those of the facts that are for whoever is signed in, of whom these variables speak. */
    List<String> readable(List<String> facts, Map<String, Object> variables) {
        if (facts.isEmpty() || signedIn.isTheApplication()) {
            return facts;
        }
        if (!signedIn.doesCasework()) {
            return List.of();
        }
        return signedIn.maySeeEverySchool() ? forTheCouncil(facts, variables) : forSchools(facts, variables);
    }

    private List<String> forTheCouncil(List<String> facts, Map<String, Object> variables) {
        var readings = readings(variables);
        return facts.stream().filter(name -> readings.stream().allMatch(reading -> reading.filter(one -> one.ofFact(name)).isPresent())).toList();
    }

    /** Of all that the variables name; where that is nothing, of what concerns nobody. */
    private List<Optional<Reading>> readings(Map<String, Object> variables) {
        var references = new LinkedHashSet<String>();
        var pupilIds = new LinkedHashSet<Long>();
        if (variables.get(CaseVariables.CASE_REFERENCE) instanceof String reference) {
            references.add(reference);
        }
        id(variables, CaseVariables.PUPIL_ID, pupilIds::add);
        if (variables.get(PenaltyNoticeProcess.NUMBER) instanceof String number && !number.isBlank()) {
            var notice = notices.getObject().get(number);
            add(notice.caseReference(), notice.pupilId(), references, pupilIds);
        }
        id(variables, ProsecutionOfParentProcess.PROCEEDING, id -> references.add(proceedings.getObject().get(id).caseReference()));
        id(variables, BetweenSteps.DISPUTE_ENTRY, id -> references.add(entries.get(id).caseReference()));
        id(variables, BetweenSteps.ANSWER_ENTRY, id -> references.add(entries.get(id).caseReference()));
        var readings = new ArrayList<Optional<Reading>>();
        id(variables, BetweenSteps.LETTER, id -> readings.add(ofLetter(letters.getObject().get(id))));
        references.stream().map(cases::find).forEach(found -> {
            readings.add(found.flatMap(readers::of));
            found.ifPresent(one -> pupilIds.remove(one.pupilId()));
        });
        pupilIds.forEach(id -> readings.add(reading(id)));
        return readings.isEmpty() ? List.of(readers.ofNobody()) : readings;
    }

    private Optional<Reading> reading(long pupilId) {
        return Optional.ofNullable(pupils.withIds(List.of(pupilId)).get(pupilId)).flatMap(pupil -> readers.ofPupil(pupil.id(), pupil.schoolCode()));
    }

    private Optional<Reading> ofLetter(Letter letter) {
        var reading = letter.caseReference() == null ? reading(letter.pupilId()) : cases.find(letter.caseReference()).flatMap(readers::of);
        return reading.filter(one -> one.ofLetter(letter.code()));
    }

    /** The pupil alone where there is no case. */
    private static void add(String caseReference, long pupilId, Set<String> references, Set<Long> pupilIds) {
        if (caseReference == null) {
            pupilIds.add(pupilId);
        } else {
            references.add(caseReference);
        }
    }

    private static void id(Map<String, Object> variables, String name, LongConsumer named) {
        if (variables.get(name) instanceof Number id) {
            named.accept(id.longValue());
        }
    }

    private List<String> forSchools(List<String> facts, Map<String, Object> variables) {
        var theirs = isTheirs(variables);
        var theirMarks = !theirs && areTheirMarks(variables);
        return facts.stream().filter(name -> !OF_A_SCHOOL.contains(name) || isTheirSchool(variables)).filter(name -> {
            var too = beans.findAnnotationOnBean(name, ForSchoolsToo.class);
            return too != null && (theirs || theirMarks && too.ofTheirMarks());
        }).toList();
    }

    private boolean isTheirSchool(Map<String, Object> variables) {
        return variables.get(CaseVariables.SCHOOL_CODE) instanceof String code && signedIn.maySeeSchool(code);
    }

    private boolean isTheirs(Map<String, Object> variables) {
        var schools = new ArrayList<String>();
        var named = variables.get(CaseVariables.CASE_REFERENCE) instanceof String reference ? cases.find(reference) : Optional.<Case>empty();
        if (variables.get(CaseVariables.CASE_REFERENCE) != null) {
            schools.add(named.map(Case::schoolCode).orElse(NOBODYS));
        }
        about(variables, CaseVariables.PUPIL_ID, id -> named.filter(one -> one.open() && one.pupilId() == id).map(Case::schoolCode)
                .orElseGet(() -> ofPupil(id)), schools);
        about(variables, BetweenSteps.LETTER, id -> ofPupil(letters.getObject().get(id).pupilId()), schools);
        about(variables, BetweenSteps.DISPUTE_ENTRY, id -> ofCase(entries.get(id).caseReference()), schools);
        about(variables, BetweenSteps.ANSWER_ENTRY, id -> ofCase(entries.get(id).caseReference()), schools);
        return schools.stream().allMatch(signedIn::maySeeSchool);
    }

    /** A dispute stays with the school that gave the marks, whichever school has the pupil and the case by now. */
    private boolean areTheirMarks(Map<String, Object> variables) {
        if (!(variables.get(CaseVariables.PUPIL_ID) instanceof Number pupil) || !(variables.get(BetweenSteps.DISPUTE_ENTRY) instanceof Number id)) {
            return false;
        }
        var dispute = entries.get(id.longValue());
        var days = dispute.as(MarkDispute.class).disputedSessions().stream().map(session -> SessionKey.parse(session).date()).toList();
        return cases.find(dispute.caseReference()).filter(one -> one.pupilId() == pupil.longValue()).isPresent() && !days.isEmpty()
                && pupils.schoolsOn(pupil.longValue(), days).stream().allMatch(signedIn::maySeeSchool);
    }

    private static void about(Map<String, Object> variables, String name, LongFunction<String> school, List<String> schools) {
        id(variables, name, id -> schools.add(school.apply(id)));
    }

    private String ofPupil(long id) {
        return Optional.ofNullable(pupils.withIds(List.of(id)).get(id)).map(Pupil::schoolCode).orElse(NOBODYS);
    }

    private String ofCase(String reference) {
        return cases.find(reference).map(Case::schoolCode).orElse(NOBODYS);
    }
}
