package apws.procedure.screening;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStarts;
import apws.procedure.names.CaseVariables;
import apws.register.Candidate;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Does what the school decided on its list: opens a case for each "send", keeps a pupil off the list until the date of a "hold",
 * and measures again from today after a "do not send" (settlements 2 and 3). Whoever was not decided on stays on the list.
 */
@Component
@ForDiagrams
class CarryOutDecisions implements JavaDelegate {

    private final Entries entries;
    private final OpenCandidates candidates;
    private final Screening screening;
    private final CaseStarts starts;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    CarryOutDecisions(Entries entries, OpenCandidates candidates, Screening screening, CaseStarts starts, SchoolCalendar calendar,
                      SignedIn signedIn) {
        this.entries = entries;
        this.candidates = candidates;
        this.screening = screening;
        this.starts = starts;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var decisions = SchoolsDecision.in(entries.get(input.entryId()));
        var open = candidates.among(decisions.stream().map(SchoolsDecision::upn).toList(), input.text(CaseVariables.SCHOOL_CODE));
        for (var decided : decisions) {
            var candidate = open.get(decided.upn());
            if (candidate != null) {
                carryOut(candidate, decided);
            }
        }
    }

    private void carryOut(Candidate candidate, SchoolsDecision decided) {
        switch (decided.decision()) {
            case "send" -> {
                starts.start(candidate.pupilId(), candidate.band(), decided.meeting(), signedIn.userId());
                screening.decided(candidate.pupilId());
            }
            case "hold" -> screening.hold(candidate.pupilId(), decided.holdUntil(), decided.reason());
            case "doNotSend" -> {
                screening.measureFrom(candidate.pupilId(), calendar.today(), "Not sent: " + decided.reason());
                screening.decided(candidate.pupilId());
            }
            default -> { }
        }
    }
}
