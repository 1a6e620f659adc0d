package apws.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import apws.calendar.SchoolCalendar;
import apws.demo.Stories.Told;
import apws.legal.TrueNotices;
import apws.letter.TrueLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A fresh demo authority, as who tries it finds it: everything its stories promise is there, and nothing in it is against a rule. Opened
 * on one and the same day, whenever this runs, with all schools for a week only.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"apws.demo.opens-on=2026-11-26", "apws.demo.all-schools-for=1"})
@ActiveProfiles("demo")
class DemoIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Autowired
    private JdbcClient database;
    @Autowired
    private SchoolCalendar calendar;
    @Autowired
    private DemoFeed feed;
    @Autowired
    private DemoClock clock;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo").toAbsolutePath();
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:%s/demo;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=500"
                .formatted(folder));
        settings.add("apws.letter.tray", () -> folder.resolve("tray").toString());
        settings.add("apws.imports.folder.drop", () -> folder.resolve("drop").toString());
    }

    @BeforeEach
    void theDemoIsOpen() {
        await().atMost(Duration.ofMinutes(20)).until(() -> !clock.read().moving());
        assertThat(clock.isOpen()).isTrue();
    }

    @Test
    void everyStoryHasComeToItsStops() {
        var open = database.sql("""
                select p.upn || ' ' || t.TASK_DEF_KEY_ from ACT_RU_TASK t
                join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'pupilId' join pupil p on p.id = v.LONG_""")
                .query(String.class).list();

        assertThat(stories()).isNotEmpty().allSatisfy(told -> assertThat(open).as(told.story().key()).containsAll(
                told.story().stops().stream().map(stop -> told.child().upn() + " " + stop.replaceFirst("@.*", "")).toList()));
    }

    @Test
    void thereIsAPenaltyNoticeOfEachKind() {
        var notices = stories().stream().collect(toMap(told -> told.story().key(), this::notices));

        assertThat(notices).containsEntry("both meetings missed, the warning runs, a notice is open", List.of("SERVED"))
                .containsEntry("the plan runs, a notice was paid early", List.of("PAID 80"))
                .containsEntry("the panel is ahead, a notice was paid late", List.of("PAID 160"))
                .containsEntry("the panel's plan runs, a notice was withdrawn", List.of("WITHDRAWN"))
                .containsEntry("a notice was not paid, and is prosecuted", List.of("TO_BE_PROSECUTED"))
                .containsEntry("leave in term time, the notice was paid early", List.of("PAID 80"))
                .containsEntry("leave in term time, the notice was paid late", List.of("PAID 160"))
                .containsEntry("leave in term time, the notice was withdrawn", List.of("WITHDRAWN"))
                .containsEntry("leave in term time, the notice is open", List.of("SERVED"))
                .containsEntry("leave in term time, the notice is to be posted", List.of("ISSUED"))
                .containsEntry("leave in term time, the notice waits to be authorised", List.of());
        assertThat(database.sql("select distinct step from letter where code = 'NOTICE TO IMPROVE'").query(String.class).list())
                .as("with a warning, and by itself").contains("S2-05", "S2-12");
    }

    @Test
    void noLetterStatesWhatItsRecordDenies() {
        assertThat(TrueLetters.denied(database, 0)).isEmpty();
    }

    @Test
    void noPenaltyNoticeIsOutsideItsLimits() {
        assertThat(TrueNotices.denied(database)).isEmpty();
    }

    @Test
    void eachCaseWithATimeLimitToActOnHasOneTask() {
        var open = database.sql("""
                select (select max(v.TEXT_) from ACT_RU_VARIABLE v where v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'caseReference')
                from ACT_RU_TASK t where t.TASK_DEF_KEY_ = 'act-on-time-limit'""").query(String.class).list();
        var toldSinceTheyActed = database.sql("""
                select c.reference from attendance_case c join time_limit_warning w on w.case_reference = c.reference
                where c.closed_on is null group by c.reference having max(w.warned_on) > (
                    select coalesce(max(cast(e.made_at as date)), date '2000-01-01') from entry e
                    where e.case_reference = c.reference and e.form = 'act-on-time-limit')""").query(String.class).list();

        assertThat(open).isNotEmpty().doesNotHaveDuplicates().containsAll(toldSinceTheyActed);
    }

    @Test
    void nothingHasFailed(CapturedOutput log) {
        assertThat(database.sql("select INCIDENT_MSG_ from ACT_RU_INCIDENT").query(String.class).list()).isEmpty();
        assertThat(database.sql("select EXCEPTION_MSG_ from ACT_RU_JOB where EXCEPTION_MSG_ is not null").query(String.class).list()).isEmpty();
        assertThat(log.getAll().lines()).anyMatch(line -> line.contains("The demo authority is there"))
                .noneMatch(line -> line.contains(" ERROR ")).noneMatch(line -> line.contains("could not"));
    }

    @Test
    void aFewPeopleAreLeftToCompare() {
        assertThat(database.sql("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'compare-people'").query(Long.class).single())
                .isBetween(1L, 4L);
    }

    private List<Told> stories() {
        var firstDay = database.sql("select switched_on_from from school where code = :code").param("code", DemoSchool.HIGH.code())
                .query(LocalDate.class).single();
        return Stories.of(DemoSchool.HIGH, feed.population(), firstDay, TODAY, calendar).all();
    }

    /** Each with what was paid for it. */
    private List<String> notices(Told told) {
        return database.sql("""
                select n.status || case when n.status = 'PAID' then ' ' || cast((
                    select sum(x.amount) from penalty_notice_payment x where x.notice_id = n.id) as int) else '' end
                from penalty_notice n join pupil p on p.id = n.pupil_id where p.upn = :upn order by n.id""")
                .param("upn", told.child().upn()).query(String.class).list();
    }
}
