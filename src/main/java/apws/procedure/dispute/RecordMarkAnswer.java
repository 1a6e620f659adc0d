package apws.procedure.dispute;

import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.MarkAnswer;
import apws.procedure.answers.MarkDispute;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the chronology what the school answered to a mark dispute, mark by mark. Sets {@code answerEntry}. */
@Component
@ForDiagrams
class RecordMarkAnswer implements JavaDelegate {

    private final Entries entries;
    private final MarkAnswers answers;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordMarkAnswer(Entries entries, MarkAnswers answers, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.answers = answers;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var answer = entries.get(input.entryId());
        step.setVariable(BetweenSteps.ANSWER_ENTRY, answer.id());
        chronology.write(input.caseReference(), "Mark dispute", String.join("; ", answers.inWords(input.pupilId(),
                entries.get(input.number(BetweenSteps.DISPUTE_ENTRY)).as(MarkDispute.class), answer.as(MarkAnswer.class))), signedIn.userId());
    }
}
