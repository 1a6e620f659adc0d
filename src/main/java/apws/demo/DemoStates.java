package apws.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how far the demo authority has come, in the database with everything else. */
@Component
@Profile("demo")
class DemoStates {

    /** H2's own word for it. */
    static final String WRITE_AT_ONCE = "set write_delay 0";

    private final JdbcClient jdbc;

    DemoStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DemoState> read() {
        return jdbc.sql("select offset_seconds, lived_until, settled from demo_state")
                .query((row, number) -> new DemoState(Duration.ofSeconds(row.getLong("offset_seconds")),
                        row.getObject("lived_until", LocalDate.class), row.getBoolean("settled"))).optional();
    }

    void begin(DemoState state) {
        jdbc.sql("insert into demo_state (id, offset_seconds, lived_until, settled) values (1, :offset, :until, :settled)")
                .param("offset", state.offset().toSeconds()).param("until", state.livedUntil()).param("settled", state.settled()).update();
    }

    void keep(Duration offset, LocalDate livedUntil) {
        jdbc.sql("update demo_state set offset_seconds = :offset, lived_until = :until")
                .param("offset", offset.toSeconds()).param("until", livedUntil).update();
    }

    /** From here on what has been answered is there even if the process is killed; made this way, the authority would take twice as long. */
    void writeAtOnce() {
        jdbc.sql(WRITE_AT_ONCE).update();
    }

    void settled() {
        jdbc.sql("update demo_state set settled = true").update();
    }
}
