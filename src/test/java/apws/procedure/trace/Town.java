package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Groups;
import apws.access.Roles;
import apws.access.Users;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.imports.Sender;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.pupil.Parent;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.RegisterFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of schools, families and an APWS office, and the day it is there. Each test gets schools and children of its own. */
class Town {

    private static int made;

    private final Schools schools;
    private final Pupils pupils;
    private final Parents parents;
    private final Groups groups;
    private final Users users;
    private final MovableClock clock;
    private final ProcessEngine engine;
    private final StubbedRegister said;
    private final JdbcClient database;
    private final RegisterFiles files;
    private final SchoolCalendar calendar;
    private final Officers officers;

    Town(Schools schools, Pupils pupils, Parents parents, Groups groups, Users users, MovableClock clock, ProcessEngine engine, StubbedRegister said,
         JdbcClient database, RegisterFiles files, SchoolCalendar calendar, Officers officers) {
        this.schools = schools;
        this.pupils = pupils;
        this.parents = parents;
        this.groups = groups;
        this.users = users;
        this.clock = clock;
        this.engine = engine;
        this.said = said;
        this.database = database;
        this.files = files;
        this.calendar = calendar;
        this.officers = officers;
    }

    ProcessEngine engine() {
        return engine;
    }

    JdbcClient database() {
        return database;
    }

    /** Nine in the morning of that day. */
    void itIs(String day) {
        itIs(LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(MovableClock.LONDON).toInstant());
    }

    void itIs(LocalDateTime moment) {
        itIs(moment.atZone(MovableClock.LONDON).toInstant());
    }

    void itIs(Instant moment) {
        // The engine counts whole milliseconds: a part of one less and it is still the moment before, when nothing of this one is due.
        var offset = Duration.ofMillis(moment.toEpochMilli() - System.currentTimeMillis());
        clock.moveTo(offset);
        ClockUtil.offset(offset.toMillis());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A school that is switched on, with an attendance lead. */
    School school() {
        var code = "999%04d".formatted(++made);
        schools.save(new School(code, "School " + code, "1 High Street\nNewtown", "01632 960200", "office@school.example", "8.30 to 16.00",
                "Mrs H Teacher", "Daniel Lee", "Attendance Lead", false, null));
        schools.switchOn(code, LocalDate.of(2024, 9, 1));
        groups.ensureSchoolGroup(code, "School " + code);
        users.ensureUser("lead-" + code, "Daniel", "Lee", "lead@school.example", "a-password-for-" + code, Roles.ofSchool(code));
        return schools.get(code);
    }

    School schoolOf(Child child) {
        return schools.get(child.pupil().schoolCode());
    }

    Child child() {
        return child(school());
    }

    /** A child of Year 7, with a mother and a father at addresses of their own. */
    Child child(School school) {
        int number = ++made;
        var pupil = pupils.save(new Pupil(null, "Z9990001%05d".formatted(number), "Ada", "Moss", LocalDate.of(2015, 5, 3), "Year 7",
                school.code(), LocalDate.of(2026, 9, 1), null, true, false, false, false, false, false, false, false));
        return new Child(pupil, List.of(
                parent(pupil, number, "mother", "Ms", "Ruth", "Moss", "2 Mill Lane\nNewtown"),
                parent(pupil, number, "father", "Mr", "Omar", "Field", "9 Station Road\nOldtown")), said);
    }

    private Parent parent(Pupil of, int number, String relationship, String title, String first, String last, String address) {
        var saved = parents.save(new Parent(null, "%s-%d".formatted(relationship, number), title, first, last, address, "ZZ99 1AA", false,
                "01632 960300", "parent@home.example", "English", null, null));
        parents.link(of.id(), saved.id(), relationship, relationship.equals("mother"));
        return saved;
    }

    /** The register as a school sends it: two sessions on every school day, the first of which were missed without leave. */
    void register(Child child, String from, String to, int missed) {
        var rows = new StringBuilder("UPN,Date,Session,Mark\n");
        int session = 0;
        for (var day : calendar.schoolDays(LocalDate.parse(from), LocalDate.parse(to))) {
            for (var half : List.of("AM", "PM")) {
                rows.append("%s,%s,%s,%s%n".formatted(child.pupil().upn(), day, half, session++ < missed ? "O" : half.equals("AM") ? "/" : "\\"));
            }
        }
        var sent = files.read("register.csv", new ByteArrayResource(rows.toString().getBytes(UTF_8)), Sender.ofEverySchool("a test"));
        assertThat(sent.rejected()).as("rows of the register that were not accepted").isZero();
    }

    Person leadOf(School school) {
        return new Person(engine, "lead-" + school.code(), List.of(Roles.ofSchool(school.code())));
    }

    /** An officer who takes cases of these schools before others do, and up to fifty. */
    Person officer(School... patch) {
        return officer(50, patch);
    }

    /** Officers of one test are made in the order of their user ids. */
    Person officer(int limit, School... patch) {
        int number = ++made;
        var id = "officer-%05d".formatted(number);
        users.ensureUser(id, "Officer", "No " + number, "officer@council.example", "a-password-for-" + id, Roles.EWO);
        officers.save(new Officer(id, "Officer No " + number, "Education Welfare Officer", "01632 960400", "officer@council.example", limit,
                null, null, null, null), Stream.of(patch).map(School::code).toList());
        return new Person(engine, id, List.of(Roles.EWO));
    }

    /** Whoever does the officer's tasks of this case today. */
    Person officerOf(String caseReference) {
        return new Person(engine, officers.atWork(caseReference), List.of(Roles.EWO));
    }

    Person of(String role) {
        var id = "one-of-" + role;
        users.ensureUser(id, "Some", "Body", "somebody@council.example", "a-password-for-somebody", role);
        return new Person(engine, id, List.of(role));
    }

    /** Ends what a test left running, so that the next finds an empty desk; a failed job that no test looked at fails this one. */
    void isCleared() {
        var failed = new ArrayList<String>();
        var runtime = engine.getRuntimeService();
        runtime.createIncidentQuery().list().forEach(incident ->
                failed.add("%s: %s".formatted(incident.getActivityId(), incident.getIncidentMessage())));
        engine.getManagementService().createJobQuery().withException().list().forEach(job -> failed.add("%s: %s".formatted(
                job.getFailedActivityId(), job.getExceptionMessage())));
        runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(instance ->
                runtime.deleteProcessInstance(instance.getId(), "the test is over", true, true, true, false));
        database.sql("update officer set stand_in = null").update();
        for (var table : List.of("allocation", "officer_conflict", "officer_patch", "officer", "candidate", "candidate_hold", "measured_from", "day_without_school",
                "screening_run")) {
            database.sql("delete from " + table).update();
        }
        database.sql("update attendance_case set open_pupil_id = null, closed_on = opened_on where closed_on is null").update();
        clock.moveTo(Duration.ZERO);
        ClockUtil.reset();
        assertThat(failed).as("jobs that failed").isEmpty();
    }
}
