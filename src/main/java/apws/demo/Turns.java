package apws.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when on a child stays away, is on leave, or comes again: what a case of the demo authority is about, kept with everything else. */
@Component
@Profile("demo")
class Turns {

    private final JdbcClient jdbc;
    private Map<String, NavigableMap<LocalDate, Turn>> known;

    enum Turn {
        COMES,
        /** A good deal. */
        STAYS_AWAY,
        /** In term time, every day, and nobody gave it. */
        ON_LEAVE
    }

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized void turn(String upn, LocalDate from, Turn turn) {
        jdbc.sql("delete from demo_turn where upn = :upn and from_on = :from").param("upn", upn).param("from", from).update();
        jdbc.sql("insert into demo_turn (upn, from_on, comes, on_leave) values (:upn, :from, :comes, :leave)")
                .param("upn", upn).param("from", from).param("comes", turn == Turn.COMES)
                .param("leave", turn == Turn.ON_LEAVE).update();
        known().computeIfAbsent(upn, one -> new TreeMap<>()).put(from, turn);
    }

    /**
     * The child's marks of that day.
     *
     * @param usual what they are where no turn has come yet; of a child whose turn comes the school knows every reason
     */
    synchronized RegisterDay marks(Child child, LocalDate day, RegisterDay usual) {
        var turns = known().get(child.upn());
        if (turns == null) {
            return usual;
        }
        var last = turns.floorEntry(day);
        return last == null ? usual.explained() : switch (last.getValue()) {
            case COMES -> comes(child, day);
            case STAYS_AWAY -> staysAway(child, day);
            case ON_LEAVE -> RegisterDay.whole("G");
        };
    }

    private static RegisterDay comes(Child child, LocalDate day) {
        double drawn = drawn(child, day, "comes");
        return drawn < 0.02 ? new RegisterDay("L", RegisterDay.PRESENT_AFTERNOON, 0)
                : drawn < 0.03 ? new RegisterDay("M", RegisterDay.PRESENT_AFTERNOON, 0) : RegisterDay.PRESENT;
    }

    private static RegisterDay staysAway(Child child, LocalDate day) {
        double drawn = drawn(child, day, "stays away");
        return drawn < 0.42 ? RegisterDay.whole("O")
                : drawn < 0.5 ? new RegisterDay("U", RegisterDay.PRESENT_AFTERNOON, 0)
                : drawn < 0.54 ? RegisterDay.whole("I") : RegisterDay.PRESENT;
    }

    private static double drawn(Child child, LocalDate day, String what) {
        return child.chance().of(what).of(day.toEpochDay()).fraction();
    }

    private Map<String, NavigableMap<LocalDate, Turn>> known() {
        if (known == null) {
            known = new HashMap<>();
            jdbc.sql("select upn, from_on, comes, on_leave from demo_turn").query(row -> {
                known.computeIfAbsent(row.getString("upn"), one -> new TreeMap<>()).put(row.getObject("from_on", LocalDate.class),
                        row.getBoolean("comes") ? Turn.COMES : row.getBoolean("on_leave") ? Turn.ON_LEAVE : Turn.STAYS_AWAY);
            });
        }
        return known;
    }
}
