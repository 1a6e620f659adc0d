package apws.officer;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.access.Groups;
import apws.access.SignedIn;
import apws.access.Users;
import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.Imports;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** A service with officers, schools and cases on a database of its own, on one node or several, without the engine or the web. */
final class Service implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String NORTH = "9990001";
    static final String SOUTH = "9990002";

    private static final AtomicInteger PUPILS = new AtomicInteger();

    private final String url;
    private final String user;
    private final AutoCloseable server;
    private final List<Node> nodes = new ArrayList<>();

    static Service onH2() {
        return new Service("jdbc:h2:mem:%s;LOCK_TIMEOUT=20000".formatted(UUID.randomUUID()), "sa", () -> { });
    }

    static Service onPostgres() throws IOException {
        var server = EmbeddedPostgres.builder().start();
        return new Service(server.getJdbcUrl("postgres", "postgres"), "postgres", server);
    }

    private Service(String url, String user, AutoCloseable server) {
        this.url = url;
        this.user = user;
        this.server = server;
        node();
        Flyway.configure().dataSource(nodes.get(0).database).locations("classpath:db/migration").load().migrate();
        bean(Schools.class).save(school(NORTH, "North School"));
        bean(Schools.class).save(school(SOUTH, "South School"));
    }

    /** One more machine, with connections of its own to the same database. */
    Node node() {
        var node = new Node();
        nodes.add(node);
        return node;
    }

    /** Of the first node. */
    <T> T bean(Class<T> type) {
        return nodes.get(0).bean(type);
    }

    Officers officers() {
        return bean(Officers.class);
    }

    Allocations allocations() {
        return bean(Allocations.class);
    }

    Officer officer(String id, int limit, String... patch) {
        officers().save(new Officer(id, "Officer " + id, "Education Welfare Officer", "01632 960400", id + "@council.example", limit, null, null,
                null, null), List.of(patch));
        return officers().get(id);
    }

    Case caseAt(String school) {
        return nodes.get(0).inTransaction(() -> bean(Cases.class).open(pupil(school).id(), school, "d.lee"));
    }

    private Pupil pupil(String school) {
        return bean(Pupils.class).save(new Pupil(null, "Z999%09d".formatted(PUPILS.incrementAndGet()), "Ada", "Moss", LocalDate.of(2016, 5, 3),
                "Year 5", school, LocalDate.of(2021, 9, 1), null, false, false, false, false, false, false, false, false));
    }

    void close(Case of) {
        nodes.get(0).inTransaction(() -> {
            bean(Cases.class).close(of.reference(), "over");
            return null;
        });
    }

    /** The rejected rows of an import, without their headings. */
    List<String> rejected(ImportResult result) {
        return nodes.get(0).inTransaction(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(bean(Imports.class).rejected(result.id()), UTF_8))) {
                return lines.lines().skip(1).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** Nobody is an officer any more, and no case anybody's. */
    void clear() {
        bean(JdbcClient.class).sql("update officer set stand_in = null").update();
        for (var table : List.of("allocation", "officer_conflict", "officer_patch", "officer")) {
            bean(JdbcClient.class).sql("delete from " + table).update();
        }
    }

    @Override
    public void close() throws Exception {
        nodes.forEach(Node::close);
        server.close();
    }

    private static School school(String code, String name) {
        return new School(code, name, "1 High Street\nNewtown", "01632 960200", "office@school.example", "8.30 to 16.00", "Mrs H Teacher",
                "Mr D Lead", "Attendance Lead", false, null);
    }

    final class Node {

        private final HikariDataSource database = new HikariDataSource();
        private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

        private Node() {
            database.setJdbcUrl(url);
            database.setUsername(user);
            database.setMaximumPoolSize(6);
            beans.registerBean(DataSource.class, () -> database);
            beans.register(Beans.class);
            beans.refresh();
        }

        <T> T bean(Class<T> type) {
            return beans.getBean(type);
        }

        <T> T inTransaction(Supplier<T> work) {
            return bean(TransactionTemplate.class).execute(status -> work.get());
        }

        void close() {
            beans.close();
            database.close();
        }
    }

    @TestConfiguration
    @EnableTransactionManagement
    @EnableConfigurationProperties(ImportSettings.class)
    @EnableJdbcRepositories(basePackages = "apws.casework", considerNestedRepositories = true)
    @ComponentScan(basePackages = {"apws.officer", "apws.casework", "apws.pupil", "apws.imports"}, excludeFilters = @Filter(RestController.class))
    static class Beans extends AbstractJdbcConfiguration {

        @Bean
        SchoolCalendar calendar() {
            var noon = TODAY.atTime(LocalTime.NOON).atZone(MovableClock.LONDON);
            return new SchoolCalendar(Clock.fixed(noon.toInstant(), MovableClock.LONDON), new CalendarSettings(List.of(), List.of(), CALENDAR_DAYS));
        }

        /** The engine keeps them; here everybody can sign in but "nobody". */
        @Bean
        Users users() {
            var users = mock(Users.class);
            when(users.exists(anyString())).thenAnswer(asked -> !asked.getArgument(0).equals("nobody"));
            return users;
        }

        @Bean
        Groups groups() {
            return mock(Groups.class);
        }

        @Bean
        SignedIn signedIn() {
            return new SignedIn();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        NamedParameterJdbcOperations namedParameterJdbc(DataSource database) {
            return new NamedParameterJdbcTemplate(database);
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }
    }
}
