package apws.procedure.placement;

import apws.access.WithoutPermissionChecks;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.CaseAlreadyOpen;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.officer.Allocations;
import apws.procedure.casework.CaseStarts;
import apws.procedure.casework.PlanStarts;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Opens a case that has been under way elsewhere and puts it where it stands, with its officer, its plan and its timers. */
@Component
class OpenCaseUnderWay {

    private final Pupils pupils;
    private final Cases cases;
    private final Entries entries;
    private final CaseStarts starts;
    private final PlanStarts plans;
    private final Allocations allocations;
    private final Positions positions;
    private final Placement placement;
    private final SchoolCalendar calendar;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ObjectMapper json;
    private final WithoutPermissionChecks unchecked;

    OpenCaseUnderWay(Pupils pupils, Cases cases, Entries entries, CaseStarts starts, PlanStarts plans, Allocations allocations, Positions positions,
            Placement placement, SchoolCalendar calendar, RuntimeService runtime, TaskService tasks, ManagementService management, ObjectMapper json,
            WithoutPermissionChecks unchecked) {
        this.pupils = pupils;
        this.cases = cases;
        this.entries = entries;
        this.starts = starts;
        this.plans = plans;
        this.allocations = allocations;
        this.positions = positions;
        this.placement = placement;
        this.calendar = calendar;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.json = json;
        this.unchecked = unchecked;
    }

    /**
     * @param since   from when what runs there counts
     * @param date    of an appointment
     * @param officer user id; empty where the case has none yet
     */
    record Row(LocalDate since, LocalDate date, String time, String place, String with, BigDecimal target, String targetInWords, String officer) {

        private Object value(Object stated) {
            if (!(stated instanceof String column)) {
                return stated;
            }
            return switch (column) {
                case "Since" -> since.toString();
                case "Date" -> date.toString();
                case "Time" -> time;
                case "Place" -> place;
                case "With" -> with;
                default -> throw new IllegalArgumentException("procedure/positions.yaml names the column " + column);
            };
        }

        private String when() {
            return since == null ? date == null ? "" : " on " + date : " since " + since;
        }
    }

    Optional<Pupil> pupil(String upn) {
        return pupils.withUpn(upn);
    }

    Optional<Position> position(String stage, String step) {
        return positions.find(stage, step);
    }

    String stepsOf(String stage) {
        return positions.stepsOf(stage);
    }

    /**
     * To be called in a transaction, and of no use once that is rolled back.
     *
     * @param before what was tried of the same file before and taken back, and counts as if it had not been
     * @throws CaseAlreadyOpen             when the pupil has one
     * @throws apws.officer.CannotTake     when the officer named cannot take it
     */
    CasesUnderWay.Placed place(Pupil pupil, Position position, Row row, Tried before, String by) {
        if (before.hasCase(pupil.id()) || cases.openCaseOf(pupil.id()).isPresent()) {
            throw new CaseAlreadyOpen(pupil.id());
        }
        var placed = new CasesUnderWay.Placed[1];
        unchecked.run(() -> {
            var opened = starts.startIn(position.stage(), pupil.id(), step(position), "already under way, at “%s”%s".formatted(position.step(),
                    row.when()), by, of -> giveOfficer(of, row.officer(), before, by));
            var variables = new HashMap<String, Object>();
            position.sets().forEach((variable, column) -> variables.put(variable, row.value(column)));
            if (position.plan() != null) {
                startPlan(opened, pupil, position, row, by);
            }
            placement.place(opened.reference(), position.levels(), variables);
            placed[0] = new CasesUnderWay.Placed(pupil.upn(), opened.reference(), position.stage(), position.step(), tasks(opened), until(opened));
        });
        return placed[0];
    }

    /** {@code S3, brought in}: for those who read a case from a stage on, it has come there. */
    private static String step(Position position) {
        return position.stage().replace("Stage ", "S") + ", brought in";
    }

    private void giveOfficer(Case opened, String officer, Tried before, String by) {
        if (!officer.isEmpty()) {
            allocations.allocateTo(opened.reference(), officer, "Brought in with this officer", null, by);
            allocations.requireRoom(opened.reference(), officer, before.casesOf(officer));
        }
    }

    private void startPlan(Case opened, Pupil pupil, Position position, Row row, String by) {
        var plan = position.plan();
        var agreed = json.createObjectNode().put("planStart", row.since().toString()).put("targetPercent", row.target())
                .put("targetInWords", row.targetInWords());
        agreed.putArray("actions");
        plans.start(entries.record(opened.reference(), plan.form(), step(position), agreed, by), pupil.id(), plan.code(), row.since(),
                calendar.after(row.since(), plan.midPoint()), calendar.after(row.since(), plan.review()));
    }

    private String tasks(Case opened) {
        return tasks.createTaskQuery().processInstanceBusinessKey(opened.reference()).list().stream().map(Task::getName).sorted()
                .collect(Collectors.joining(", "));
    }

    private LocalDate until(Case opened) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.reference()).list().stream()
                .flatMap(instance -> management.createJobQuery().timers().processInstanceId(instance.getId()).list().stream())
                .map(Job::getDuedate).sorted().findFirst().map(due -> LocalDate.ofInstant(due.toInstant(), MovableClock.LONDON)).orElse(null);
    }
}
