package apws.procedure.engine;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.Term;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.DiagramCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan from 10 September 2026, and a question asked on the 21st; then schools turn out to be closed on the 24th and 25th. */
class TimersTest {

    private static final CalendarSettings USUAL = calendar(term("2026-09-03", "2026-10-23"), term("2026-11-02", "2026-12-18"));
    private static final CalendarSettings CHANGED = calendar(term("2026-09-03", "2026-09-23"), term("2026-09-28", "2026-12-18"));

    private final Map<Object, Object> beans = new HashMap<>();
    private ProcessEngine engine;
    private String instance;

    @BeforeEach
    void aPlanIsFollowed() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID()).setProcessEngineName(UUID.randomUUID().toString())
                .setJobExecutorActivate(false).setEnforceHistoryTimeToLive(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addModelInstance("plan.bpmn", diagram()).deploy();
        itIs("2026-09-21");
        started(USUAL);
        instance = engine.getRuntimeService().startProcessInstanceByKey("plan",
                Map.of("planStart", "2026-09-10", "meetingOn", "2026-09-24")).getId();
    }

    @AfterEach
    void close() {
        engine.close();
        ClockUtil.reset();
    }

    @Test
    void aChangedCalendarMovesOpenTimersAndTheDatesOfOpenTasks() {
        assertThat(timer()).isEqualTo("2026-09-24T05:00");
        assertThat(dates("support")).isEqualTo("2026-09-24T17:00, followed up 2026-09-24T05:00");
        assertThat(dates("decide")).isEqualTo("2026-09-24T17:00, followed up null");

        itIs("2026-09-22");
        started(CHANGED);

        assertThat(timer()).isEqualTo("2026-09-28T05:00");
        assertThat(dates("support")).isEqualTo("2026-09-28T17:00, followed up 2026-09-28T05:00");
    }

    @Test
    void aPeriodThatCountsFromWhenTheTaskCameAboutGoesOnDoingSo() {
        itIs("2026-09-25");
        started(CHANGED);

        assertThat(dates("decide")).isEqualTo("2026-09-28T17:00, followed up null");
    }

    @Test
    void anAppointedDayAndATaskWithoutADateStayAsTheyAre() {
        started(CHANGED);

        assertThat(dates("meet")).isEqualTo("2026-09-24T17:00, followed up 2026-09-24T05:00");
        assertThat(dates("whenever")).isEqualTo("null, followed up null");
    }

    @Test
    void theSameCalendarMovesNothing() {
        var moved = Date.from(Instant.parse("2026-10-01T16:00:00Z"));
        engine.getTaskService().setDueDate(task("support").getId(), moved);

        started(USUAL);

        assertThat(task("support").getDueDate()).isEqualTo(moved);
    }

    private void itIs(String day) {
        ClockUtil.setCurrentTime(Date.from(LocalDate.parse(day).atTime(9, 0).atZone(MovableClock.LONDON).toInstant()));
    }

    /** As the application starts with that calendar. */
    private void started(CalendarSettings settings) {
        var now = Clock.fixed(ClockUtil.getCurrentTime().toInstant(), MovableClock.LONDON);
        var calendar = new DiagramCalendar(new SchoolCalendar(now, settings));
        beans.put("calendar", calendar);
        new Timers(engine, settings, calendar, alone()).run(null);
    }

    /** The engine here has no transactions but its own. */
    private static OneNodeAtATime alone() {
        return new OneNodeAtATime(null, null) {
            @Override
            boolean unlessAnotherIsAtIt(String name, Runnable work) {
                work.run();
                return true;
            }

            @Override
            void apart(Runnable part) {
                part.run();
            }
        };
    }

    private String timer() {
        return moment(engine.getManagementService().createJobQuery().timers().processInstanceId(instance).singleResult().getDuedate());
    }

    private String dates(String task) {
        return "%s, followed up %s".formatted(moment(task(task).getDueDate()), moment(task(task).getFollowUpDate()));
    }

    private Task task(String id) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(id).singleResult();
    }

    private static String moment(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), MovableClock.LONDON).toString();
    }

    private static CalendarSettings calendar(Term... terms) {
        return new CalendarSettings(List.of(terms), List.of(), CALENDAR_DAYS);
    }

    private static Term term(String from, String to) {
        return new Term(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static BpmnModelInstance diagram() {
        return Bpmn.createExecutableProcess("plan").startEvent().parallelGateway("all")
                .userTask("support").camundaDueDate("${calendar.dueAfter(planStart, 'P14D')}")
                .camundaFollowUpDate("${calendar.after(planStart, 'P14D')}")
                .boundaryEvent("over").timerWithDate("${calendar.after(planStart, 'P14D')}").endEvent().moveToNode("all")
                .userTask("decide").camundaDueDate("${calendar.dueAfter(calendar.today(), 'P3D')}").endEvent().moveToNode("all")
                .userTask("meet").camundaDueDate("${calendar.dueOn(meetingOn)}").camundaFollowUpDate("${calendar.on(meetingOn)}").endEvent()
                .moveToNode("all").userTask("whenever").endEvent().done();
    }
}
