package apws.letter;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.letter.Letter.Status;
import apws.letter.LetterContent.Addressee;
import apws.letter.PrintTray.Slip;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of all cases. One is recorded with what it says in the transaction in which its case moves on; afterwards it is rendered,
 * handed over to the print room and, should it come back, replaced. Every one of those may be tried again after a failure: none is
 * lost, none sent twice, as long as {@link #startHandingOver} is committed before it is given to the {@link PrintRoom}.
 */
@Component
@Transactional
public class Letters {

    private static final String COLUMNS = """
            id, number, code, step, case_reference, pupil_id, parent_id, recipient_name, status, recorded_at, recorded_by, pages, sha256, \
            tray_day, handed_over_at, returned_on, returned_why, instead_of""";
    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final Cases cases;
    private final Chronology chronology;
    private final Pupils pupils;
    private final Schools schools;
    private final LetterKinds kinds;
    private final Recipients recipients;
    private final LetterWriter writer;
    private final LetterPaper paper;

    Letters(JdbcClient jdbc, SchoolCalendar calendar, Cases cases, Chronology chronology, Pupils pupils, Schools schools, LetterKinds kinds,
            Recipients recipients, LetterWriter writer, LetterPaper paper) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.cases = cases;
        this.chronology = chronology;
        this.pupils = pupils;
        this.schools = schools;
        this.kinds = kinds;
        this.recipients = recipients;
        this.writer = writer;
        this.paper = paper;
    }

    /**
     * Freezes one letter for each parent who may be written to, and for the school or the service where the letter goes there. Parents who
     * get none are kept with the reason ({@link #withheld}).
     *
     * @param letterCode as in {@code letters/letters.yaml}
     * @param step       the procedure's, such as {@code S1-02}
     * @param details    the letter's own facts by name, dates and times as ISO text; {@code recipients} (ids) restricts it to
     *                   some parents, {@code figuresFrom} says from when its figures count
     * @return the letters' ids; empty when nobody may be written to
     * @throws IllegalArgumentException naming what is missing
     */
    public List<Long> record(String letterCode, String caseReference, String step, Map<String, Object> details, String by) {
        return record(letterCode, Subject.of(cases.get(caseReference)), step, details, by);
    }

    /** The same for a pupil without a case, whose letters stand in no chronology. */
    public List<Long> recordWithoutCase(String letterCode, long pupilId, String step, Map<String, Object> details, String by) {
        return record(letterCode, new Subject(null, pupilId, pupils.get(pupilId).schoolCode(), calendar.today()), step, details, by);
    }

    private List<Long> record(String letterCode, Subject subject, String step, Map<String, Object> details, String by) {
        var kind = kinds.of(letterCode);
        var facts = writer.details(kind, subject.reference(), details);
        var sent = kind.needsRecord() && subject.reference() != null ? ofCase(subject.reference()) : List.<Letter>of();
        var recorded = new ArrayList<Long>();
        for (var content : writer.write(kind, subject, recipients(kind, subject, step, facts, by), facts, sent)) {
            recorded.add(record(kind, subject.pupilId(), step, content, null, by));
        }
        return recorded;
    }

    /** Renders a recorded letter; one that has been rendered stays as it is. */
    public void render(long letterId) {
        var row = jdbc.sql("select number, template, content from letter where id = :id and status = 'RECORDED' for update")
                .param("id", letterId).query().listOfRows();
        if (row.isEmpty()) {
            get(letterId);
            return;
        }
        var printed = paper.print((String) row.get(0).get("template"), (String) row.get(0).get("number"),
                FrozenContent.thaw((String) row.get(0).get("content")));
        jdbc.sql("""
                update letter set status = 'RENDERED', rendered_at = :at, pages = :pages, sha256 = :sha256, pdf = :pdf
                where id = :id and status = 'RECORDED'""")
                .param("at", now()).param("pages", printed.pages()).param("sha256", printed.sha256()).param("pdf", printed.pdf())
                .param("id", letterId).update();
    }

    /** Fixes the day's folder. To be committed before the letter is placed, so that a second try looks where the first one did. */
    public void startHandingOver(long letterId) {
        int begun = jdbc.sql("update letter set status = 'HANDING_OVER', tray_day = :day where id = :id and status = 'RENDERED'")
                .param("day", calendar.today()).param("id", letterId).update();
        if (begun == 0 && get(letterId).status() == Status.RECORDED) {
            throw new IllegalStateException("Letter %d is handed over before it is rendered".formatted(letterId));
        }
    }

    /**
     * What the print room gets of a letter that is being handed over.
     *
     * @return empty when it has it already
     */
    @Transactional(readOnly = true)
    Optional<OnItsWay> onItsWay(long letterId) {
        var letter = get(letterId);
        if (letter.status() == Status.HANDED_OVER || letter.status() == Status.RETURNED) {
            return Optional.empty();
        }
        if (letter.status() != Status.HANDING_OVER) {
            throw new IllegalStateException("Letter %s is placed in the tray while it is only %s".formatted(letter.number(),
                    letter.status().inWords()));
        }
        var post = jdbc.sql("select post from letter where id = :id").param("id", letterId).query(String.class).single();
        return Optional.of(new OnItsWay(letter.trayDay(), new Slip(letter.number(), letter.pages(), post, letter.sha256()),
                pdf(letterId).orElseThrow()));
    }

    /** Nobody else works on it before the transaction ends. */
    void lock(long letterId) {
        jdbc.sql("select id from letter where id = :id for update").param("id", letterId).query(Long.class).optional();
    }

    /** @param trayDay names the tray's folder */
    record OnItsWay(LocalDate trayDay, Slip slip, byte[] pdf) {
    }

    public void handedOver(long letterId) {
        int done = jdbc.sql("update letter set status = 'HANDED_OVER', handed_over_at = :at where id = :id and status = 'HANDING_OVER'")
                .param("at", now()).param("id", letterId).update();
        var letter = get(letterId);
        if (done == 1) {
            tellOfItsWay(letterId, letter.caseReference(), letter.step(), "Letter %s (%s) to %s handed to the print room"
                    .formatted(letter.number(), letter.code(), letter.recipientName()), SYSTEM);
        } else if (letter.status() == Status.RECORDED || letter.status() == Status.RENDERED) {
            throw new IllegalStateException("Letter %s is said to be handed over while it is only %s".formatted(letter.number(),
                    letter.status().inWords()));
        }
    }

    /** Its case was withdrawn before it left: it never will (settlement 16). One that is on its way out, or gone, stays as it is. */
    public void keepBack(long letterId) {
        int kept = jdbc.sql("update letter set status = 'KEPT_BACK' where id = :id and status in ('RECORDED', 'RENDERED')")
                .param("id", letterId).update();
        if (kept == 1) {
            var letter = get(letterId);
            tell(letter.caseReference(), letter.step(), "Letter %s (%s) to %s kept back: the case has ended"
                    .formatted(letter.number(), letter.code(), letter.recipientName()), SYSTEM);
        }
    }

    /**
     * The post brought the letter back. Said twice, the first reason stays.
     *
     * @param on  the day on which it came back
     * @param why in words, such as {@code gone away}
     */
    public void returned(long letterId, LocalDate on, String why, String by) {
        int done = jdbc.sql("""
                update letter set status = 'RETURNED', returned_on = :on, returned_why = :why, returned_by = :by
                where id = :id and status = 'HANDED_OVER'""")
                .param("on", on).param("why", why).param("by", by).param("id", letterId).update();
        var letter = get(letterId);
        if (done == 1) {
            tell(letter.caseReference(), letter.step(), "Letter %s (%s) to %s came back: %s"
                    .formatted(letter.number(), letter.code(), letter.recipientName(), why), on, by);
        } else if (letter.status() != Status.RETURNED) {
            throw new IllegalStateException("Letter %s cannot have come back: it has not been handed over".formatted(letter.number()));
        }
    }

    /** The days that the letter names and, sent again today, would come too late for: on one of them or after it, it is no use as it is. */
    @Transactional(readOnly = true)
    public List<LocalDate> tooLateFor(long letterId) {
        var letter = get(letterId);
        var kind = kinds.of(letter.code());
        var details = content(letterId).details();
        return tooLate(kind, kind.inTimeFor(), details).map(name -> LocalDate.parse(details.get(name).toString())).toList();
    }

    /** The day on which it would come, sent again today. */
    @Transactional(readOnly = true)
    public LocalDate wouldComeOn(long letterId) {
        return arrives(kinds.of(get(letterId).code()), content(letterId).details());
    }

    private LocalDate arrives(LetterKind kind, Map<String, Object> details) {
        return calendar.received(calendar.today(), kind.postClass(details));
    }

    private Stream<String> tooLate(LetterKind kind, List<String> days, Map<String, Object> details) {
        var arrives = arrives(kind, details).toString();
        return days.stream().filter(name -> details.get(name) != null && details.get(name).toString().compareTo(arrives) <= 0);
    }

    /** The returned letter once more, with all that it says as it was ({@link #sendAgain(long, Map, String)}). */
    public Optional<Long> sendAgain(long letterId, String by) {
        return sendAgain(letterId, Map.of(), by);
    }

    /**
     * The returned letter once more, under a number and date of its own, to the address now held. What it says of the case stays as it was.
     * Done twice, the first one counts.
     *
     * @param changed facts of its own that are others by now, such as days that begin with its receipt
     * @return the new letter's id; empty where the parent may not be written to, which is then recorded
     */
    public Optional<Long> sendAgain(long letterId, Map<String, Object> changed, String by) {
        var letter = get(letterId);
        if (letter.status() != Status.RETURNED) {
            throw new IllegalStateException("Letter %s has not come back".formatted(letter.number()));
        }
        var already = jdbc.sql("select id from letter where instead_of = :id").param("id", letterId).query(Long.class).optional();
        if (already.isPresent()) {
            return already;
        }
        var content = content(letterId);
        var details = new LinkedHashMap<>(content.details());
        details.putAll(changed);
        var subject = subject(letter);
        var kind = kinds.of(letter.code());
        var again = switch (content.to().audience()) {
            case PARENTS -> parents(kind, subject, letter.step(), List.of(letter.parentId()), by);
            case SCHOOL -> List.of(recipients.school(schools.get(subject.schoolCode())));
            case SERVICE -> List.of(recipients.service());
            case LEGAL -> List.of(recipients.legalServices());
        };
        if (!again.isEmpty()) {
            leaveOutWhatComesTooLate(kind, letter, details, by);
        }
        return again.stream().findFirst().map(to -> record(kind, letter.pupilId(), letter.step(), new LetterContent(content.code(),
                calendar.today(), content.caseReference(), content.authority(), to, content.pupil(), content.school(), content.from(),
                content.attendance(), calendar.today().isAfter(content.marksWrongBy())
                ? calendar.schoolDayOnOrAfter(calendar.today()) : content.marksWrongBy(),
                details, content.plan(), content.reviewed(), content.law(),
                content.law() == null ? null : writer.receipt(kind, details, content.law(), calendar.today()), content.record()), letterId, by));
    }

    private void leaveOutWhatComesTooLate(LetterKind kind, Letter letter, Map<String, Object> details, String by) {
        tooLate(kind, kind.leavesOut(), details).toList().forEach(name -> tell(letter.caseReference(), letter.step(),
                "Letter %s (%s) to %s names %s no more: it is sent again too late for it".formatted(letter.number(), letter.code(),
                        letter.recipientName(), details.remove(name)), by));
    }

    @Transactional(readOnly = true)
    public Letter get(long letterId) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = :id").param("id", letterId).query(Letters::letter).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no letter " + letterId));
    }

    /** The letter that was sent last in the place of this one, because it came back; this one where none was. */
    @Transactional(readOnly = true)
    public long newest(long letterId) {
        return jdbc.sql("select id from letter where instead_of = :id").param("id", letterId).query(Long.class).optional()
                .map(this::newest).orElse(letterId);
    }

    /** A fact of the letter's own, by its name in {@code letters.yaml}. */
    @Transactional(readOnly = true)
    public Optional<String> detail(long letterId, String name) {
        return Optional.ofNullable(content(letterId).details().get(name)).map(Object::toString);
    }

    /** When it is received, posted on the day on which it was recorded, as it says; empty where it says nothing of it. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> receiptOnPaper(long letterId) {
        return Optional.ofNullable(content(letterId).receipt()).map(LetterContent.Receipt::on);
    }

    @Transactional(readOnly = true)
    public Optional<Letter> find(long letterId) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = :id").param("id", letterId).query(Letters::letter).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Letter> withNumber(String number) {
        return jdbc.sql("select " + COLUMNS + " from letter where number = :number").param("number", number).query(Letters::letter).optional();
    }

    /** In the order in which they were recorded. */
    @Transactional(readOnly = true)
    public List<Letter> ofCase(String caseReference) {
        return jdbc.sql("select " + COLUMNS + " from letter where case_reference = :case order by id").param("case", caseReference)
                .query(Letters::letter).list();
    }

    /**
     * Those of the case whose figures, or the figures before whose plan, take in the marks of one of these days; not those that never
     * left. In the order of {@link #ofCase}.
     *
     * @param days each with the moment from which on letters count its marks as they are now
     */
    @Transactional(readOnly = true)
    public List<Letter> counting(String caseReference, Map<LocalDate, Instant> days) {
        return ofCase(caseReference).stream().filter(letter -> letter.status() != Status.KEPT_BACK).filter(letter -> {
            var content = content(letter.id());
            return days.entrySet().stream().anyMatch(day -> letter.recordedAt().isBefore(day.getValue()) && content.counts(day.getKey()));
        }).toList();
    }

    /** The parents of the case who were to get a letter and did not, with the reason, in the order in which that happened. */
    @Transactional(readOnly = true)
    public List<Withheld> withheld(String caseReference) {
        return jdbc.sql("select parent_id, parent_name, because from letter_withheld where case_reference = :case order by id")
                .param("case", caseReference).query(Withheld.class).list();
    }

    /**
     * A letter that this parent was to get and did not.
     *
     * @param caseReference null of a pupil without a case
     */
    public record NotSent(String code, String caseReference, LocalDate on) {
    }

    /** Those that could not go to the parent since they could last be reached: after the newest letter that did go, the oldest first. */
    @Transactional(readOnly = true)
    public List<NotSent> notSentTo(long parentId) {
        return jdbc.sql("""
                select w.code, w.case_reference, w.recorded_at from letter_withheld w where w.parent_id = :parent and not exists (
                    select 1 from letter l where l.parent_id = w.parent_id and l.recorded_at > w.recorded_at) order by w.id""")
                .param("parent", parentId).query((row, number) -> new NotSent(row.getString("code"), row.getString("case_reference"),
                        LocalDate.ofInstant(instant(row, "recorded_at"), MovableClock.LONDON))).list();
    }

    /** Two turn out to be one person: what went to the other went to the one. */
    public void areOnePerson(long one, long other) {
        for (var table : new String[] {"letter", "letter_withheld"}) {
            jdbc.sql("update " + table + " set parent_id = :one where parent_id = :other").param("one", one).param("other", other).update();
        }
    }

    /** The letter as printed; empty until it is rendered. */
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(long letterId) {
        return jdbc.sql("select pdf from letter where id = :id and pdf is not null").param("id", letterId)
                .query((row, number) -> row.getBytes("pdf")).optional();
    }

    private List<Addressee> recipients(LetterKind kind, Subject subject, String step, Map<String, Object> details, String by) {
        var to = new ArrayList<Addressee>();
        for (var audience : kind.to().keySet()) {
            switch (audience) {
                case PARENTS -> to.addAll(parents(kind, subject, step, details.get("recipients"), by));
                case SCHOOL -> to.add(recipients.school(schools.get(subject.schoolCode())));
                case SERVICE -> to.add(recipients.service());
                case LEGAL -> to.add(recipients.legalServices());
            }
        }
        return to;
    }

    private List<Addressee> parents(LetterKind kind, Subject subject, String step, Object chosen, String by) {
        var found = chosen == null ? recipients.of(subject.pupilId()) : recipients.of(subject.pupilId(), chosen, kind.ownMatter());
        for (var none : found.withheld()) {
            jdbc.sql("""
                    insert into letter_withheld (case_reference, code, step, parent_id, parent_name, because, recorded_at, recorded_by)
                    values (:case, :code, :step, :parent, :name, :because, :at, :by)""")
                    .param("case", subject.reference()).param("code", kind.code()).param("step", step).param("parent", none.parentId())
                    .param("name", none.parentName()).param("because", none.because()).param("at", now()).param("by", by).update();
            tell(subject.reference(), step, "No %s (%s) to %s: %s"
                    .formatted(kind.name(), kind.code(), none.parentName(), none.because()), by);
        }
        return found.written().stream().map(recipients::parent).toList();
    }

    private long record(LetterKind kind, long pupilId, String step, LetterContent content, Long insteadOf, String by) {
        var number = "L-%d-%06d".formatted(content.on().getYear(), jdbc.sql("select nextval('letter_number')").query(Long.class).single());
        var to = content.to();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into letter (number, code, step, case_reference, pupil_id, parent_id, recipient_name, recipient_address, template,
                    post, content, status, recorded_at, recorded_by, instead_of)
                values (:number, :code, :step, :case, :pupil, :parent, :name, :address, :template, :post,
                    :content, 'RECORDED', :at, :by, :insteadOf)""")
                .param("number", number).param("code", kind.code()).param("step", step)
                .param("case", content.caseReference()).param("pupil", pupilId)
                .param("parent", to.parentId()).param("name", to.name()).param("address", String.join("\n", to.address()))
                .param("template", kind.to().get(to.audience())).param("post", kind.postClass(content.details()).inWords()).param("content", FrozenContent.freeze(content))
                .param("at", now()).param("by", by).param("insteadOf", insteadOf).update(key, "id");
        long id = key.getKeyAs(Long.class);
        tellOfItsWay(id, content.caseReference(), step, "Letter %s (%s, %s) to %s recorded".formatted(number, kind.code(), kind.name(), to.name()), by);
        return id;
    }

    private Subject subject(Letter letter) {
        return letter.caseReference() != null ? Subject.of(cases.get(letter.caseReference()))
                : new Subject(null, letter.pupilId(), pupils.get(letter.pupilId()).schoolCode(), calendar.today());
    }

    private void tellOfItsWay(long letterId, String caseReference, String step, String what, String by) {
        if (caseReference != null) {
            chronology.writeOfLetter(letterId, caseReference, step, what, by);
        }
    }

    private void tell(String caseReference, String step, String what, String by) {
        tell(caseReference, step, what, calendar.today(), by);
    }

    /** A pupil without a case has no chronology. */
    private void tell(String caseReference, String step, String what, LocalDate happenedOn, String by) {
        if (caseReference != null) {
            chronology.write(caseReference, step, what, happenedOn, by);
        }
    }

    private LetterContent content(long letterId) {
        return FrozenContent.thaw(jdbc.sql("select content from letter where id = :id").param("id", letterId).query(String.class).single());
    }

    private OffsetDateTime now() {
        return calendar.now().atOffset(ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(row.getLong("id"), row.getString("number"), row.getString("code"), row.getString("step"),
                row.getString("case_reference"), row.getLong("pupil_id"), row.getObject("parent_id", Long.class),
                row.getString("recipient_name"),
                Status.valueOf(row.getString("status")), instant(row, "recorded_at"), row.getString("recorded_by"),
                row.getObject("pages", Integer.class), row.getString("sha256"), row.getObject("tray_day", LocalDate.class),
                instant(row, "handed_over_at"), row.getObject("returned_on", LocalDate.class), row.getString("returned_why"),
                row.getObject("instead_of", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
