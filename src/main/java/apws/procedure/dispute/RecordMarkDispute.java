package apws.procedure.dispute;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.MarkDispute;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.MarkDisputeProcess;
import apws.pupil.Pupils;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Writes a mark dispute into the chronology, under the day on which the parent said so. Sets {@code disputeEntry}, and {@code answeringGroup}:
 * the school whose marks they are, which is not the case's where the pupil has moved since (settlement 16).
 */
@Component
@ForDiagrams
class RecordMarkDispute implements JavaDelegate {

    private final Entries entries;
    private final DisputedMarks marks;
    private final Pupils pupils;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordMarkDispute(Entries entries, DisputedMarks marks, Pupils pupils, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.marks = marks;
        this.pupils = pupils;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        step.setVariable(BetweenSteps.DISPUTE_ENTRY, input.entryId());
        var dispute = entries.get(input.entryId()).as(MarkDispute.class);
        var all = marks.of(input.pupilId(), dispute);
        var schools = pupils.schoolsOn(input.pupilId(), all.stream().map(mark -> mark.session().date()).toList());
        if (schools.size() > 1) {
            throw new SentBack("disputedSessions", "these are marks of two schools, and each answers for its own. Write down one dispute for each.");
        }
        step.setVariable(MarkDisputeProcess.ANSWERED_BY, Roles.ofSchool(schools.iterator().next()));
        var disputed = all.stream()
                .map(mark -> "the mark %s on %s".formatted(mark.code(), mark.session().inWords())).collect(Collectors.joining(", "));
        chronology.write(input.caseReference(), "Mark dispute", "%s disputes %s: %s".formatted(dispute.disputedBy(), disputed,
                dispute.whatIsSaid()), dispute.saidOn(), signedIn.userId());
    }
}
