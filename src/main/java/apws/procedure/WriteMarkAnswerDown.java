package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the chronology what the school answered to a mark dispute, mark by mark. Sets {@code answerEntry}. */
@Component
@ForDiagrams
class WriteMarkAnswerDown implements JavaDelegate {

    private final Entries entries;
    private final MarkAnswers answers;
    private final Chronology chronology;
    private final Viewer viewer;

    WriteMarkAnswerDown(Entries entries, MarkAnswers answers, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.answers = answers;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var answer = entries.latest(given.caseReference(), "answer-mark-dispute").orElseThrow();
        step.setVariable("answerEntry", answer.id());
        chronology.write(given.caseReference(), "Mark dispute", String.join("; ", answers.inWords(given.pupilId(),
                entries.get(given.number("disputeEntry")), answer)), viewer.userId());
    }
}
