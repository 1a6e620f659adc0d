package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.legal.SessionKey;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Keeps with a dispute what the register says today of each mark ({@link DisputedMark}), and writes it into the chronology under the day
 * on which the parent said so. Parameter: {@code disputedSessions}, a list of {@link SessionKey}s.
 */
@Component
@ForDiagrams(needs = "disputedSessions")
class KeepMarkDispute implements JavaDelegate {

    private final Entries entries;
    private final Chronology chronology;
    private final Registers registers;
    private final Viewer viewer;

    KeepMarkDispute(Entries entries, Chronology chronology, Registers registers, Viewer viewer) {
        this.entries = entries;
        this.chronology = chronology;
        this.registers = registers;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var dispute = entries.latest(given.caseReference(), "write-dispute-down").orElseThrow();
        var marks = given.texts("disputedSessions").stream().map(SessionKey::parse).sorted()
                .flatMap(session -> registers.marks(given.pupilId(), session.date(), session.date()).stream()
                        .filter(mark -> mark.session() == session.half()).map(mark -> new DisputedMark(session, mark.code()))).toList();
        step.setVariable(DisputedMark.VARIABLE, Spin.JSON(marks.stream().map(DisputedMark::toMap).toList()));
        step.setVariable("disputeEntry", dispute.id());
        chronology.write(given.caseReference(), "Mark dispute", "%s disputes %s: %s".formatted(dispute.text("disputedBy"), inWords(marks),
                dispute.text("whatIsSaid")), LocalDate.parse(dispute.text("saidOn")), viewer.userId());
    }

    private static String inWords(List<DisputedMark> marks) {
        return marks.stream().map(mark -> "the mark %s on %s".formatted(mark.code(), mark.session().inWords()))
                .collect(Collectors.joining(", "));
    }
}
