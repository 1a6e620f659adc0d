package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.calendar.MovableClock;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.letter.Letter;
import apws.letter.Letters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** A case as a test follows it. Whatever is not where the test says it is fails with what is there instead. */
class TracedCase {

    private static final String LETTERS_GO_THEIR_OWN_WAY = "send-letter";

    private final Town town;
    private final ProcessEngine engine;
    private final Case opened;
    private final Cases cases;
    private final Letters letters;
    private final Chronology chronology;
    private int lettersSeen;

    TracedCase(Town town, Case opened, Cases cases, Letters letters, Chronology chronology) {
        this.town = town;
        this.engine = town.engine();
        this.opened = opened;
        this.cases = cases;
        this.letters = letters;
        this.chronology = chronology;
    }

    String reference() {
        return opened.reference();
    }

    /** Somebody at work on this case. */
    record Worker(TracedCase of, Person person) {

        Worker completes(String task, Map<String, Object> answers) {
            person.completes(of.tasks(), task, answers);
            return this;
        }

        Worker completes(String task) {
            return completes(task, Map.of());
        }

        /** The form is sent back with a word about that field, and the task stays. */
        Worker isRefused(String task, Map<String, Object> answers, String field) {
            assertThatThrownBy(() -> completes(task, answers)).isInstanceOf(FormFieldValidationException.class).hasMessageContaining(field);
            return this;
        }
    }

    /** The attendance lead of the school that has the case today. */
    Worker school() {
        var code = record().schoolCode();
        return new Worker(this, new Person(engine, "lead-" + code, List.of("school-" + code)));
    }

    /** Whoever does the tasks of the case's officer today. */
    Worker officer() {
        return new Worker(this, town.officerOf(reference()));
    }

    /** The APWS office. */
    Worker office() {
        return worker("apws-office");
    }

    Worker worker(String role) {
        return new Worker(this, town.of(role));
    }

    TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference());
    }

    /** The case waits at exactly these elements, letters on their way left out. */
    TracedCase waitsAt(String... elements) {
        assertThat(waitingElements()).as("where case %s waits", reference()).containsExactlyInAnyOrder(elements);
        return this;
    }

    private List<String> waitingElements() {
        var waiting = new ArrayList<String>();
        for (var instance : instances()) {
            leaves(engine.getRuntimeService().getActivityInstance(instance.getId()), waiting);
        }
        return waiting;
    }

    private static void leaves(org.camunda.bpm.engine.runtime.ActivityInstance of, List<String> found) {
        for (var child : of.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && !child.getActivityType().equals("callActivity")) {
                found.add(child.getActivityId());
            }
            leaves(child, found);
        }
        // a branch that is over stays there until the others are
        if (!of.getActivityType().equals("multiInstanceBody")) {
            for (var transition : of.getChildTransitionInstances()) {
                found.add(transition.getActivityId());
            }
        }
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(reference())
                .processDefinitionKeyNotIn(LETTERS_GO_THEIR_OWN_WAY).list();
    }

    ProcessInstance instance(String process) {
        var found = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(reference())
                .processDefinitionKey(process).list();
        assertThat(found).as("running %s of case %s, which waits at %s", process, reference(), waitingElements()).hasSize(1);
        return found.get(0);
    }

    Object variable(String process, String name) {
        return engine.getRuntimeService().getVariable(instance(process).getId(), name);
    }

    /** A task that is there, once. */
    record Open(TracedCase of, Task task) {

        Open with(String group) {
            var groups = of.engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
            assertThat(groups).as("groups that work on " + task.getName()).containsExactly(group);
            return this;
        }

        /** It is this person's own, not a group's. */
        Open with(Person person) {
            assertThat(task.getAssignee()).as("whose task " + task.getName() + " is").isEqualTo(person.id());
            return this;
        }

        Open withTheOffice() {
            return with("apws-office");
        }

        /** Given to the officer of the case alone. */
        Open withTheOfficer() {
            assertThat(task.getAssignee()).as("assignee of " + task.getName()).isEqualTo(of.officer().person().id());
            assertThat(of.engine.getTaskService().getIdentityLinksForTask(task.getId())).as("hands on " + task.getName())
                    .noneMatch(link -> link.getGroupId() != null);
            return this;
        }

        Open withTheSchool() {
            return with("school-" + of.record().schoolCode());
        }

        /** Due at the end of the working day. */
        Open dueOn(String day) {
            assertThat(moment(task.getDueDate())).as(task.getName() + " is due").isEqualTo(at(day, LocalTime.of(17, 0)));
            return this;
        }

        Open isNotDueOn(String day) {
            assertThat(moment(task.getDueDate())).as(task.getName() + " is due").isNotEqualTo(at(day, LocalTime.of(17, 0)));
            return this;
        }

        Open followedUpOn(String day) {
            assertThat(moment(task.getFollowUpDate())).as(task.getName() + " is followed up").isEqualTo(at(day, LocalTime.of(5, 0)));
            return this;
        }

        /** What the form shows when one of those opens it whose task it is. */
        Map<String, Object> shows() {
            return shows(whose());
        }

        Map<String, Object> shows(Person to) {
            return to.as(() -> of.engine.getFormService().getTaskFormVariables(task.getId()));
        }

        private Person whose() {
            if (task.getAssignee() != null) {
                return of.officer().person();
            }
            var group = of.engine.getTaskService().getIdentityLinksForTask(task.getId()).get(0).getGroupId();
            return group.startsWith("school-") ? of.school().person() : of.town.of(group);
        }
    }

    Open hasTask(String id) {
        var found = tasks().taskDefinitionKey(id).list();
        assertThat(found).as("open tasks %s of case %s, which waits at %s", id, reference(), waitingElements()).hasSize(1);
        return new Open(this, found.get(0));
    }

    /** A timer that is there, once. */
    record Timer(TracedCase of, Job job) {

        /** Fires before the working day of that date. */
        Timer until(String day) {
            assertThat(moment(job.getDuedate())).as("when the timer fires").isEqualTo(at(day, LocalTime.of(5, 0)));
            return this;
        }

        /** It becomes that moment, and the timer fires. */
        TracedCase passes() {
            of.town.itIs(job.getDuedate().toInstant());
            of.engine.getManagementService().executeJob(job.getId());
            return of;
        }
    }

    Timer waitsFor(String timerId) {
        var found = new ArrayList<Job>();
        instances().forEach(instance -> found.addAll(engine.getManagementService().createJobQuery().timers().activityId(timerId)
                .processInstanceId(instance.getId()).list()));
        assertThat(found).as("timers %s of case %s, which waits at %s", timerId, reference(), waitingElements()).hasSize(1);
        return new Timer(this, found.get(0));
    }

    List<Letter> letters() {
        return letters.ofCase(reference());
    }

    /** Since the test last asked, exactly these were recorded: {@code "AL 1.2.0 to Ms R Moss"}. */
    TracedCase sent(String... expected) {
        var all = letters();
        var fresh = all.subList(lettersSeen, all.size()).stream().map(letter -> letter.code() + " to " + letter.recipientName()).toList();
        assertThat(fresh).as("letters newly recorded in case " + reference()).containsExactlyInAnyOrder(expected);
        lettersSeen = all.size();
        return this;
    }

    /** A detail of the newest letter of that code, as it was frozen. */
    String detail(String code, String name) {
        return details(code).path(name).asText();
    }

    /** All details of the newest letter of that code, as they were frozen. */
    JsonNode details(String code) {
        return town.database().sql("select content from letter where case_reference = :case and code = :code order by id desc limit 1")
                .param("case", reference()).param("code", code).query(String.class).optional()
                .map(content -> json(content).path("details")).orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The letters of the last step, as their processes: each of the case's letters has one. */
    TracedCase everyLetterIsOnItsWay() {
        var under = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(LETTERS_GO_THEIR_OWN_WAY)
                .processInstanceBusinessKey(reference()).list();
        var ids = under.stream().map(one -> engine.getRuntimeService().getVariable(one.getId(), "letterId")).collect(Collectors.toSet());
        assertThat(ids).isEqualTo(letters().stream().map(Letter::id).collect(Collectors.<Object>toSet()));
        return this;
    }

    /** The chronology has this line, by that person, under that step. */
    TracedCase tells(String step, String what, String by) {
        assertThat(chronology.of(reference())).as("chronology").anySatisfy(line -> {
            assertThat(line.step()).isEqualTo(step);
            assertThat(line.what()).contains(what);
            assertThat(line.writtenBy()).isEqualTo(by);
        });
        return this;
    }

    List<ChronologyLine> chronology() {
        return chronology.of(reference());
    }

    /** The case is closed for that reason, and nothing of it waits, runs or can be woken any more. */
    TracedCase isClosed(String because) {
        assertThat(waitingElements()).as("where case %s waits", reference()).isEmpty();
        assertThat(instances()).isEmpty();
        assertThat(cases.get(reference()).closedBecause()).isEqualTo(because);
        assertThat(cases.get(reference()).closedOn()).isEqualTo(town.today());
        return this;
    }

    /** The process has ended there, with that in its variable. */
    TracedCase ended(String process, String at, String variable, String value) {
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference())
                .processDefinitionKey(process).list()).singleElement().satisfies(ended -> {
                    assertThat(ended.getEndActivityId()).as("where %s of %s ended", process, this).isEqualTo(at);
                    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(ended.getId())
                            .variableName(variable).list()).extracting(HistoricVariableInstance::getValue).containsExactly(value);
                });
        return this;
    }

    /** How often a letter with that code was recorded. */
    long countOf(String code) {
        return letters().stream().filter(letter -> letter.code().equals(code)).count();
    }

    TracedCase endedMonitoringAt(String endEvent) {
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference())
                .processDefinitionKey("monitoring").list()).singleElement()
                .satisfies(monitoring -> assertThat(monitoring.getEndActivityId()).isEqualTo(endEvent));
        return this;
    }

    /** No job, task, subscription, variable or instance, of letters either. */
    TracedCase leavesNothingBehind(Set<String> instanceIds) {
        for (var id : instanceIds) {
            assertThat(engine.getManagementService().createJobQuery().processInstanceId(id).list()).as("jobs").isEmpty();
            assertThat(engine.getTaskService().createTaskQuery().processInstanceId(id).list()).as("tasks").isEmpty();
            assertThat(engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(id).list()).as("subscriptions").isEmpty();
            assertThat(engine.getRuntimeService().createExecutionQuery().processInstanceId(id).list()).as("executions").isEmpty();
            assertThat(engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(id).list()).as("variables").isEmpty();
        }
        return this;
    }

    /** Of the journey and all that it has called so far, which has ended by now or not. */
    Set<String> everyInstanceSoFar() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference()).list().stream()
                .filter(instance -> !instance.getProcessDefinitionKey().equals(LETTERS_GO_THEIR_OWN_WAY))
                .map(instance -> instance.getId()).collect(Collectors.toSet());
    }

    Case record() {
        return cases.get(reference());
    }

    static LocalDateTime moment(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), MovableClock.LONDON);
    }

    static LocalDateTime at(String day, LocalTime time) {
        return LocalDate.parse(day).atTime(time);
    }

    @Override
    public String toString() {
        return "%s, waiting at %s".formatted(reference(), Arrays.toString(waitingElements().toArray()));
    }
}
