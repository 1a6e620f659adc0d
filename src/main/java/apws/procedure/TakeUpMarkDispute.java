package apws.procedure;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.legal.SessionKey;
import apws.officer.Officers;
import apws.register.DatedMark;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Takes up what a parent says of marks: each must be in the register, and what it says today is kept with it ({@link DisputedMark}).
 * Parameter: {@code disputedSessions}, a list of {@link SessionKey}s.
 */
@Component
@ForDiagrams(needs = "disputedSessions")
class TakeUpMarkDispute implements JavaDelegate {

    private final Cases cases;
    private final Entries entries;
    private final Chronology chronology;
    private final Registers registers;
    private final Officers officers;
    private final PupilVariables pupilVariables;
    private final Viewer viewer;

    TakeUpMarkDispute(Cases cases, Entries entries, Chronology chronology, Registers registers, Officers officers,
                      PupilVariables pupilVariables, Viewer viewer) {
        this.cases = cases;
        this.entries = entries;
        this.chronology = chronology;
        this.registers = registers;
        this.officers = officers;
        this.pupilVariables = pupilVariables;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var reference = given.caseReference();
        var pupilId = cases.get(reference).pupilId();
        var marks = given.texts("disputedSessions").stream().map(SessionKey::parse).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(session -> new DisputedMark(session, code(pupilId, session))).toList();
        var dispute = entries.latest(reference, "record-mark-dispute").orElseThrow();
        var variables = new HashMap<>(pupilVariables.of(pupilId));
        variables.put(DisputedMark.VARIABLE, Spin.JSON(marks.stream().map(DisputedMark::toMap).toList()));
        variables.put("disputeEntry", dispute.id());
        variables.put("reviewedBySchool", officers.ofCase(reference).isEmpty());
        step.setVariables(variables);
        chronology.write(reference, "Mark dispute", "%s disputes %s: %s".formatted(dispute.text("disputedBy"), inWords(marks),
                dispute.text("whatIsSaid")), LocalDate.parse(dispute.text("saidOn")), viewer.userId());
    }

    private String code(long pupilId, SessionKey session) {
        return registers.marks(pupilId, session.date(), session.date()).stream().filter(mark -> mark.session() == session.half())
                .map(DatedMark::code).findFirst().orElseThrow(() -> new FormFieldValidationException("sessions",
                        "sessions: the register has no mark on %s".formatted(session.inWords())));
    }

    private static String inWords(List<DisputedMark> marks) {
        return marks.stream().map(mark -> "the mark %s on %s".formatted(mark.code(), mark.session().inWords())).collect(Collectors.joining(", "));
    }
}
