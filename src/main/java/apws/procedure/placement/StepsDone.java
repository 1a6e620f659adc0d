package apws.procedure.placement;

import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.casework.Cases;
import apws.legal.Proceedings;
import apws.procedure.FormFacts;
import apws.procedure.names.CaseProcess;
import apws.procedure.names.CaseVariables;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The steps that a case has been through, as far as it can be put back to them: what is done for each parent apart is done again as a whole. */
@Component("stepsDone")
class StepsDone implements FormFacts {

    private final HistoryService history;
    private final RepositoryService repository;
    private final Cases cases;
    private final Proceedings prosecutions;
    private final Parents parents;

    StepsDone(HistoryService history, RepositoryService repository, Cases cases, Proceedings prosecutions, Parents parents) {
        this.history = history;
        this.repository = repository;
        this.cases = cases;
        this.prosecutions = prosecutions;
        this.parents = parents;
    }

    /**
     * @param name   as it is chosen, such as {@code stage-2-fast-track/hold-final-review}
     * @param label  in words, with the day on which it was last done
     * @param levels the way down to it
     */
    record Done(String name, String label, List<Level> levels) {
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var reference = (String) variables.get(CaseVariables.CASE_REFERENCE);
        var facts = new HashMap<String, Object>();
        facts.put("stepsDone", of(reference).stream().map(done -> Map.of("label", done.label(), "value", done.name())).toList());
        facts.put("caseEnded", !cases.get(reference).open());
        facts.put("prosecutionsText", prosecutions(reference));
        return facts;
    }

    /** What putting the case back means for its prosecutions; null where it has none that are open. */
    private String prosecutions(String reference) {
        var open = prosecutions.of(reference).stream().filter(one -> one.status().open() && one.notice() == null).toList();
        return open.isEmpty() ? null : open.stream().map(one -> "The prosecution of %s, %s, %s.".formatted(
                parents.get(one.parentId()).name(), one.status().inWords(), one.status().beforeCharge() ? "is given up with it"
                        : "stays with Legal Services and goes on by itself")).collect(Collectors.joining(" "));
    }

    Optional<Done> find(String caseReference, String name) {
        return of(caseReference).stream().filter(done -> done.name().equals(name)).findFirst();
    }

    /** The last one first, each once. */
    List<Done> of(String caseReference) {
        var instances = new HashMap<String, HistoricProcessInstance>();
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseReference).list()
                .forEach(instance -> instances.put(instance.getId(), instance));
        var done = new ArrayList<HistoricActivityInstance>();
        instances.values().stream().filter(instance -> leadsToJourney(instance, instances))
                .forEach(instance -> done.addAll(history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                        .activityType("userTask").finished().list()));
        done.removeIf(task -> task.isCanceled() || !standsInItsProcessItself(task) || isDoneForEachApart(task, instances));
        done.sort(Comparator.comparing(HistoricActivityInstance::getEndTime).reversed());
        var latest = new LinkedHashMap<String, Done>();
        done.forEach(task -> latest.computeIfAbsent(task.getProcessDefinitionKey() + "/" + task.getActivityId(),
                name -> new Done(name, label(task, instances.get(task.getProcessInstanceId())), levels(task, instances))));
        return List.copyOf(latest.values());
    }

    private static boolean leadsToJourney(HistoricProcessInstance instance, Map<String, HistoricProcessInstance> all) {
        var top = instance;
        while (top.getSuperProcessInstanceId() != null && all.containsKey(top.getSuperProcessInstanceId())) {
            top = all.get(top.getSuperProcessInstanceId());
        }
        return top.getProcessDefinitionKey().equals(CaseProcess.PROCESS) && instance != top;
    }

    private boolean standsInItsProcessItself(HistoricActivityInstance task) {
        return repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getActivityId()) instanceof UserTask modelled
                && modelled.getParentElement() instanceof Process;
    }

    private boolean isDoneForEachApart(HistoricActivityInstance task, Map<String, HistoricProcessInstance> instances) {
        for (var at = instances.get(task.getProcessInstanceId()); at.getSuperProcessInstanceId() != null
                && instances.containsKey(at.getSuperProcessInstanceId()); at = instances.get(at.getSuperProcessInstanceId())) {
            var above = instances.get(at.getSuperProcessInstanceId());
            if (repository.getBpmnModelInstance(above.getProcessDefinitionId()).getModelElementById(callOf(at)) instanceof CallActivity call
                    && call.getLoopCharacteristics() != null) {
                return true;
            }
        }
        return false;
    }

    private static String label(HistoricActivityInstance task, HistoricProcessInstance of) {
        return "%s: %s, done %s".formatted(of.getProcessDefinitionName(), task.getActivityName(),
                Days.inWords(LocalDate.ofInstant(task.getEndTime().toInstant(), MovableClock.LONDON)));
    }

    private List<Level> levels(HistoricActivityInstance task, Map<String, HistoricProcessInstance> instances) {
        var levels = new ArrayList<Level>();
        var activity = task.getActivityId();
        for (var at = instances.get(task.getProcessInstanceId()); at != null; at = instances.get(at.getSuperProcessInstanceId())) {
            levels.add(0, new Level(at.getProcessDefinitionKey(), activity, variables(at)));
            activity = callOf(at);
        }
        return levels;
    }

    private String callOf(HistoricProcessInstance called) {
        return called.getSuperProcessInstanceId() == null ? null
                : history.createHistoricActivityInstanceQuery().processInstanceId(called.getSuperProcessInstanceId()).activityType("callActivity").list()
                        .stream().filter(call -> called.getId().equals(call.getCalledProcessInstanceId())).findFirst().orElseThrow().getActivityId();
    }

    /** As they stood at its end. */
    private Map<String, Object> variables(HistoricProcessInstance instance) {
        var variables = new HashMap<String, Object>();
        history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).disableCustomObjectDeserialization().list().stream()
                .filter(variable -> instance.getId().equals(variable.getActivityInstanceId()))
                .forEach(variable -> variables.put(variable.getName(), variable.getTypedValue()));
        return variables;
    }
}
