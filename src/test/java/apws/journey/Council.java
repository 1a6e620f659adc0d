package apws.journey;

import static apws.journey.Town.HILL_TOP;
import static apws.journey.Town.MARSH_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.journey.Caller.Answer;
import apws.procedure.engine.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The people of the town and what they do in the running application, over HTTP with their own passwords; and the days as they pass. */
final class Council {

    static final String PASSWORD = "a-password-of-the-journey";
    static final String OFFICE = "olive.office";
    static final String LEAD = "priya.lead";
    static final String OTHER_LEAD = "tom.other";
    static final String MANAGER = "mona.manager";
    static final String EWO = "eddie.ewo";

    private static final String ADMINISTRATOR = "test-administrator";
    private static final LocalDate TERM_BEGAN = LocalDate.of(2026, 9, 3);

    private final MovableClock clock;
    private final EngineTime engineTime;
    private final SchoolCalendar calendar;
    private final int port;
    private final Caller administrator;
    private Caller office;

    Council(int port, MovableClock clock, EngineTime engineTime, SchoolCalendar calendar) {
        this.clock = clock;
        this.engineTime = engineTime;
        this.calendar = calendar;
        this.port = port;
        administrator = Caller.withPassword(port, ADMINISTRATOR, ADMINISTRATOR + "-password");
    }

    Caller administrator() {
        return administrator;
    }

    Caller office() {
        return office;
    }

    /** The administrator gives somebody an account and puts them into a group. */
    Caller hires(String id, String group) {
        ok(administrator.post("/engine-rest/user/create", Map.of(
                "profile", Map.of("id", id, "firstName", id.substring(0, id.indexOf('.')), "lastName", id.substring(id.indexOf('.') + 1)),
                "credentials", Map.of("password", PASSWORD))));
        ok(administrator.put("/engine-rest/group/%s/members/%s".formatted(group, id), ""));
        return Caller.withPassword(port, id, PASSWORD);
    }

    void hiresItsOffice() {
        office = hires(OFFICE, Roles.APWS_OFFICE);
    }

    /** Schools, pupils and parents, sent by the office. */
    void sendsPeople() {
        assertThat(ok(office.upload("/api/schools", "schools.csv", Town.schools())).path("added").asInt()).isEqualTo(2);
        assertThat(ok(office.upload("/api/pupils", "pupils.csv", Town.pupils())).path("added").asInt()).isEqualTo(7);
        assertThat(ok(office.upload("/api/parents", "parents.csv", Town.parents())).path("added").asInt()).isEqualTo(8);
    }

    /** Marsh Lane is switched on, and its list is with its lead, who is hired; so is a manager. */
    Caller opensMarshLane() {
        hiresItsOffice();
        sendsPeople();
        var lead = hires(LEAD, Roles.ofSchool(MARSH_LANE));
        hires(MANAGER, Roles.MANAGER);
        ok(office.upload("/api/registers", "marsh-lane.csv", Town.register(MARSH_LANE, schoolDaysSoFar())));
        ok(office.upload("/api/registers", "hill-top.csv", Town.register(HILL_TOP, schoolDaysSoFar())));
        ok(office.post("/api/schools/%s/switch-on".formatted(MARSH_LANE), ""));
        firesTimerOf("attendance-screening");
        return lead;
    }

    /** Whatever this person has taken is everybody's again. */
    void givesBack(Caller person) {
        for (var task : ok(administrator.get("/engine-rest/task?assignee=" + person.user()))) {
            ok(administrator.post("/engine-rest/task/%s/unclaim".formatted(task.path("id").asText()), ""));
        }
    }

    LocalDate today() {
        return calendar.today();
    }

    /** The school days of which there is a register: from the beginning of term to yesterday. */
    List<LocalDate> schoolDaysSoFar() {
        return calendar.schoolDays(TERM_BEGAN, today().minusDays(1));
    }

    /**
     * Lets the council's working days pass up to this one, those of the school holidays too: what is due is done each morning, on school days
     * once the registers of the school day before have arrived.
     */
    void livesUntil(LocalDate last) {
        livesUntil(last, List.of(MARSH_LANE, HILL_TOP), Town::register);
    }

    /** @param registers the register of one of the schools on those days */
    void livesUntil(LocalDate last, List<String> schools, BiFunction<String, List<LocalDate>, String> registers) {
        engineTime.pauseJobs();
        try {
            for (var day : today().plusDays(1).datesUntil(last.plusDays(1)).filter(calendar::isWorkingDay).toList()) {
                var offset = ClockOfTheTest.offsetTo(day);
                clock.moveTo(offset);
                engineTime.moveTo(offset);
                if (calendar.isSchoolDay(day)) {
                    var before = List.of(calendar.schoolDayBefore(day));
                    for (var school : schools) {
                        ok(office.upload("/api/registers", "register-%s.csv".formatted(school), registers.apply(school, before)));
                    }
                }
                engineTime.runDueJobs();
            }
        } finally {
            engineTime.resumeJobs();
        }
        settles();
        assertThat(today()).isEqualTo(last);
    }

    /** The administrator lets a process's daily timer fire now. */
    void firesTimerOf(String process) {
        var jobs = ok(administrator.get("/engine-rest/job?timers=true&processDefinitionKey=" + process));
        assertThat(jobs).hasSize(1);
        ok(administrator.post("/engine-rest/job/%s/execute".formatted(jobs.get(0).path("id").asText()), ""));
        settles();
    }

    /** Waits until the engine has done all that was to be done at once, every letter lies in the print tray, and nothing has failed. */
    void settles() {
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50)).untilAsserted(() ->
                assertThat(ok(administrator.post("/engine-rest/job", Map.of("executable", true)))).isEmpty());
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(ok(administrator.get(
                "/engine-rest/process-instance/count?activityIdIn=place-in-print-tray")).path("count").asInt()).isZero());
        assertThat(ok(administrator.get("/engine-rest/incident/count")).path("count").asInt()).isZero();
        assertThat(ok(administrator.get("/engine-rest/job/count?withException=true")).path("count").asInt()).isZero();
    }

    /** The one open task of this kind under a business key that this person sees. */
    JsonNode task(Caller person, String businessKey, String kind) {
        var found = tasks(person, businessKey, kind);
        assertThat(found).as("%s of %s for %s", kind, businessKey, person.user()).hasSize(1);
        return found.get(0);
    }

    /** The open tasks of this kind under a business key that this person sees. */
    JsonNode tasks(Caller person, String businessKey, String kind) {
        return ok(person.get("/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(businessKey, kind)));
    }

    /** What the task's form shows, as values by name. */
    Map<String, JsonNode> shown(Caller person, JsonNode task) {
        var variables = ok(person.get("/engine-rest/task/%s/form-variables?deserializeValues=false".formatted(task.path("id").asText())));
        var shown = new HashMap<String, JsonNode>();
        variables.fields().forEachRemaining(one -> shown.put(one.getKey(), "Json".equals(one.getValue().path("type").asText())
                ? new Answer(200, one.getValue().path("value").asText().getBytes()).json() : one.getValue().path("value")));
        return shown;
    }

    /** Takes the task, as one does in Tasklist before filling in its form. */
    void claims(Caller person, JsonNode task) {
        var taken = person.post("/engine-rest/task/%s/claim".formatted(task.path("id").asText()), Map.of("userId", person.user()));
        assertThat(taken.status()).as(taken.text()).isEqualTo(204);
    }

    Answer sends(Caller person, JsonNode task, Map<String, Object> entry) {
        return person.post("/engine-rest/task/%s/submit-form".formatted(task.path("id").asText()), asTasklistSends(entry));
    }

    /** Text, numbers and ticks as themselves, everything else as JSON. */
    static Map<String, Object> asTasklistSends(Map<String, Object> entry) {
        var variables = new HashMap<String, Object>();
        entry.forEach((key, value) -> variables.put(key, value instanceof List<?> || value instanceof Map<?, ?>
                ? Map.of("type", "Json", "value", Caller.JSON.valueToTree(value).toString()) : Map.of("value", value)));
        return Map.of("variables", variables);
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        return answer.body().length == 0 ? null : answer.json();
    }
}
