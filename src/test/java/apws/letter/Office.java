package apws.letter;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;

import apws.OwnDatabase;
import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.officer.Allocations;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.pupil.Parent;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
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

/** A school, a family and a case on a database of their own, without the engine or the web. */
final class Office implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String SCHOOL = "9990001";

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final OwnDatabase database;
    private int families;
    private LocalDate today = TODAY;

    static Office onH2(Path tray) {
        return new Office(OwnDatabase.onH2(), tray);
    }

    static Office onPostgres(Path tray) throws IOException {
        return new Office(OwnDatabase.onPostgres(), tray);
    }

    private Office(OwnDatabase database, Path tray) {
        this.database = database.withTables();
        var settings = beans.getEnvironment().getPropertySources();
        settings.addLast(new MapPropertySource("tray", Map.of("apws.letter.tray", tray.toString(), "apws.letter.make-tray", "false")));
        settings.addLast(testSettings());
        beans.registerBean(DataSource.class, database::source);
        beans.registerBean(SchoolCalendar.class, () -> new SchoolCalendar(
                new Clock() {
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
                },
                new CalendarSettings(List.of(), List.of(), CALENDAR_DAYS)));
        // what letters do not need is not made
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.register(Beans.class);
        beans.refresh();
        bean(Schools.class).save(new School(SCHOOL, "Brook Primary School", "Brook Lane\nFairhaven\nZZ99 3CC", "01632 960200",
                "office@brook.example", "Monday to Friday, 8am to 4pm", "Mrs H Teacher", "Daniel Lee", "Attendance Lead", false, null));
    }

    private static PropertySource<?> testSettings() {
        try {
            return new YamlPropertySourceLoader().load("tests", new ClassPathResource("config/application.yaml")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    void itIs(LocalDate day) {
        today = day;
    }

    Letters letters() {
        return bean(Letters.class);
    }

    <T> T inTransaction(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    /** A pupil with an open case; no parents yet. */
    Case caseOf(String firstName, String lastName) {
        var pupil = bean(Pupils.class).save(new Pupil(null, "Z999%09d".formatted(++families), firstName, lastName, LocalDate.of(2016, 5, 3),
                "Year 5", SCHOOL, LocalDate.of(2021, 9, 1), null, true, false, true, false, false, false, false, false));
        return inTransaction(() -> bean(Cases.class).open(pupil.id(), SCHOOL, "d.lee"));
    }

    /** An extra child of the same parent. */
    void sibling(Parent parent, String firstName, String lastName) {
        var pupil = bean(Pupils.class).save(new Pupil(null, "Z999%09d".formatted(++families), firstName, lastName, LocalDate.of(2018, 2, 1),
                "Year 3", SCHOOL, LocalDate.of(2023, 9, 1), null, false, false, false, false, false, false, false, false));
        bean(Parents.class).link(pupil.id(), parent.id(), "mother", true);
    }

    Parent parent(Case of, String title, String firstName, String lastName, String address, String postcode, String relationship) {
        return parent(of, new Parent(null, "P" + UUID.randomUUID(), title, firstName, lastName, address, postcode, false, "", "", "", null,
                null), relationship);
    }

    Parent parent(Case of, Parent parent, String relationship) {
        var saved = bean(Parents.class).save(parent);
        bean(Parents.class).link(of.pupilId(), saved.id(), relationship, true);
        return saved;
    }

    /** A form as it was filled in. */
    void entry(Case of, String form, Map<String, Object> answers) {
        inTransaction(() -> bean(Entries.class).record(of.reference(), form, "S2-07", bean(ObjectMapper.class).valueToTree(answers),
                "p.nair"));
    }

    /** Makes her the case's officer. */
    void officer(Case of) {
        inTransaction(() -> {
            bean(Officers.class).save(new Officer("p.nair", "Priya Nair", "Education Welfare Officer", "01632 960155",
                    "priya.nair@testing.example", 100, null, null, null, null), List.of());
            return bean(Allocations.class).allocateTo(of.reference(), "p.nair", "knows the family", null, "s.manager");
        });
    }

    /** A plan agreed three weeks ago, with this on its form. */
    void plan(Case of, Map<String, Object> agreed) {
        plan(of, agreed, "in school every day", null);
    }

    /** @param parent whose own plan it is; null for one that all agreed */
    void plan(Case of, Map<String, Object> agreed, String targetInWords, Parent parent) {
        inTransaction(() -> {
            var entry = bean(Entries.class).record(of.reference(), "agree-plan", "S1-04", bean(ObjectMapper.class).valueToTree(agreed),
                    "d.lee");
            return bean(Plans.class).start(new Plan(null, of.reference(), "ISP 1.1", 0, LocalDate.of(2026, 11, 2),
                    LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 30), new BigDecimal("95.00"), targetInWords,
                    LocalDate.of(2026, 9, 3),
                    LocalDate.of(2026, 10, 30), 70, 62, 3, entry.id(), parent == null ? null : parent.id()));
        });
    }

    @Override
    public void close() throws Exception {
        beans.close();
        database.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    @ConfigurationPropertiesScan({"apws.letter", "apws.register", "apws.pupil", "apws.imports"})
    @EnableJdbcRepositories(basePackages = "apws.casework", considerNestedRepositories = true)
    @ComponentScan(basePackages = {"apws.letter", "apws.casework", "apws.register", "apws.pupil", "apws.officer", "apws.imports", "apws.form"},
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
