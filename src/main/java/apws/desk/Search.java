package apws.desk;

import apws.access.SignedIn;
import apws.calendar.Days;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import apws.desk.Found.FoundCase;
import apws.legal.PenaltyNotices;
import apws.letter.Letters;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds pupils by what people know of them: a name, also misspelt or by its sound, a parent's name, the school, the unique pupil number, the
 * reference of a case, the number of a notice or of a letter. Nobody finds what they may not see.
 */
@Component
class Search {

    private static final Pattern CASE = Pattern.compile("(?:AI-?)?(\\d{4})-(\\d{1,9})|(\\d{1,9})");
    private static final Pattern UPN = Pattern.compile("[A-Z]\\d{11}[A-Z0-9]");
    private static final Pattern NOTICE = Pattern.compile("PN-\\d{4}-\\d{5,}");
    private static final String BY_PARENT = "parent";
    private static final int BY_SCHOOL = 1;
    private static final int SHORTEST = 2;
    /** Of so many that are like it, those are looked for that may be seen. */
    private static final int LOOKED_AT = 300;

    private final Names names;
    private final Pupils pupils;
    private final Parents parents;
    private final Schools schools;
    private final Cases cases;
    private final PenaltyNotices notices;
    private final Letters letters;
    private final RecordReaders readers;
    private final SignedIn signedIn;

    Search(Names names, Pupils pupils, Parents parents, Schools schools, Cases cases, PenaltyNotices notices, Letters letters,
           RecordReaders readers, SignedIn signedIn) {
        this.names = names;
        this.pupils = pupils;
        this.parents = parents;
        this.schools = schools;
        this.cases = cases;
        this.notices = notices;
        this.letters = letters;
        this.readers = readers;
        this.signedIn = signedIn;
    }

    /** @return the best first, at most so many; none for less than two letters */
    List<Found> find(String typed, int atMost) {
        var text = typed.strip();
        if (text.length() < SHORTEST || !signedIn.doesCasework()) {
            return List.of();
        }
        var byNumber = numbered(text.toUpperCase(Locale.UK));
        return found(byNumber.isEmpty() ? named(text) : byNumber, atMost);
    }

    /** @param likeness of the name; by a number all are the same */
    private record How(int likeness, String because) {

        static How byNumber(String because) {
            return new How(Likeness.SAME, because);
        }
    }

    /** By the pupils' ids, each with how it was found. */
    private Map<Long, How> numbered(String text) {
        if (UPN.matcher(text).matches()) {
            return pupils.withUpn(text).map(pupil -> Map.of(pupil.id(), How.byNumber("unique pupil number " + text))).orElse(Map.of());
        }
        if (NOTICE.matcher(text).matches()) {
            return notices.find(text).filter(notice -> reads(notice.caseReference(), notice.pupilId(), reading -> reading.ofFact("notice")))
                    .map(notice -> Map.of(notice.pupilId(), How.byNumber("penalty notice " + text))).orElse(Map.of());
        }
        var letter = letters.withNumber(text);
        if (letter.isPresent()) {
            return letter.filter(one -> reads(one.caseReference(), one.pupilId(), reading -> reading.ofLetter(one.code())))
                    .map(one -> Map.of(one.pupilId(), How.byNumber("letter " + text))).orElse(Map.of());
        }
        var reference = CASE.matcher(text);
        if (!reference.matches()) {
            return Map.of();
        }
        var number = reference.group(3) == null ? reference.group(2) : reference.group(3);
        return cases.numbered(number).stream().filter(one -> reference.group(1) == null || one.reference().startsWith("AI-" + reference.group(1)))
                .collect(Collectors.toMap(Case::pupilId, one -> How.byNumber("case " + one.reference()), (one, other) -> one, LinkedHashMap::new));
    }

    /** That there is such a notice or letter is itself told to those alone who may read it. */
    private boolean reads(@Nullable String caseReference, long pupilId, Predicate<Reading> part) {
        var reading = caseReference == null ? readers.ofPupil(pupilId, pupils.get(pupilId).schoolCode()) : readers.of(cases.get(caseReference));
        return reading.filter(part).isPresent();
    }

    private Map<Long, How> named(String text) {
        var words = Words.of(text);
        if (words.isEmpty()) {
            return Map.of();
        }
        var seen = new HashMap<String, Boolean>();
        var ids = new LinkedHashMap<Long, How>();
        names.now().like(words, school -> seen.computeIfAbsent(school, signedIn::maySeeSchool)).stream().limit(LOOKED_AT)
                .forEach(match -> ids.put(match.pupilId(), new How(match.likeness(), match.byParent() ? BY_PARENT : "")));
        schoolNamed(words).filter(school -> signedIn.maySeeSchool(school.code())).ifPresent(school ->
                cases.openOfSchool(school.code()).forEach(one -> ids.putIfAbsent(one.pupilId(), new How(BY_SCHOOL, "open case at this school"))));
        return ids;
    }

    /** The one school whose name holds all those words. */
    private Optional<School> schoolNamed(List<String> words) {
        var named = schools.all().stream().filter(school -> Words.of(school.name()).containsAll(words)).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private List<Found> found(Map<Long, How> how, int atMost) {
        var people = pupils.withIds(how.keySet());
        var theirs = cases.ofEach(how.keySet());
        var schoolNames = schools.all().stream().collect(Collectors.toMap(School::code, School::name));
        var found = new LinkedHashMap<Long, Found>();
        for (var id : bestFirst(how, theirs)) {
            var pupil = people.get(id);
            if (pupil != null && found.size() < atMost) {
                var readable = theirs.getOrDefault(id, List.of()).stream().filter(one -> readers.of(one).isPresent()).map(Search::standing).toList();
                if (!readable.isEmpty() || readers.ofPupil(id, pupil.schoolCode()).isPresent()) {
                    found.put(id, new Found(pupil.name(), who(pupil, schoolNames), readable, because(how, id)));
                }
            }
        }
        var parentsOf = parents.ofEach(found.keySet());
        return found.entrySet().stream().map(entry -> entry.getValue().because().equals(BY_PARENT)
                ? entry.getValue().because(parent(parentsOf.getOrDefault(entry.getKey(), List.of()))) : entry.getValue()).toList();
    }

    private static String because(Map<Long, How> how, long id) {
        var found = how.get(id);
        return found == null ? "" : found.because();
    }

    /** Among those who are equally like it, pupils with an open case first, then those who had one. */
    private static List<Long> bestFirst(Map<Long, How> how, Map<Long, List<Case>> cases) {
        return how.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<Long, How> one) -> one.getValue().likeness())
                .thenComparing(one -> cases.getOrDefault(one.getKey(), List.of()).stream().anyMatch(Case::open))
                .thenComparing(one -> cases.containsKey(one.getKey())).reversed()).map(Map.Entry::getKey).toList();
    }

    private static String who(Pupil pupil, Map<String, String> schools) {
        return "%s, %s".formatted(pupil.year(), schools.get(pupil.schoolCode()));
    }

    private static FoundCase standing(Case one) {
        return new FoundCase(one.reference(), one.open(), one.closedOn() == null ? "open since " + Days.inWords(one.openedOn())
                : "ended on " + Days.inWords(one.closedOn()));
    }

    private static String parent(List<ParentOfPupil> parents) {
        return "parents: " + parents.stream().map(of -> of.parent().name()).collect(Collectors.joining(", "));
    }
}
