package apws;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of a test's own: H2 in memory, or a PostgreSQL server. Closing it ends the server, too. */
public final class OwnDatabase implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final AutoCloseable server;

    public static OwnDatabase onH2() {
        return new OwnDatabase("jdbc:h2:mem:%s;LOCK_TIMEOUT=20000".formatted(UUID.randomUUID()), "sa", () -> { });
    }

    public static OwnDatabase onPostgres() throws IOException {
        var server = EmbeddedPostgres.builder().start();
        return new OwnDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", server);
    }

    private OwnDatabase(String url, String user, AutoCloseable server) {
        this.server = server;
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(4);
    }

    /** With the application's tables and the engine's, all empty. */
    public OwnDatabase withTables() {
        Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
        return this;
    }

    public DataSource source() {
        return pool;
    }

    public String url() {
        return pool.getJdbcUrl();
    }

    public String user() {
        return pool.getUsername();
    }

    @Override
    public void close() throws Exception {
        pool.close();
        server.close();
    }
}
