package apws.procedure.people;

import apws.access.Groups;
import apws.access.Roles;
import apws.imports.NotSent;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.WhoLeftProcess;
import apws.pupil.Schools;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks each school about whoever its whole file left out, on one open list. Parameter: {@code message}, with which a list begins. */
@Component
@ForDiagrams(needs = "message")
class AskWhoHasLeft implements JavaDelegate {

    private final NotSent notSent;
    private final Schools schools;
    private final Groups groups;
    private final RuntimeService runtime;

    AskWhoHasLeft(NotSent notSent, Schools schools, Groups groups, RuntimeService runtime) {
        this.notSent = notSent;
        this.schools = schools;
        this.groups = groups;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        notSent.schools().forEach(code -> ask(code, new StepInput(step).text("message")));
    }

    private void ask(String code, String message) {
        var key = "LEFT-" + code;
        if (runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() == 0) {
            var school = schools.get(code);
            groups.ensureSchoolGroup(code, school.name());
            runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).setVariable(CaseVariables.SCHOOL_CODE, code)
                    .setVariable(CaseVariables.SCHOOL_NAME, school.name()).setVariable(CaseVariables.SCHOOL_GROUP, Roles.ofSchool(code))
                    .setVariable(WhoLeftProcess.SAID_BY, null).correlateStartMessage();
        }
    }
}
