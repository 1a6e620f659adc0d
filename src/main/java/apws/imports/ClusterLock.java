package apws.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Work that only one node may do at a time: its turn lasts until the transaction ends. */
@Component
public class ClusterLock {

    private final JdbcClient jdbc;

    ClusterLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever has the turn now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String work) {
        jdbc.sql("select name from turn where name = :name for update").param("name", work).query(String.class).single();
    }

    /** Whether nobody has the turn now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFree(String work) {
        return jdbc.sql("select name from turn where name = :name for update skip locked").param("name", work).query(String.class).optional()
                .isPresent();
    }
}
