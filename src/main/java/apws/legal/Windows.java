package apws.legal;

import apws.calendar.SchoolCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The periods that warnings and Notices to Improve gave parents (S2-05, settlement 14). */
@Component
@Transactional
public class Windows {

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Windows(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Given again, after the letter came back or with a further one of its kind, a period takes the place of the one before it. */
    public void begin(Window window) {
        end(window.pupilId(), window.parentId(), window.letter());
        jdbc.sql("""
                insert into letter_window (pupil_id, parent_id, letter, received_on, last_day, grounds)
                values (:pupil, :parent, :letter, :from, :to, :grounds)""")
                .param("pupil", window.pupilId()).param("parent", window.parentId()).param("letter", window.letter())
                .param("from", window.from()).param("to", window.lastDay())
                .param("grounds", window.grounds().stream().map(Enum::name).collect(Collectors.joining(","))).update();
    }

    /** The letter never reached the parent: nothing runs by it. */
    public void end(long pupilId, long parentId, String letter) {
        jdbc.sql("""
                update letter_window set void_since = :today
                where pupil_id = :pupil and parent_id = :parent and letter = :letter and void_since is null""")
                .param("today", calendar.today()).param("pupil", pupilId).param("parent", parentId).param("letter", letter).update();
    }

    /** The newest period that a letter of that code gave the parent, though it may be void by now. */
    @Transactional(readOnly = true)
    public Optional<Window> lastGiven(long pupilId, long parentId, String letter) {
        return jdbc.sql("""
                select letter, received_on, last_day, grounds from letter_window
                where pupil_id = :pupil and parent_id = :parent and letter = :letter order by id desc limit 1""")
                .param("pupil", pupilId).param("parent", parentId).param("letter", letter)
                .query((row, number) -> window(pupilId, parentId, row)).optional();
    }

    /** Every period that the parent was given, the newest first. */
    @Transactional(readOnly = true)
    public List<Window> of(long pupilId, long parentId) {
        return jdbc.sql("""
                select letter, received_on, last_day, grounds from letter_window
                where pupil_id = :pupil and parent_id = :parent and void_since is null order by id desc""")
                .param("pupil", pupilId).param("parent", parentId)
                .query((row, number) -> window(pupilId, parentId, row)).list();
    }

    private static Window window(long pupilId, long parentId, ResultSet row) throws SQLException {
        return new Window(pupilId, parentId, row.getString("letter"), row.getObject("received_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class), grounds(row.getString("grounds")));
    }

    /** Those that run today, or whose letter is not received yet: it has left all the same. */
    @Transactional(readOnly = true)
    public List<Window> running(long pupilId, long parentId) {
        return of(pupilId, parentId).stream().filter(window -> !calendar.today().isAfter(window.lastDay())).toList();
    }

    private static EnumSet<EarlyGround> grounds(String codes) {
        return Arrays.stream(codes.split(",")).filter(code -> !code.isBlank()).map(EarlyGround::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EarlyGround.class)));
    }
}
