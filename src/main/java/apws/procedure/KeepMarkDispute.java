package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a mark dispute into the chronology, under the day on which the parent said so. Sets {@code disputeEntry}. */
@Component
@ForDiagrams
class KeepMarkDispute implements JavaDelegate {

    private final Entries entries;
    private final DisputedMarks marks;
    private final Chronology chronology;
    private final Viewer viewer;

    KeepMarkDispute(Entries entries, DisputedMarks marks, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.marks = marks;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var dispute = entries.latest(given.caseReference(), "write-dispute-down").orElseThrow();
        step.setVariable("disputeEntry", dispute.id());
        var disputed = marks.of(given.pupilId(), dispute).stream()
                .map(mark -> "the mark %s on %s".formatted(mark.code(), mark.session().inWords())).collect(Collectors.joining(", "));
        chronology.write(given.caseReference(), "Mark dispute", "%s disputes %s: %s".formatted(dispute.text("disputedBy"), disputed,
                dispute.text("whatIsSaid")), LocalDate.parse(dispute.text("saidOn")), viewer.userId());
    }
}
