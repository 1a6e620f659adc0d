package apws.letter;

import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.form.FilledForm;
import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.CaseRecord;
import apws.letter.LetterContent.Child;
import apws.letter.LetterContent.Place;
import apws.letter.LetterContent.PlanShown;
import apws.letter.LetterContent.Receipt;
import apws.letter.LetterContent.Sender;
import apws.letter.LetterKind.Audience;
import apws.letter.LetterKind.FiguresFrom;
import apws.letter.LetterKind.From;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.Figures;
import apws.register.Registers;
import apws.register.Screening;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Gathers what a letter says, for each of its recipients, as things stand now. */
@Component
class LetterWriter {

    /** Facts from which the record of a case is made, and which stand in no letter by themselves. */
    private static final Set<String> ONLY_FOR_RECORD = Set.of("answers", "people");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

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
    private final FilledForm filledForm;
    private final CaseRecords records;
    private final Officers officers;
    private final Laws laws;

    LetterWriter(SchoolCalendar calendar, Authority authority, LetterSettings settings, Pupils pupils, Parents parents, Schools schools,
                 Registers registers, Screening screening, Plans plans, Entries entries, FilledForm filledForm, CaseRecords records,
                 Officers officers, Laws laws) {
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
        this.filledForm = filledForm;
        this.records = records;
        this.officers = officers;
        this.laws = laws;
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
        kind.also().forEach((form, fields) -> entries.newest(caseReference, form).ifPresent(entry -> take(fields, entry, details)));
        given.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
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
                // a letter's own dates stay dates
                into.put(field, DATE.matcher(answer.asText("")).matches() ? answer.asText() : filledForm.inWords(entry.filledIn(), field, answer));
            }
        });
    }

    /**
     * The letter to each of them. What they have in common is asked for once.
     *
     * @param sent the letters of the case so far; nothing where the kind has no record of the case enclosed
     */
    List<LetterContent> write(LetterKind kind, Subject subject, List<Addressee> to, Map<String, Object> details, List<Letter> sent) {
        if (to.isEmpty()) {
            return List.of();
        }
        var today = calendar.today();
        var pupil = pupils.get(subject.pupilId());
        var school = schools.get(subject.schoolCode());
        // after a conviction a parent has a plan of their own
        var ofWhom = details.get("planParentId") instanceof Number of ? Long.valueOf(of.longValue()) : null;
        var agreed = subject.reference() == null ? List.<Plan>of()
                : plans.of(subject.reference()).stream().filter(one -> Objects.equals(one.parentId(), ofWhom)).toList();
        var plan = agreed.stream().reduce((earlier, later) -> later);
        var reviewed = reviewed(kind, agreed);
        var law = laws.on(today);
        if (kind.needsPlan() && plan.isEmpty()) {
            throw new IllegalArgumentException(
                    "Letter %s speaks of a plan, and case %s has none".formatted(kind.code(), subject.reference()));
        }
        var attendance = attendance(subject, reviewed, details, today);
        var facts = kind.needsSessions() && details.get("sessions") == null ? withSessions(details, pupil, attendance) : details;
        var family = to.stream().anyMatch(one -> one.parentId() != null) ? new Family(parents.everOf(pupil.id()), pupils.siblings(pupil.id()))
                : new Family(List.of(), List.of());
        var from = from(kind, details);
        var officer = from == From.OFFICER || from == From.CASE ? officers.ofCase(subject.reference()) : Optional.<Officer>empty();
        var record = kind.needsRecord() ? record(subject, details, sent, today) : null;
        return to.stream().map(one -> new LetterContent(kind.code(), today, subject.reference(), authority, one, child(pupil, family, one),
                new Place(school.name(), school.address().lines().toList(), school.telephone(), school.email(), school.hours()),
                sender(from, one.audience(), officer, school),
                attendance,
                calendar.after(today, settings.marksWithin()),
                one.parentId() == null ? without(facts, ONLY_FOR_RECORD) : forParent(kind, pupil, family, one.parentId(), facts),
                plan.map(LetterWriter::shown).map(agreedOn -> one.parentId() == null ? agreedOn
                        : agreedOn.aimingAt((String) others(pupil, family, one.parentId()).leftOut(agreedOn.targetInWords()))).orElse(null),
                reviewed.map(LetterWriter::shown).orElse(null),
                law, receipt(kind, details, law, today),
                record)).toList();
    }

    private static Map<String, Object> without(Map<String, Object> facts, Set<String> names) {
        var left = new LinkedHashMap<>(facts);
        left.keySet().removeAll(names);
        return left;
    }

    /** The pupil's parents, brothers and sisters. */
    private record Family(List<ParentOfPupil> parents, List<Pupil> siblings) {
    }

    private CaseRecord record(Subject subject, Map<String, Object> details, List<Letter> sent, LocalDate today) {
        var from = measuredFrom(subject, today);
        return details.get("parentId") == null ? records.whole(subject, sent, from, today)
                : records.aboutParent(subject, Long.parseLong(details.get("parentId").toString()), details, sent, from, today);
    }

    /** Of a letter of the kind, with these facts, posted on {@code day}. */
    Receipt receipt(LetterKind kind, Map<String, Object> details, Law law, LocalDate day) {
        var received = calendar.received(day, kind.postClass(details));
        return new Receipt(received, calendar.lastDay(received, law.warning()));
    }

    private static Child child(Pupil pupil, Family family, Addressee to) {
        var own = family.parents().stream().anyMatch(row -> row.parent().id().equals(to.parentId()) && row.livesWithPupil());
        return new Child(pupil.name(), pupil.firstName(), pupil.born(), pupil.year(), own ? to.address() : null);
    }

    private Map<String, Object> withSessions(Map<String, Object> details, Pupil pupil, Attendance within) {
        var all = new LinkedHashMap<>(details);
        all.put("sessions", registers.unauthorisedSessions(pupil.id(), within.from(), within.to()).stream()
                .map(mark -> Map.of("date", mark.date().toString(), "half", mark.session().name(), "code", mark.code(),
                        "meaning", mark.meaning())).toList());
        return all;
    }

    private Optional<Entry> newestEntry(LetterKind kind, String caseReference) {
        return kind.forms().keySet().stream().flatMap(form -> entries.newest(caseReference, form).stream())
                .max(Comparator.comparingLong(Entry::id));
    }

    /** What of the details this parent may read: nothing of other people, and nothing confided while this parent was not there. */
    private static Map<String, Object> forParent(LetterKind kind, Pupil pupil, Family family, long parentId, Map<String, Object> details) {
        var others = others(pupil, family, parentId);
        var hisOrHers = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> hisOrHers.put(name, others.leftOut(value)));
        hisOrHers.remove("recipients");
        var signature = String.valueOf(others.ownRow(details.get("parties")).get("signed")).toLowerCase(Locale.UK);
        if (!signature.startsWith("signed") && !signature.startsWith("declined")) {
            kind.ifThere().forEach(hisOrHers::remove);
        }
        return hisOrHers;
    }

    private static OtherPeople others(Pupil pupil, Family family, long parentId) {
        var all = family.parents().stream().map(ParentOfPupil::parent).toList();
        var recipient = all.stream().filter(parent -> parent.id() == parentId).findFirst().orElseThrow();
        return new OtherPeople(recipient, all, pupil, family.siblings());
    }

    /** The kind's, or {@code details.from}. */
    private static From from(LetterKind kind, Map<String, Object> details) {
        return details.get("from") == null ? kind.from() : From.valueOf(details.get("from").toString().toUpperCase(Locale.UK));
    }

    /** Nobody writes to themselves: what would come from the school to the school is the service's. */
    private Sender sender(From from, Audience to, Optional<Officer> officer, School school) {
        return officer.map(this::officer)
                .orElseGet(() -> (from == From.SCHOOL || from == From.CASE) && to != Audience.SCHOOL ? school(school) : service());
    }

    private Sender officer(Officer officer) {
        return new Sender(officer.name(), officer.post(), authority.serviceName(),
                officer.telephone().isBlank() ? authority.telephone() : officer.telephone(),
                officer.email().isBlank() ? authority.email() : officer.email(), authority.hours());
    }

    private Sender service() {
        return new Sender(authority.signatory().name(), authority.signatory().post(), authority.serviceName(), authority.telephone(),
                authority.email(), authority.hours());
    }

    /** A school that names nobody signs nothing. */
    private Sender school(School school) {
        var lead = !school.attendanceLead().isBlank();
        return !lead && school.headteacher().isBlank() ? service() : new Sender(lead ? school.attendanceLead() : school.headteacher(), lead ? school.attendanceLeadPost() : "Headteacher",
                school.name(), school.telephone(), school.email(), school.hours());
    }

    /** The plan since which the kind counts: the current one, or the one that a new plan follows after its review. */
    private static Optional<Plan> reviewed(LetterKind kind, List<Plan> agreed) {
        if (agreed.isEmpty() || kind.figuresFrom() == FiguresFrom.MEASURED) {
            return Optional.empty();
        }
        var current = agreed.get(agreed.size() - 1);
        return kind.figuresFrom() == FiguresFrom.PLAN ? Optional.of(current)
                : Optional.of(agreed.stream().filter(plan -> plan.startOn().isBefore(current.startOn())).reduce((earlier, later) -> later)
                        .orElse(current));
    }

    private Attendance attendance(Subject subject, Optional<Plan> reviewed, Map<String, Object> details, LocalDate today) {
        var from = details.get("figuresFrom") != null ? LocalDate.parse(details.get("figuresFrom").toString())
                : reviewed.map(Plan::startOn).orElseGet(() -> measuredFrom(subject, today));
        var figures = registers.figures(subject.pupilId(), from, today);
        return new Attendance(from, today, figures.asAt(), figures.possible(), figures.attended(), figures.authorised(),
                figures.unauthorised(), figures.noReasonYet(), figures.illness() * 2 > figures.missed(), shown(figures));
    }

    /** What the case is about is not forgotten with the end of the academic year in which it began. */
    private LocalDate measuredFrom(Subject subject, LocalDate today) {
        var atFirst = screening.measuredFrom(subject.pupilId(), subject.openedOn());
        var now = screening.measuredFrom(subject.pupilId(), today);
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
    static String shown(Figures figures) {
        return figures.possible() == 0 ? null : figures.shown().replace(" %", "%");
    }
}
