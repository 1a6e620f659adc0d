package apws.procedure.trace;

import static org.mockito.Mockito.mockingDetails;

import apws.StatementCount;
import apws.StatementCount.Cost;
import apws.casework.Entries;
import apws.letter.Letter;
import apws.procedure.letter.LettersToTray;
import apws.register.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Takes cases from step to step and writes down what each costs. What the registers are asked is said by the test and does not reach the
 * database; each question counts as the one statement that it is.
 */
final class StepCosts {

    private final Town town;
    private final StatementCount statements;
    private final Registers registers;
    private final Entries entries;
    private final LettersToTray toTray;
    private final Map<String, StepCost> found = new TreeMap<>();
    private final Set<String> lettersSeen = new HashSet<>();

    StepCosts(Town town, StatementCount statements, Registers registers, Entries entries, LettersToTray toTray) {
        this.town = town;
        this.statements = statements;
        this.registers = registers;
        this.entries = entries;
        this.toTray = toTray;
    }

    <T> T starts(String step, String what, Supplier<T> start) {
        var started = new ArrayList<T>();
        happens(step, what, () -> started.add(start.get()));
        return started.get(0);
    }

    StepCosts happens(String step, String what, Runnable it) {
        return add(step, what, null, counted(it));
    }

    /** The task is opened and then completed, each by itself. */
    StepCosts does(TracedCase.Worker worker, String taskId, Map<String, Object> answers) {
        return does(worker.person(), worker.person().finds(worker.of().tasks(), taskId), worker.of().reference(), answers);
    }

    StepCosts does(TracedCase.Worker worker, String taskId) {
        return does(worker, taskId, Map.of());
    }

    StepCosts does(Person person, Task task, String reference, Map<String, Object> answers) {
        var engine = town.engine();
        var toOpen = counted(() -> person.as(() -> engine.getFormService().getTaskFormVariables(task.getId())));
        var toComplete = counted(() -> person.as(() -> {
            engine.getTaskService().complete(task.getId(), answers);
            return null;
        }));
        var made = entries.of(reference);
        return add(made.get(made.size() - 1).step(), task.getTaskDefinitionKey(), toOpen, toComplete);
    }

    /** What is started by hand: its form is opened and sent in, each by itself. */
    StepCosts starts(Person person, String process, Map<String, Object> answers) {
        var engine = town.engine();
        var definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                .singleResult();
        var toOpen = counted(() -> person.as(() -> engine.getFormService().getStartFormVariables(definition.getId())));
        var toComplete = counted(() -> person.as(() -> engine.getFormService().submitStartForm(definition.getId(), answers)));
        return add("by hand", process, toOpen, toComplete);
    }

    /** What follows a task in transactions of its own. */
    StepCosts goesOn(String step, TracedCase of) {
        for (var jobs = waiting(of); !jobs.isEmpty(); jobs = waiting(of)) {
            var next = jobs.get(0);
            add(step, "after " + activity(next), null, counted(() -> town.engine().getManagementService().executeJob(next.getId())));
        }
        return this;
    }

    private List<Job> waiting(TracedCase of) {
        return of.everyInstanceSoFar().stream().flatMap(id -> town.engine().getManagementService().createJobQuery().processInstanceId(id)
                .messages().list().stream()).toList();
    }

    /** It becomes the moment of the timer, and it fires. */
    StepCosts comesTo(String step, TracedCase of, String timerId) {
        var job = of.waitsFor(timerId).job();
        town.itIs(job.getDuedate().toInstant());
        return add(step, "timer " + timerId, null, counted(() -> town.engine().getManagementService().executeJob(job.getId())));
    }

    /** The first letter with each code. */
    StepCosts sends(TracedCase of) {
        of.letters().stream().filter(letter -> lettersSeen.add(letter.code())).forEach(letter -> sends(of, letter));
        return this;
    }

    /** Each step of the letter until it has been handed over. */
    StepCosts sends(TracedCase of, Letter letter) {
        var management = town.engine().getManagementService();
        for (var job = job(of, letter); job != null; job = job(of, letter)) {
            var next = job;
            add("letter", activity(next), null, counted(() -> management.executeJob(next.getId())));
        }
        add("letter", "brought to the tray", null, counted(toTray::bringAll));
        return this;
    }

    private String activity(Job job) {
        return town.engine().getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
                .getActivityId();
    }

    private Job job(TracedCase of, Letter letter) {
        var process = town.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(of.reference())
                .processDefinitionKey("send-letter").variableValueEquals("letterId", letter.id()).singleResult();
        return process == null ? null
                : town.engine().getManagementService().createJobQuery().processInstanceId(process.getId()).messages().singleResult();
    }

    private record Counted(Cost cost, int questions) {

        int statements() {
            return cost.statements() + questions;
        }

        String repeated() {
            return questions > 1 ? "%d times the register\n%s".formatted(questions, cost.repeated()) : cost.repeated();
        }
    }

    private Counted counted(Runnable work) {
        int before = questions();
        var cost = statements.of(work);
        return new Counted(cost, questions() - before);
    }

    private int questions() {
        return mockingDetails(registers).getInvocations().size();
    }

    private StepCosts add(String step, String what, Counted toOpen, Counted toComplete) {
        var repeated = (toOpen == null ? "" : "to open:\n" + toOpen.repeated().indent(2))
                + "to complete:\n" + toComplete.repeated().indent(2);
        var cost = new StepCost(step.replace(", ", " and "), what, toOpen == null ? null : toOpen.statements(), toComplete.statements(),
                toComplete.cost().transactions(), repeated);
        found.merge(cost.key(), cost, StepCost::dearest);
        return this;
    }

    Collection<StepCost> found() {
        return found.values();
    }

    /** What is not as the table says, in words; empty when everything is. */
    List<String> against(Path table) throws IOException {
        var ceilings = read(table);
        var above = new ArrayList<String>();
        found.forEach((key, cost) -> {
            var ceiling = ceilings.remove(key);
            above.addAll(ceiling == null ? List.of("%s %s has no line: add %s".formatted(cost.step(), cost.what(), cost)) : cost.above(ceiling));
        });
        ceilings.values().forEach(line -> above.add("%s %s has a line, but no case comes by it".formatted(line.step(), line.what())));
        return above;
    }

    /** The table with every ceiling brought down to what was found, none raised, and a line for each step that had none. */
    List<String> lowered(Path table) throws IOException {
        var ceilings = read(table);
        return Stream.concat(Stream.of(StepCost.HEADING), found.values().stream()
                .map(cost -> ceilings.containsKey(cost.key()) ? cost.fewer(ceilings.get(cost.key())) : cost).map(StepCost::toString)).toList();
    }

    private static SortedMap<String, StepCost> read(Path table) throws IOException {
        var lines = new TreeMap<String, StepCost>();
        Files.readAllLines(table).stream().skip(1).map(StepCost::read).forEach(line -> lines.put(line.key(), line));
        return lines;
    }
}
