package apws.procedure.casework;

import apws.access.Groups;
import apws.access.Roles;
import apws.access.WithoutPermissionChecks;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.MarkDisputeProcess;
import apws.pupil.PupilMoved;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.Screening;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A pupil who goes to another school of the authority's keeps the case (settlement 16): the school's open tasks come up at the new one,
 * which the letters name from then on. A mark dispute that has been written down stays with the school whose marks they are.
 */
@Component
class CaseMoves {

    private static final String STEP = "Settlement 16";

    private final Cases cases;
    private final Chronology chronology;
    private final Schools schools;
    private final Screening screening;
    private final Groups groups;
    private final WithoutPermissionChecks unchecked;
    private final RuntimeService runtime;
    private final TaskService tasks;

    CaseMoves(Cases cases, Chronology chronology, Schools schools, Screening screening, Groups groups, WithoutPermissionChecks unchecked,
              RuntimeService runtime, TaskService tasks) {
        this.cases = cases;
        this.chronology = chronology;
        this.schools = schools;
        this.screening = screening;
        this.groups = groups;
        this.unchecked = unchecked;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** In the transaction in which the pupil moves, whoever sent the file. */
    @EventListener
    void follow(PupilMoved moved) {
        screening.decided(moved.pupilId());
        cases.openCaseOf(moved.pupilId()).ifPresent(open -> unchecked.run(() -> bring(open, moved)));
        unchecked.run(() -> withoutCase(moved));
    }

    private void bring(Case open, PupilMoved moved) {
        var from = schools.get(open.schoolCode());
        var to = schools.get(moved.toSchool());
        cases.moveTo(open.reference(), to.code());
        chronology.write(open.reference(), STEP, "The pupil has moved from %s to %s: the case goes along".formatted(from.name(), to.name()),
                moved.on(), moved.by());
        groups.ensureSchoolGroup(to.code(), to.name());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(open.reference()).list().stream()
                .filter(instance -> !isAboutMarksOfThen(instance)).forEach(instance -> bring(instance, from, to));
    }

    /** Such as a penalty notice for leave in term time, and its letters. */
    private void withoutCase(PupilMoved moved) {
        var from = schools.get(moved.fromSchool());
        var to = schools.get(moved.toSchool());
        runtime.createProcessInstanceQuery().variableValueEquals(CaseVariables.PUPIL_ID, moved.pupilId())
                .variableValueEquals(CaseVariables.SCHOOL_GROUP, Roles.ofSchool(from.code())).list().stream()
                .filter(instance -> !isAboutMarksOfThen(instance)).forEach(instance -> bring(instance, from, to));
    }

    private boolean isAboutMarksOfThen(ProcessInstance instance) {
        return runtime.getVariable(instance.getId(), MarkDisputeProcess.ANSWERED_BY) != null;
    }

    private void bring(ProcessInstance instance, School from, School to) {
        var fromGroup = Roles.ofSchool(from.code());
        var toGroup = Roles.ofSchool(to.code());
        runtime.createVariableInstanceQuery().processInstanceIdIn(instance.getId()).list().stream()
                .filter(variable -> variable.getTypeName().equals("string")).forEach(variable -> {
                    var now = variable.getName().equals(CaseVariables.SCHOOL_CODE) ? to.code()
                            : variable.getName().equals(CaseVariables.SCHOOL_NAME) ? to.name()
                            : fromGroup.equals(variable.getValue()) ? toGroup : null;
                    if (now != null) {
                        runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), now);
                    }
                });
        tasks.createTaskQuery().processInstanceId(instance.getId()).list().forEach(task -> bring(task, fromGroup, toGroup));
    }

    private void bring(Task task, String from, String to) {
        if (tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).anyMatch(from::equals)) {
            tasks.deleteCandidateGroup(task.getId(), from);
            tasks.addCandidateGroup(task.getId(), to);
            // whoever of the old school had claimed it
            tasks.setAssignee(task.getId(), null);
        }
    }
}
