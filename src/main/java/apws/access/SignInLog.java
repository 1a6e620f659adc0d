package apws.access;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Keeps who signed in, who signed out and whose sign-in was refused. A name that nobody has is not kept: people type passwords into the
 * wrong field. Programs that send their password with each request are kept only when it is refused.
 */
@Component
class SignInLog {

    enum What { SIGNED_IN, REFUSED, SIGNED_OUT }

    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);

    private final JdbcClient database;
    private final Clock clock;
    private final People people;

    SignInLog(JdbcClient database, Clock clock, People people) {
        this.database = database;
        this.clock = clock;
        this.people = people;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        keep(What.SIGNED_IN, event.getAuthentication().getName());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        var typed = event.getAuthentication().getName();
        keep(What.REFUSED, people.exists(typed) ? typed : null);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        keep(What.SIGNED_OUT, event.getAuthentication().getName());
    }

    private void keep(What what, String userId) {
        LOG.info("{} {}", what, userId == null ? "(unknown user)" : userId);
        database.sql("insert into sign_in_event (happened_at, what, user_id) values (:at, :what, :user)")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("what", what.name())
                .param("user", userId, Types.VARCHAR)
                .update();
    }
}
