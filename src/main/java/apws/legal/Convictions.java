package apws.legal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a conviction only sessions after those charged can be charged (settlement 12). */
@Component
class Convictions {

    private final JdbcClient jdbc;

    Convictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LocalDate> lastSessionCharged(long pupilId, long parentId) {
        return jdbc.sql("""
                select u.session_on from session_use u join proceeding p on p.id = u.proceeding_id
                where u.pupil_id = :pupil and u.parent_id = :parent and u.standing_key is not null
                and p.status = 'CONCLUDED' and p.outcome in (:guilty)
                order by u.session_on desc limit 1""")
                .param("pupil", pupilId).param("parent", parentId)
                .param("guilty", Arrays.stream(Outcome.values()).filter(Outcome::guilty).map(Enum::name).toList())
                .query((row, number) -> row.getObject("session_on", LocalDate.class)).optional();
    }
}
