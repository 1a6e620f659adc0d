package apws.letter;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.CaseRecord;
import apws.letter.LetterContent.Child;
import apws.letter.LetterContent.Fact;
import apws.letter.LetterContent.LetterLine;
import apws.letter.LetterContent.Place;
import apws.letter.LetterContent.PlanShown;
import apws.letter.LetterContent.Sender;
import apws.letter.LetterContent.StoryLine;
import apws.letter.LetterContent.Week;
import apws.letter.LetterKind.Audience;
import apws.letter.LetterKind.FiguresFrom;
import apws.letter.LetterKind.From;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.Correction;
import apws.register.DatedMark;
import apws.register.Figures;
import apws.register.Registers;
import apws.register.Screening;
import apws.register.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a letter says, for one recipient, as things stand now. */
@Component
class LetterWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int REFERRAL_SCHOOL_WEEKS = 10;
    private static final String REFERRAL_FORM = "refer-to-apws";

    private final SchoolCalendar calendar;
    private final Authority authority;
    private final LetterSettings settings;
    private final Pupils pupils;
    private final Parents parents;
    private final Schools schools;
    private final Registers registers;
    private final Screening screening;
    private final Plans plans;
    private final Entries entries;
    private final Chronology chronology;
    private final FilledForm filledForm;

    LetterWriter(SchoolCalendar calendar, Authority authority, LetterSettings settings, Pupils pupils, Parents parents, Schools schools,
                 Registers registers, Screening screening, Plans plans, Entries entries, Chronology chronology, FilledForm filledForm) {
        this.calendar = calendar;
        this.authority = authority;
        this.settings = settings;
        this.pupils = pupils;
        this.parents = parents;
        this.schools = schools;
        this.registers = registers;
        this.screening = screening;
        this.plans = plans;
        this.entries = entries;
        this.chronology = chronology;
        this.filledForm = filledForm;
    }

    /**
     * The letter's own facts: defaults, over them the newest form entry, over that what the caller gives.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    Map<String, Object> details(LetterKind kind, String caseReference, Map<String, Object> given) {
        var details = new LinkedHashMap<>(kind.defaults());
        kind.within().forEach((name, period) -> details.put(name, calendar.after(calendar.today(), period).toString()));
        newestEntry(kind, caseReference).ifPresent(entry -> take(kind.forms().get(entry.form()), entry, details));
        kind.also().forEach((form, fields) -> entries.latest(caseReference, form).ifPresent(entry -> take(fields, entry, details)));
        given.forEach((name, value) -> {
            if (value != null) {
                details.put(name, value);
            }
        });
        kind.check(details);
        return details;
    }

    private void take(List<String> fields, Entry entry, Map<String, Object> into) {
        fields.forEach(field -> {
            var answer = entry.data().path(field);
            if (answer.isContainerNode() ? !answer.isEmpty() : !answer.asText("").isBlank()) {
                into.put(field, filledForm.inWords(entry.form(), field, answer));
            }
        });
    }

    /** @param sent the letters of the case so far */
    LetterContent write(LetterKind kind, Case aCase, Addressee to, Map<String, Object> details, List<Letter> sent) {
        var today = calendar.today();
        var pupil = pupils.get(aCase.pupilId());
        var school = schools.get(aCase.schoolCode());
        var plan = plans.current(aCase.reference());
        if (kind.needsPlan() && plan.isEmpty()) {
            throw new IllegalArgumentException(
                    "Letter %s speaks of a plan, and case %s has none".formatted(kind.code(), aCase.reference()));
        }
        return new LetterContent(kind.code(), today, aCase.reference(), authority, to,
                new Child(pupil.name(), pupil.firstName(), pupil.born(), pupil.yearGroup()),
                new Place(school.name(), school.address().lines().toList(), school.telephone(), school.email(), school.hours()),
                sender(kind, to.audience(), school, details),
                attendance(kind, aCase, plan, details, today),
                calendar.after(today, settings.marksWithin()),
                to.parentId() == null ? details : forParent(kind, pupil, to.parentId(), details),
                plan.map(LetterWriter::shown).orElse(null),
                kind.needsRecord() ? record(aCase, pupil, school, sent, today) : null);
    }

    private Optional<Entry> newestEntry(LetterKind kind, String caseReference) {
        return kind.forms().keySet().stream().flatMap(form -> entries.latest(caseReference, form).stream())
                .max(Comparator.comparingLong(Entry::id));
    }

    /** What of the details this parent may read: nothing of other people, and nothing confided while this parent was not there. */
    private Map<String, Object> forParent(LetterKind kind, Pupil pupil, long parentId, Map<String, Object> details) {
        var all = parents.of(pupil.id()).stream().map(ParentOfPupil::parent).toList();
        var recipient = all.stream().filter(parent -> parent.id() == parentId).findFirst().orElseThrow();
        var others = new OtherPeople(recipient, all, pupil, pupils.siblings(pupil.id()));
        var hisOrHers = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> hisOrHers.put(name, others.leftOut(value)));
        hisOrHers.remove("recipients");
        var signature = String.valueOf(others.ownRow(details.get("parties")).get("signed")).toLowerCase(Locale.UK);
        if (!signature.startsWith("signed") && !signature.startsWith("declined")) {
            kind.ifThere().forEach(hisOrHers::remove);
        }
        return hisOrHers;
    }

    /** The kind's, or {@code details.from}. Nobody writes to themselves: what would come from the school to the school is the service's. */
    private Sender sender(LetterKind kind, Audience to, School school, Map<String, Object> details) {
        var from = details.get("from") == null ? kind.from() : From.valueOf(details.get("from").toString().toUpperCase(Locale.UK));
        return from == From.SCHOOL && to != Audience.SCHOOL ? school(school) : service();
    }

    private Sender service() {
        return new Sender(authority.signatory().name(), authority.signatory().post(), authority.serviceName(), authority.telephone(),
                authority.email(), authority.hours());
    }

    private static Sender school(School school) {
        var lead = !school.attendanceLead().isBlank();
        return new Sender(lead ? school.attendanceLead() : school.headteacher(), lead ? school.attendanceLeadPost() : "Headteacher",
                school.name(), school.telephone(), school.email(), school.hours());
    }

    private Attendance attendance(LetterKind kind, Case aCase, Optional<Plan> plan, Map<String, Object> details, LocalDate today) {
        var from = details.get("figuresFrom") != null ? LocalDate.parse(details.get("figuresFrom").toString())
                : kind.figuresFrom() == FiguresFrom.PLAN ? plan.orElseThrow().startOn()
                : measuredFrom(aCase, today);
        var figures = registers.figures(aCase.pupilId(), from, today);
        return new Attendance(from, today, figures.asAt(), figures.possible(), figures.attended(), figures.authorised(),
                figures.unauthorised(), figures.noReasonYet(), figures.illness() * 2 > figures.missed(), shown(figures));
    }

    /** What the case is about is not forgotten with the end of the academic year in which it began. */
    private LocalDate measuredFrom(Case aCase, LocalDate today) {
        var atFirst = screening.measuredFrom(aCase.pupilId(), aCase.openedOn());
        var now = screening.measuredFrom(aCase.pupilId(), today);
        return atFirst.isBefore(now) ? atFirst : now;
    }

    private static PlanShown shown(Plan plan) {
        var baseline = new Figures(plan.baselineFrom(), plan.baselineTo(), null, plan.baselinePossible(), plan.baselineAttended(),
                plan.baselinePossible() - plan.baselineAttended() - plan.baselineUnauthorised(), plan.baselineUnauthorised(), 0, 0);
        return new PlanShown(plan.code(), plan.version(), plan.startOn(), plan.midPointOn(), plan.reviewOn(), plan.target(),
                plan.targetInWords(), plan.baselineFrom(), plan.baselineTo(), baseline.possible(), baseline.attended(),
                baseline.authorised(), baseline.unauthorised(), shown(baseline));
    }

    /** 93.2%; null where no session was possible. */
    private static String shown(Figures figures) {
        return figures.possible() == 0 ? null : figures.shown().replace(" %", "%");
    }

    private CaseRecord record(Case aCase, Pupil pupil, School school, List<Letter> sent, LocalDate today) {
        var from = measuredFrom(aCase, today);
        var window = calendar.schoolWeeksBack(today, REFERRAL_SCHOOL_WEEKS);
        return new CaseRecord(
                facts(pupil, school, today),
                parents.of(pupil.id()).stream().map(LetterWriter::facts).toList(),
                pupils.siblings(pupil.id()).stream().map(child -> new Fact(child.name(), schools.get(child.schoolCode()).name())).toList(),
                weeks(pupil, from, today),
                window,
                registers.unauthorisedSessions(pupil.id(), window, today).stream().map(LetterWriter::inWords).toList(),
                registers.corrections(pupil.id(), from, today).stream().map(LetterWriter::inWords).toList(),
                sent.stream().map(LetterWriter::line).toList(),
                chronology.of(aCase.reference()).stream()
                        .map(line -> new StoryLine(line.happenedOn(), line.step(), line.what(), line.writtenBy())).toList(),
                entries.latest(aCase.reference(), REFERRAL_FORM).map(entry -> filledForm.of(entry.form(), entry.data()))
                        .orElse(List.of()));
    }

    private static List<Fact> facts(Pupil pupil, School school, LocalDate today) {
        return List.of(
                new Fact("Name", pupil.name()),
                new Fact("Unique pupil number", pupil.upn()),
                new Fact("Born", DATE.format(pupil.born())),
                new Fact("Of compulsory school age", pupil.ofCompulsorySchoolAge(today) ? "yes" : "no"),
                new Fact("Year", pupil.yearGroup()),
                new Fact("School", school.name() + ", " + school.code()),
                new Fact("Admitted on", DATE.format(pupil.admittedOn())),
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
            return new Week(week.monday(), days, shown(week.figures()));
        }).toList();
    }

    private static String inWords(DatedMark mark) {
        return "%s, %s: %s (%s)".formatted(DATE.format(mark.date()), half(mark.session()), mark.code(), mark.meaning());
    }

    private static String inWords(Correction change) {
        return "%s, %s: %s became %s".formatted(DATE.format(change.date()), half(change.session()), change.oldCode(), change.newCode());
    }

    private static LetterLine line(Letter letter) {
        return new LetterLine(letter.number(), letter.code(), letter.recipientName(), letter.status().inWords(),
                LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON));
    }

    private static String half(Session session) {
        return session == Session.AM ? "morning" : "afternoon";
    }
}
