package apws.letter;

import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.form.Fact;
import apws.form.FilledForm;
import apws.letter.LetterContent.CaseRecord;
import apws.letter.LetterContent.LetterLine;
import apws.letter.LetterContent.StoryLine;
import apws.letter.LetterContent.Week;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.Correction;
import apws.register.DatedMark;
import apws.register.Registers;
import apws.register.Session;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is on record of a case: whole for the service, about one parent for those who prosecute. */
@Component
class CaseRecords {

    private static final int REFERRAL_SCHOOL_WEEKS = 10;
    /** Steps of the chronology that are the office's own: reminders, and cases put back. */
    private static final Set<String> NOT_TOLD = Set.of("Overdue");
    private static final String SYSTEM = "system";
    private static final String REFERRAL_FORM = "refer-to-apws";

    private final SchoolCalendar calendar;
    private final Pupils pupils;
    private final Parents parents;
    private final Schools schools;
    private final Registers registers;
    private final Entries entries;
    private final Chronology chronology;
    private final FilledForm filledForm;
    private final ObjectMapper json;

    CaseRecords(SchoolCalendar calendar, Pupils pupils, Parents parents, Schools schools, Registers registers, Entries entries,
                Chronology chronology, FilledForm filledForm, ObjectMapper json) {
        this.calendar = calendar;
        this.pupils = pupils;
        this.parents = parents;
        this.schools = schools;
        this.registers = registers;
        this.entries = entries;
        this.chronology = chronology;
        this.filledForm = filledForm;
        this.json = json;
    }

    /**
     * With the whole referral form.
     *
     * @param sent the letters of the case so far
     * @param from first day of its register
     */
    CaseRecord whole(Subject subject, List<Letter> sent, LocalDate from, LocalDate today) {
        var pupil = pupils.get(subject.pupilId());
        var window = calendar.schoolWeeksBack(today, REFERRAL_SCHOOL_WEEKS);
        return new CaseRecord(
                facts(pupil, schools.get(subject.schoolCode()), today),
                parents.of(pupil.id()).stream().map(CaseRecords::facts).toList(),
                pupils.siblings(pupil.id()).stream().map(child -> new Fact(child.name(), schools.get(child.schoolCode()).name())).toList(),
                weeks(pupil, from, today),
                window,
                registers.unauthorisedSessions(pupil.id(), window, today).stream().map(CaseRecords::inWords).toList(),
                corrections(pupil, from, today),
                sent.stream().map(CaseRecords::line).toList(),
                story(subject),
                entries.newest(subject.reference(), REFERRAL_FORM).map(entry -> filledForm.of(entry.filledIn(), entry.data()))
                        .orElse(List.of()));
    }

    /**
     * Without the other parents, brothers and sisters: what is on record about them is left out, whole lines at a time; their interviews
     * and letters too.
     *
     * @param details with {@code answers}: forms as they were filled in, each with {@code form}, {@code title} and {@code answers}, which
     *                stand in it with their labels; and {@code people}: names by the ids under which lines were written
     */
    CaseRecord aboutParent(Subject subject, long parentId, Map<String, Object> details, List<Letter> sent, LocalDate from, LocalDate today) {
        var pupil = pupils.get(subject.pupilId());
        var all = parents.everOf(pupil.id());
        var about = all.stream().filter(row -> row.parent().id() == parentId).findFirst().orElseThrow(
                () -> new IllegalArgumentException("parentId: %d is no parent of pupil %d".formatted(parentId, pupil.id())));
        var others = new OtherPeople(about.parent(), all.stream().map(ParentOfPupil::parent).toList(), pupil, pupils.siblings(pupil.id()));
        return new CaseRecord(
                facts(pupil, schools.get(subject.schoolCode()), today),
                List.of(facts(about)),
                List.of(),
                weeks(pupil, from, today),
                from,
                List.of(),
                corrections(pupil, from, today),
                sent.stream().filter(letter -> letter.parentId() == null || letter.parentId() == parentId).map(CaseRecords::line).toList(),
                storyAbout(subject, parentId, others, details.get("people") instanceof Map<?, ?> people ? people : Map.of()),
                details.get("answers") instanceof List<?> forms ? forms.stream().flatMap(form -> enclosed((Map<?, ?>) form, others)).toList()
                        : List.of());
    }

    /** Under a heading of its own, so that it is seen where one ends and the next begins. */
    private Stream<FilledForm.Section> enclosed(Map<?, ?> form, OtherPeople others) {
        return Stream.concat(Stream.of(new FilledForm.Section("Enclosed: " + form.get("title"), List.of(), List.of())),
                filledForm.of(form.get("form").toString(), json.valueToTree(others.leftOut(form.get("answers")))).stream());
    }

    /** In lines that a stranger to the case understands: no reminders of the office's own work, and people by their names. */
    private List<StoryLine> storyAbout(Subject subject, long parentId, OtherPeople others, Map<?, ?> people) {
        var ofOneParent = entries.of(subject.reference()).stream().filter(entry -> entry.data().has("suspectId")).toList();
        var forms = ofOneParent.stream().map(entry -> entry.form().replace('-', ' ')).distinct().toList();
        var lines = Stream.concat(
                story(subject).stream().filter(line -> !NOT_TOLD.contains(line.step()))
                        .filter(line -> others.leftOut(line.what()).equals(line.what()))
                        .filter(line -> forms.stream().noneMatch(line.what().toLowerCase(Locale.UK)::startsWith)),
                ofOneParent.stream().filter(entry -> entry.data().path("suspectId").asLong() == parentId)
                        .map(entry -> new StoryLine(LocalDate.ofInstant(entry.madeAt(), MovableClock.LONDON), entry.step(),
                                firstUpper(entry.form().replace('-', ' ')), entry.madeBy())));
        return lines.sorted(Comparator.comparing(StoryLine::on)).map(line -> new StoryLine(line.on(), line.step(), line.what(),
                SYSTEM.equals(line.by()) ? "recorded by the application"
                        : people.containsKey(line.by()) ? people.get(line.by()).toString() : line.by())).toList();
    }

    private static String firstUpper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<String> corrections(Pupil pupil, LocalDate from, LocalDate today) {
        return registers.corrections(pupil.id(), from, today).stream().map(CaseRecords::inWords).toList();
    }

    private List<StoryLine> story(Subject subject) {
        return chronology.of(subject.reference()).stream()
                .map(line -> new StoryLine(line.happenedOn(), line.step(), line.what(), line.writtenBy())).toList();
    }

    private static List<Fact> facts(Pupil pupil, School school, LocalDate today) {
        return List.of(
                new Fact("Name", pupil.name()),
                new Fact("Unique pupil number", pupil.upn()),
                new Fact("Born", Days.inWords(pupil.born())),
                new Fact("Of compulsory school age", pupil.ofCompulsorySchoolAge(today) ? "yes" : "no"),
                new Fact("Year", pupil.year()),
                new Fact("School", school.name() + ", " + school.code()),
                new Fact("Admitted on", Days.inWords(pupil.admittedOn())),
                new Fact("Support first", pupil.supportFlags().isEmpty() ? "nothing known" : String.join(", ", pupil.supportFlags())));
    }

    private static List<Fact> facts(ParentOfPupil row) {
        var parent = row.parent();
        return Stream.of(
                new Fact("Name", (parent.title() + " " + parent.firstName() + " " + parent.lastName()).strip()),
                new Fact("Relationship", row.relationship()),
                new Fact("Lives with the pupil", row.livesWithPupil() ? "yes" : "no"),
                new Fact("Address", address(parent)),
                new Fact("Telephone", parent.telephone()),
                new Fact("E-mail", parent.email()),
                new Fact("Language", parent.language()),
                new Fact("Do not contact", parent.doNotContactReason() == null ? "no"
                        : "yes: %s; authorised by %s".formatted(parent.doNotContactReason(), parent.doNotContactAuthorisedBy())))
                .filter(fact -> !fact.value().isBlank()).toList();
    }

    private static String address(Parent parent) {
        if (parent.addressConfidential()) {
            return "confidential: held by the school, not shown here";
        }
        var lines = Stream.concat(parent.address().lines(), Stream.of(parent.postcode())).filter(line -> !line.isBlank());
        return String.join(", ", lines.toList());
    }

    private List<Week> weeks(Pupil pupil, LocalDate from, LocalDate to) {
        var marks = new TreeMap<LocalDate, Map<String, String>>();
        for (var mark : registers.marks(pupil.id(), from, to)) {
            var monday = mark.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            marks.computeIfAbsent(monday, week -> new LinkedHashMap<>()).put(mark.date() + " " + mark.session(), mark.code());
        }
        return registers.weeks(pupil.id(), from, to).stream().map(week -> {
            var days = new ArrayList<String>();
            var held = marks.getOrDefault(week.monday(), Map.of());
            for (int day = 0; day < 5; day++) {
                var date = week.monday().plusDays(day);
                days.add(held.getOrDefault(date + " " + Session.AM, "–") + " " + held.getOrDefault(date + " " + Session.PM, "–"));
            }
            return new Week(week.monday(), days, LetterWriter.shown(week.figures()));
        }).toList();
    }

    private static String inWords(DatedMark mark) {
        return "%s, %s: %s (%s)".formatted(Days.inWords(mark.date()), mark.session().inWords(), mark.code(), mark.meaning());
    }

    private static String inWords(Correction change) {
        return "%s, %s: %s became %s".formatted(Days.inWords(change.date()), change.session().inWords(), change.oldCode(), change.newCode());
    }

    private static LetterLine line(Letter letter) {
        return new LetterLine(letter.number(), letter.code(), letter.recipientName(), letter.status().inWords(),
                LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON));
    }
}
