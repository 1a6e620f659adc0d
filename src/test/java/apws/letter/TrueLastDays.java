package apws.letter;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.SchoolCalendar;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether each last day that a letter printed is the one that the engine's timer waits for, wherever that timer still runs: the day of a
 * warning, of a penalty notice's two amounts, of a Notice to Improve (settlement 5). Where its receipt was shown to be later than printed,
 * the timer waits longer.
 */
final class TrueLastDays {

    private static final String WARNING_OVER = "warning-over";
    private static final String LOWER_AMOUNT_OVER = "lower-amount-over";
    private static final String NOTICE_OVER = "period-over";
    private static final String IMPROVEMENT_OVER = "improvement-over";
    private static final SchoolCalendar CALENDAR =
            new SchoolCalendar(Clock.systemUTC(), new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS));

    /**
     * A last day that is printed, and the timer that waits for it.
     *
     * @param countedFrom the day of receipt from which the letter counts
     * @param receivedOn  the day of receipt on record
     * @param firesOn     by the engine
     * @param fires       on the day after, or on the first school day after
     */
    record Awaited(String number, String code, LocalDate countedFrom, LocalDate lastDay, LocalDate receivedOn, String timer, LocalDate firesOn,
                   boolean onASchoolDay) {

        LocalDate dayAfter() {
            return onASchoolDay ? CALENDAR.schoolDayOnOrAfter(lastDay.plusDays(1)) : lastDay.plusDays(1);
        }
    }

    private record Running(String timer, Timestamp due, String instance, String caseReference) {
    }

    private record Sent(long id, String number, String content) {
    }

    private record StepInput(long parentId, LocalDate receivedOn) {
    }

    static List<String> denied(JdbcClient database, long after) {
        var denied = new ArrayList<String>();
        for (var running : database.sql("""
                select d.ACT_ID_ as timer, j.DUEDATE_ as due, j.PROCESS_INSTANCE_ID_ as instance, e.BUSINESS_KEY_ as case_reference
                from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
                where d.ACT_ID_ in ('warning-over', 'lower-amount-over', 'period-over', 'improvement-over')""").query(Running.class).list()) {
            awaited(database, running, after).flatMap(awaited -> denied(awaited).stream()).forEach(denied::add);
        }
        return denied;
    }

    static Optional<String> denied(Awaited awaited) {
        if (awaited.receivedOn().isAfter(awaited.countedFrom()) ? awaited.firesOn().isAfter(awaited.lastDay())
                : awaited.firesOn().equals(awaited.dayAfter())) {
            return Optional.empty();
        }
        return Optional.of("%s (%s): prints %s as a last day, and the timer %s fires on %s".formatted(awaited.number(), awaited.code(),
                awaited.lastDay(), awaited.timer(), awaited.firesOn()));
    }

    private static Stream<Awaited> awaited(JdbcClient database, Running running, long after) {
        return switch (running.timer()) {
            case WARNING_OVER -> warnings(database, running, after);
            case LOWER_AMOUNT_OVER -> notice(database, running, after, "lowerUntil").stream();
            case NOTICE_OVER -> notice(database, running, after, "fullUntil").stream();
            case IMPROVEMENT_OVER -> improvement(database, running, after).stream();
            default -> Stream.empty();
        };
    }

    /** Its days begin for all with the last receipt: those who received it earlier are given more than was printed. */
    private static Stream<Awaited> warnings(JdbcClient database, Running running, long after) {
        if (variable(database, running, "reviewMovedTo").isPresent()) {
            return Stream.empty();
        }
        var input = database.sql("""
                select w.parent_id, w.received_on from letter_window w join attendance_case c on c.pupil_id = w.pupil_id
                where c.reference = :case and w.letter = 'APWS 2.2.0' and w.void_since is null""")
                .param("case", running.caseReference()).query(StepInput.class).list();
        var last = input.stream().map(StepInput::receivedOn).max(LocalDate::compareTo);
        return input.stream().filter(one -> one.receivedOn().equals(last.orElseThrow()))
                .flatMap(one -> newest(database, "APWS 2.2.0", "S2-05", running.caseReference(), one.parentId(), after).stream().map(sent -> {
                    var receipt = FrozenContent.thaw(sent.content()).receipt();
                    return new Awaited(sent.number(), "APWS 2.2.0", receipt.on(), receipt.warningTo(), one.receivedOn(), running.timer(),
                            day(running), true);
                }));
    }

    /** Empty where it has no such amount. */
    private static Optional<Awaited> notice(JdbcClient database, Running running, long after, String until) {
        var number = variable(database, running, "noticeNumber").orElseThrow();
        var receivedOn = database.sql("select received_on from penalty_notice where number = :number").param("number", number)
                .query(LocalDate.class).single();
        return database.sql("select id, number, content from letter where code = 'PENALTY NOTICE' and id > :after order by id desc")
                .param("after", after).query(Sent.class).list().stream()
                .filter(sent -> number.equals(FrozenContent.thaw(sent.content()).details().get("noticeNumber"))).findFirst()
                .flatMap(sent -> awaited(sent, "PENALTY NOTICE", "countedFrom", until, receivedOn, running));
    }

    private static Optional<Awaited> improvement(JdbcClient database, Running running, long after) {
        var parent = Long.parseLong(variable(database, running, "parentId").orElseThrow());
        var receivedOn = LocalDate.parse(variable(database, running, "improveFrom").orElseThrow());
        return newest(database, "NOTICE TO IMPROVE", "S2-12", running.caseReference(), parent, after)
                .flatMap(sent -> awaited(sent, "NOTICE TO IMPROVE", "improveFrom", "improveTo", receivedOn, running));
    }

    private static Optional<Awaited> awaited(Sent sent, String code, String from, String until, LocalDate receivedOn, Running running) {
        var details = FrozenContent.thaw(sent.content()).details();
        return Optional.ofNullable(details.get(until)).map(lastDay -> new Awaited(sent.number(), code,
                LocalDate.parse(details.get(from).toString()), LocalDate.parse(lastDay.toString()), receivedOn, running.timer(), day(running),
                false));
    }

    private static Optional<Sent> newest(JdbcClient database, String code, String step, String caseReference, long parentId, long after) {
        return database.sql("""
                select id, number, content from letter where code = :code and step = :step and case_reference = :case and parent_id = :parent
                    and id > :after order by id desc limit 1""")
                .param("code", code).param("step", step).param("case", caseReference).param("parent", parentId).param("after", after)
                .query(Sent.class).optional();
    }

    private static Optional<String> variable(JdbcClient database, Running running, String name) {
        return database.sql("select TEXT_ from ACT_RU_VARIABLE where PROC_INST_ID_ = :instance and NAME_ = :name and TEXT_ is not null")
                .param("instance", running.instance()).param("name", name).query(String.class).list().stream().findFirst();
    }

    private static LocalDate day(Running running) {
        return running.due().toLocalDateTime().toLocalDate();
    }

    private TrueLastDays() {
    }
}
