package apws.desk;

import apws.access.Users;
import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import apws.desk.CasePage.Action;
import apws.desk.CasePage.LetterLine;
import apws.desk.CasePage.Person;
import apws.desk.CasePage.PlanBox;
import apws.desk.Story.Event;
import apws.letter.Letter;
import apws.letter.LetterKinds;
import apws.letter.Letters;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.answers.PlanAgreed;
import apws.procedure.casework.StartsOfCase;
import apws.procedure.casework.WhereItStands;
import apws.procedure.casework.WhereItStands.OpenTask;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of a case together, for whoever looks: the parts that are theirs to read, and no other. */
@Component
@Transactional(readOnly = true)
class CasePages {

    private static final String NOTICES = "S2-12";
    private static final String PROSECUTION = "S4-0";

    private final Cases cases;
    private final RecordReaders readers;
    private final Chronology chronology;
    private final Entries entries;
    private final Plans plans;
    private final Letters letters;
    private final LetterKinds letterKinds;
    private final Pupils pupils;
    private final Schools schools;
    private final Officers officers;
    private final WhereItStands whereItStands;
    private final StartsOfCase starts;
    private final FamilyLines family;
    private final AttendanceLines attendance;
    private final LegalLines legal;
    private final Story story;
    private final Users users;
    private final DueDays dueDays;

    CasePages(Cases cases, RecordReaders readers, Chronology chronology, Entries entries, Plans plans, Letters letters, LetterKinds letterKinds,
              Pupils pupils, Schools schools, Officers officers, WhereItStands whereItStands, StartsOfCase starts, FamilyLines family, AttendanceLines attendance,
              LegalLines legal, Story story, Users users, DueDays dueDays) {
        this.cases = cases;
        this.readers = readers;
        this.chronology = chronology;
        this.entries = entries;
        this.plans = plans;
        this.letters = letters;
        this.letterKinds = letterKinds;
        this.pupils = pupils;
        this.schools = schools;
        this.officers = officers;
        this.whereItStands = whereItStands;
        this.starts = starts;
        this.family = family;
        this.attendance = attendance;
        this.legal = legal;
        this.story = story;
        this.users = users;
        this.dueDays = dueDays;
    }

    /** Empty where there is no such case, or nothing of it that is theirs. */
    Optional<CasePage> of(String reference) {
        return cases.find(reference).flatMap(of -> readers.of(of).map(reading -> page(of, reading)));
    }

    /** The entry of the case, where it is theirs to read. */
    Optional<Entry> entry(String reference, long id) {
        return cases.find(reference).flatMap(readers::of).flatMap(reading -> entries.of(reference).stream()
                .filter(entry -> entry.id() == id && reading.ofEntry(entry)).findFirst());
    }

    private CasePage page(Case of, Reading reading) {
        var pupil = pupils.get(of.pupilId());
        var schoolNames = schools.all().stream().collect(Collectors.toMap(School::code, School::name));
        var made = entries.of(of.reference()).stream().filter(reading::ofEntry).toList();
        var lines = chronology.of(of.reference()).stream().filter(reading::ofLine).toList();
        var sent = letters.ofCase(of.reference()).stream().filter(letter -> reading.ofLetter(letter.code())).toList();
        var plan = plan(of, made, reading);
        var open = of.open() ? whereItStands.tasks(of.reference()).stream().filter(task -> reading.ofStep(task.step())).toList() : List.<OpenTask>of();
        var names = users.namesOf(everybody(lines, sent, open));
        var register = reading.ofFact("figuresThisYear") ? attendance.of(pupil, plan) : null;
        return new CasePage(of.reference(), of.open(), stands(of), officers.ofCase(of.reference()).map(Officer::name).orElse(null),
                person(pupil, schoolNames), reading.ofFact("parentsOfPupil") ? family.parents(pupil) : List.of(), family.siblings(pupil, schoolNames),
                family.otherCases(of), open.stream().map(task -> dueDays.line(task, who(task, names))).toList(),
                of.open() ? dueDays.ahead(whereItStands.ahead(of.reference()), reading) : List.of(),
                register == null ? null : register.picture(), register == null ? null : register.thisYear(),
                register == null || !reading.ofFact("unauthorisedSessions") ? null : register.inTenWeeks(),
                register != null && register.anyUnauthorised() && reading.ofFact("timeLimits") ? legal.nextLastDay(pupil) : null,
                plan == null ? null : box(plan, made), sent.stream().map(this::line).toList(),
                hasCome(lines, NOTICES) && reading.ofFact("notice") ? legal.notices(of) : List.of(),
                hasCome(lines, PROSECUTION) && reading.ofFact("proceeding") ? legal.proceedings(of) : List.of(), starts.of(of.open()),
                story(lines, made, sent, names));
    }

    /** What the story does not tell of has not been asked for. */
    private static boolean hasCome(List<ChronologyLine> lines, String step) {
        return lines.stream().anyMatch(line -> line.step().startsWith(step));
    }

    private static String stands(Case of) {
        return of.closedOn() == null ? "Open since " + Days.inWords(of.openedOn())
                : "Ended on %s: %s".formatted(Days.inWords(of.closedOn()), of.closedBecause());
    }

    private static Person person(Pupil pupil, Map<String, String> schools) {
        return new Person(pupil.name(), pupil.upn(), Days.inWords(pupil.born()), pupil.year(), schools.getOrDefault(pupil.schoolCode(), ""),
                pupil.supportFlags(), pupil.leftOn() == null ? null : Days.inWords(pupil.leftOn()));
    }

    private List<Event> story(List<ChronologyLine> lines, List<Entry> made, List<Letter> sent, Map<String, String> names) {
        var forms = made.stream().collect(Collectors.toMap(Entry::id, Entry::form));
        return story.of(lines, forms, sent).stream().map(event -> new Event(event.on(), event.kind(), event.sentence(),
                names.getOrDefault(event.by(), ""), event.entryId(), event.letters())).toList();
    }

    private static HashSet<String> everybody(List<ChronologyLine> lines, List<Letter> sent, List<OpenTask> open) {
        return Stream.of(lines.stream().map(ChronologyLine::writtenBy), sent.stream().map(Letter::recordedBy),
                open.stream().flatMap(task -> Stream.ofNullable(task.assignee()))).flatMap(who -> who).collect(Collectors.toCollection(HashSet::new));
    }

    private static String who(OpenTask task, Map<String, String> names) {
        return task.assignee() == null ? task.group() : names.getOrDefault(task.assignee(), task.assignee());
    }

    private @Nullable Plan plan(Case of, List<Entry> made, Reading reading) {
        var ids = made.stream().map(Entry::id).collect(Collectors.toSet());
        return plans.of(of.reference()).stream().filter(plan -> ids.contains(plan.entryId()) || reading.ofLetter(plan.code()))
                .reduce((earlier, later) -> later).orElse(null);
    }

    private static PlanBox box(Plan plan, List<Entry> made) {
        var agreed = made.stream().filter(entry -> entry.id() == plan.entryId() && entry.isOn(PlanAgreed.class)).findFirst();
        return new PlanBox("%s, version %d, from %s".formatted(plan.code(), plan.version(), Days.inWords(plan.startOn())),
                "Attendance of %s %%: %s".formatted(plan.target().stripTrailingZeros().toPlainString(), plan.targetInWords()),
                (plan.midPointOn() == null ? "" : "Looked at in its middle on %s. ".formatted(Days.inWords(plan.midPointOn())))
                        + "Reviewed on %s.".formatted(Days.inWords(plan.reviewOn())),
                agreed.map(entry -> entry.as(PlanAgreed.class).actions().stream().map(action -> new Action(action.what(), action.who(),
                        action.byWhen() == null ? "" : Days.inWords(action.byWhen()))).toList()).orElse(List.of()));
    }

    private LetterLine line(Letter letter) {
        return new LetterLine(letter.id(), letterKinds.nameOf(letter.code()), letter.recipientName(),
                Days.inWords(LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON)), letter.returnedOn() == null ? letter.status().inWords()
                        : "came back on " + Days.inWords(letter.returnedOn()));
    }
}
