package apws.legal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two who turn out to be one person: their notices, prosecutions, ledger and the windows that letters gave are one (settlement 15). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OnePerson {

    private final JdbcClient jdbc;
    private final SessionUses uses;

    OnePerson(JdbcClient jdbc, SessionUses uses) {
        this.jdbc = jdbc;
        this.uses = uses;
    }

    /** @throws LegalRefusal where a session stands in a notice or prosecution of both: one of them has to go first */
    public void merge(long one, long other) {
        uses.merge(one, other);
        for (var table : new String[] {"penalty_notice", "proceeding", "letter_window", "session_listed"}) {
            jdbc.sql("update " + table + " set parent_id = :one where parent_id = :other").param("one", one).param("other", other).update();
        }
    }
}
