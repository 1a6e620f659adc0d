package apws.procedure.screening;

import apws.access.Groups;
import apws.access.Roles;
import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import apws.procedure.ForDiagrams;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.DaysWithoutSchoolProcess;
import apws.pupil.School;
import apws.pupil.Schools;
import apws.register.DaysWithoutSchool;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks each school that is switched on, once at a time, whether it was open on the days without school on which its register has marks (settlement 2). */
@Component
@ForDiagrams
class AskAboutOpenDays implements JavaDelegate {

    private final DaysWithoutSchool days;
    private final Schools schools;
    private final SchoolCalendar calendar;
    private final Groups groups;
    private final ClusterLock turn;
    private final RuntimeService runtime;

    AskAboutOpenDays(DaysWithoutSchool days, Schools schools, SchoolCalendar calendar, Groups groups, ClusterLock turn, RuntimeService runtime) {
        this.days = days;
        this.schools = schools;
        this.calendar = calendar;
        this.groups = groups;
        this.turn = turn;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        days.schoolsToAsk().stream().map(schools::get).filter(school -> school.isSwitchedOn(calendar.today())).forEach(this::ask);
    }

    private void ask(School school) {
        turn.take("school lists");
        if (runtime.createProcessInstanceQuery().processDefinitionKey(DaysWithoutSchoolProcess.PROCESS).processInstanceBusinessKey(keyOf(school.code())).count() > 0) {
            return;
        }
        groups.ensureSchoolGroup(school.code(), school.name());
        runtime.startProcessInstanceByKey(DaysWithoutSchoolProcess.PROCESS, keyOf(school.code()), Map.of(
                CaseVariables.SCHOOL_CODE, school.code(),
                CaseVariables.SCHOOL_NAME, school.name(),
                CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code())));
    }

    private static String keyOf(String schoolCode) {
        return "OPEN-DAYS-" + schoolCode;
    }
}
