package apws.procedure.people;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.letter.Recipients;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.MissingAddressProcess;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.register.Candidate;
import apws.register.Screening;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Asks the office for an address of each parent to whom no letter can go, where a case is open or a school has the pupil on its list.
 * Parameter: {@code againAfter}, when it is asked again of one for whom none was found.
 */
@Component
@ForDiagrams(needs = "againAfter")
class FindMissingAddresses implements JavaDelegate {

    /** What every database takes in one list. */
    private static final int AT_ONCE = 500;

    private final Cases cases;
    private final Screening screening;
    private final Parents parents;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final SchoolCalendar calendar;

    FindMissingAddresses(Cases cases, Screening screening, Parents parents, RuntimeService runtime, HistoryService history,
                         SchoolCalendar calendar) {
        this.cases = cases;
        this.screening = screening;
        this.parents = parents;
        this.runtime = runtime;
        this.history = history;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        var since = calendar.today().minus(Period.parse(new StepInput(step).text("againAfter")));
        var pupils = new TreeSet<>(cases.pupilsWithOpenCase());
        screening.schoolsWithCandidates().forEach(school -> screening.candidates(school).stream().map(Candidate::pupilId).forEach(pupils::add));
        var ids = new ArrayList<>(pupils);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parents.ofEach(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).values().stream().flatMap(all -> all.stream())
                    .map(ParentOfPupil::parent).filter(parent -> parent.doNotContactReason() == null)
                    .filter(parent -> Recipients.whyUnreachable(parent).isPresent()).distinct().forEach(parent -> ask(parent, since));
        }
    }

    private void ask(Parent parent, LocalDate since) {
        var key = "ADDRESS-" + parent.id();
        var asked = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key)
                .startedAfter(Date.from(since.atStartOfDay(MovableClock.LONDON).toInstant())).count() > 0;
        if (!asked && runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() == 0) {
            runtime.startProcessInstanceByKey(MissingAddressProcess.PROCESS, key, Map.of(BetweenSteps.UNREACHED_PARENT, parent.id()));
        }
    }
}
