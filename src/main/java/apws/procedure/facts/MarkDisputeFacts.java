package apws.procedure.facts;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.SessionKey;
import apws.procedure.DisputedMark;
import apws.procedure.form.FormFacts;
import apws.register.DatedMark;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a parent says of marks, and what the register says of them, for the school to answer. */
@Component("markDispute")
class MarkDisputeFacts implements FormFacts {

    private final Entries entries;
    private final Registers registers;

    MarkDisputeFacts(Entries entries, Registers registers) {
        this.entries = entries;
        this.registers = registers;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var dispute = entries.get(((Number) variables.get("disputeEntry")).longValue());
        var pupilId = CaseFacts.pupilId(variables);
        var marks = DisputedMark.in(variables);
        return Map.of(
                "disputeText", "%s, on %s: %s".formatted(dispute.text("disputedBy"), day(dispute, "saidOn"), dispute.text("whatIsSaid")),
                "evidenceText", dispute.text("evidence").isEmpty() ? "none" : dispute.text("evidence"),
                "sentToSchoolText", day(dispute, "sentToSchoolOn"),
                "answers", marks.stream().map(mark -> row(mark, pupilId)).toList(),
                "codes", registers.codes(marks.get(0).session().date()).stream().map(code -> Map.of("value", code.code(), "label",
                        "%s, %s".formatted(code.code(), code.meaning()))).toList());
    }

    private Map<String, Object> row(DisputedMark mark, long pupilId) {
        var session = mark.session();
        return Map.of("session", session.toString(), "sessionText", session.inWords(), "oldCode", mark.code(),
                "registerNow", registerNow(pupilId, session));
    }

    private String registerNow(long pupilId, SessionKey session) {
        return registers.marks(pupilId, session.date(), session.date()).stream().filter(mark -> mark.session() == session.half())
                .map(MarkDisputeFacts::named).findFirst().orElse("no mark");
    }

    private static String named(DatedMark mark) {
        return "%s, %s".formatted(mark.code(), mark.meaning());
    }

    private static String day(Entry dispute, String field) {
        return CaseFacts.day(LocalDate.parse(dispute.text(field)));
    }
}
