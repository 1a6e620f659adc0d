package apws.legal;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.OwnDatabase;
import apws.access.SignedIn;
import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.imports.Sender;
import apws.pupil.Parent;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.DaysWithoutSchool;
import apws.register.RegisterFiles;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
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

/** A school and families on a database of their own, without the engine or the web, for tests of notices and prosecutions. */
final class LegalOffice implements AutoCloseable {

    private static final String SCHOOL = "9990001";

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final OwnDatabase database;
    private int families;
    private LocalDate today = LocalDate.of(2026, 10, 1);

    /** A pupil with two parents and an open case. */
    record Family(long pupilId, String upn, long mother, long father, String caseReference) {
    }

    static LegalOffice onH2() {
        return new LegalOffice(OwnDatabase.onH2());
    }

    static LegalOffice onPostgres() throws IOException {
        return new LegalOffice(OwnDatabase.onPostgres());
    }

    private LegalOffice(OwnDatabase empty) {
        // no Spring Boot here that would set it
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        database = empty.withTables();
        beans.registerBean(DataSource.class, database::source);
        beans.registerBean(SignedIn.class, SignedIn::new);
        beans.registerBean(SchoolCalendar.class, () -> new SchoolCalendar(new Clock() {
            @Override
            public Instant instant() {
                return today.atTime(LocalTime.NOON).atZone(MovableClock.LONDON).toInstant();
            }

            @Override
            public ZoneId getZone() {
                return MovableClock.LONDON;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        }, new CalendarSettings(List.of(), List.of(), CALENDAR_DAYS)));
        // what notices do not need is not made
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.register(Beans.class);
        beans.refresh();
        bean(Schools.class).save(new School(SCHOOL, "Brook Primary School", "Brook Lane\nFairhaven\nZZ99 3CC", "01632 960200",
                "office@brook.example", "Monday to Friday, 8am to 4pm", "Mrs H Teacher", "Daniel Lee", "Attendance Lead", false, null));
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Ledger ledger() {
        return bean(Ledger.class);
    }

    PenaltyNotices notices() {
        return bean(PenaltyNotices.class);
    }

    Listings listings() {
        return bean(Listings.class);
    }

    Proceedings proceedings() {
        return bean(Proceedings.class);
    }

    void itIs(String day) {
        today = LocalDate.parse(day);
    }

    <T> T inTransaction(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    Family family() {
        return family("2016-05-03");
    }

    Family family(String born) {
        var number = ++families;
        var pupil = bean(Pupils.class).save(new Pupil(null, "Z999%09d".formatted(number), "Robin", "Marsh", LocalDate.parse(born), "5",
                SCHOOL, LocalDate.of(2021, 9, 1), null, false, false, false, false, false, false, false, false));
        var mother = parent(pupil, "M" + number, "Ms", "Ada", "mother");
        var father = parent(pupil, "F" + number, "Mr", "Bela", "father");
        var opened = inTransaction(() -> bean(Cases.class).open(pupil.id(), SCHOOL, "d.lee"));
        return new Family(pupil.id(), pupil.upn(), mother, father, opened.reference());
    }

    private long parent(Pupil of, String reference, String title, String firstName, String relationship) {
        var saved = bean(Parents.class).save(new Parent(null, reference, title, firstName, "Marsh", "1 Brook Lane\nFairhaven", "ZZ99 3CC",
                false, "", "", "", null, null));
        bean(Parents.class).link(of.id(), saved.id(), relationship, true);
        return saved.id();
    }

    /**
     * What the register says of the pupil on the day, written {@code "OO"} for morning and afternoon; replaces what it said before. On a day
     * without school the school has said that it was open.
     */
    void marks(Family of, String day, String both) {
        if (!bean(SchoolCalendar.class).isSchoolDay(LocalDate.parse(day))) {
            bean(DaysWithoutSchool.class).answer(SCHOOL, LocalDate.parse(day), true, "d.lee", "Moved from another day");
        }
        var rows = "UPN,Date,Session,Mark\n%s,%s,AM,%s\n%s,%s,PM,%s\n".formatted(of.upn(), day, both.charAt(0), of.upn(), day,
                both.charAt(1));
        var sent = bean(RegisterFiles.class).read("register.csv", new ByteArrayResource(rows.getBytes(UTF_8)),
                Sender.ofEverySchool("a test"));
        assertThat(sent.rejected()).isZero();
    }

    List<String> chronology(Family of) {
        return bean(Chronology.class).of(of.caseReference()).stream().map(ChronologyLine::what).toList();
    }

    @Override
    public void close() throws Exception {
        beans.close();
        database.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    @ConfigurationPropertiesScan({"apws.legal", "apws.register", "apws.pupil", "apws.imports"})
    @EnableJdbcRepositories(basePackages = "apws.casework", considerNestedRepositories = true)
    @ComponentScan(basePackages = {"apws.legal", "apws.casework", "apws.register", "apws.pupil", "apws.imports"},
            excludeFilters = @Filter({RestController.class, Configuration.class}))
    static class Beans extends AbstractJdbcConfiguration {

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
