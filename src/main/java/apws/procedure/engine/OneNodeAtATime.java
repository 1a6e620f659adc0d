package apws.procedure.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Long work that one node does while the others go on without it. Its turn is one locked row, which nobody waits for and which is free again
 * the moment its node dies; what it does meanwhile are short transactions beside that.
 */
@Component
class OneNodeAtATime {

    private final JdbcClient jdbc;
    private final TransactionTemplate turn;
    private final TransactionTemplate apart;

    OneNodeAtATime(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.turn = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param name of the turn, as the table {@code turn} has it
     * @return false where another node is at it, and nothing was done
     */
    boolean unlessAnotherIsAtIt(String name, Runnable work) {
        return Boolean.TRUE.equals(turn.execute(status -> {
            var free = jdbc.sql("select name from turn where name = :name for update skip locked").param("name", name).query(String.class)
                    .optional().isPresent();
            if (free) {
                work.run();
            }
            return free;
        }));
    }

    /** A part of it, in a transaction of its own. */
    void apart(Runnable part) {
        apart.executeWithoutResult(status -> part.run());
    }
}
