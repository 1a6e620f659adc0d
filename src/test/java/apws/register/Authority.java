package apws.register;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.mock;

import apws.OwnDatabase;
import apws.StatementCount;
import apws.access.Groups;
import apws.access.SignedIn;
import apws.calendar.CalendarSettings;
import apws.calendar.SchoolCalendar;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.Imports;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** An authority with schools and pupils on a database of its own, without the engine or the web, for tests of what registers say. */
final class Authority implements AutoCloseable {

    static final String SCHOOL = "9990001";
    static final String OTHER_SCHOOL = "9990002";

    private final AnnotationConfigApplicationContext beans;
    private final OwnDatabase database;
    private final StoppedClock clock = new StoppedClock();

    static Authority onH2() {
        return new Authority(OwnDatabase.onH2());
    }

    static Authority onPostgres() throws IOException {
        return new Authority(OwnDatabase.onPostgres());
    }

    private Authority(OwnDatabase database) {
        // no Spring Boot here that would set it
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        this.database = database.withTables();
        beans = new AnnotationConfigApplicationContext();
        beans.registerBean(StatementCount.class, StatementCount::new);
        beans.registerBean(DataSource.class, () -> beans.getBean(StatementCount.class).counting(database.source()));
        beans.registerBean(SchoolCalendar.class, () -> new SchoolCalendar(clock, new CalendarSettings(List.of(), List.of(), CALENDAR_DAYS)));
        beans.registerBean(SignedIn.class, SignedIn::new);
        beans.register(Beans.class);
        beans.refresh();
        bean(Schools.class).save(school(SCHOOL, "Alder Primary"));
        bean(Schools.class).save(school(OTHER_SCHOOL, "Birch Secondary"));
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    void itIs(LocalDate day) {
        clock.stopAt(day.atTime(LocalTime.NOON));
    }

    /** The rejected rows of an import, without their headings. */
    List<String> rejected(ImportResult result) {
        try (var lines = new BufferedReader(new InputStreamReader(bean(Imports.class).rejected(result.id()), UTF_8))) {
            return lines.lines().skip(1).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of what tests before have left. */
    void empties(String... tables) {
        for (var table : tables) {
            bean(JdbcClient.class).sql("delete from " + table).update();
        }
    }

    <T> T inTransaction(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    Pupil pupil(String upn, String schoolCode) {
        return bean(Pupils.class).save(new Pupil(null, upn, "Ada", "Moss", LocalDate.of(2014, 5, 1), "6", schoolCode,
                LocalDate.of(2018, 9, 1), null, false, false, false, false, false, false, false, false));
    }

    @Override
    public void close() throws Exception {
        beans.close();
        database.close();
    }

    private static School school(String code, String name) {
        return new School(code, name, "1 High Street\nNewtown", "01999 555000", "office@school.example", "8.30 to 16.00", "Mr H Teacher",
                "Mrs A Lead", "Attendance Lead", false, null);
    }

    @TestConfiguration
    @EnableTransactionManagement
    @EnableConfigurationProperties({ScreeningSettings.class, ImportSettings.class})
    @ComponentScan(basePackages = {"apws.register", "apws.pupil", "apws.imports"})
    static class Beans {

        /** The engine keeps them; here there is none. */
        @Bean
        Groups groups() {
            return mock(Groups.class);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
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
    }
}
