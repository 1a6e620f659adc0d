package apws.procedure.dispute;

import apws.procedure.answers.MarkDispute;
import apws.register.Correction;
import apws.register.DatedMark;
import apws.register.Registers;
import apws.register.SessionKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The marks of a dispute, as the register has or had them. */
@Component
public class DisputedMarks {

    private final Registers registers;

    DisputedMarks(Registers registers) {
        this.registers = registers;
    }

    /**
     * @param code what the parent says is wrong: where the school has corrected the mark already, or since, what it was before
     * @param now  what the register says today, in words
     */
    public record DisputedMark(SessionKey session, String code, String now) {
    }

    public List<DisputedMark> of(long pupilId, MarkDispute dispute) {
        return dispute.disputedSessions().stream().map(SessionKey::parse).sorted().map(session -> of(pupilId, session)).toList();
    }

    /** Of the session's mark; empty where it has stood as it is from the first. */
    public Optional<Correction> lastCorrection(long pupilId, SessionKey session) {
        return registers.corrections(pupilId, session.date(), session.date()).stream()
                .filter(one -> one.session() == session.half()).reduce((earlier, last) -> last);
    }

    private DisputedMark of(long pupilId, SessionKey session) {
        var now = registers.marks(pupilId, session.date(), session.date()).stream().filter(mark -> mark.session() == session.half()).findFirst();
        return new DisputedMark(session, lastCorrection(pupilId, session).map(Correction::oldCode).or(() -> now.map(DatedMark::code)).orElse(""),
                now.map(mark -> "%s, %s".formatted(mark.code(), mark.meaning())).orElse("no mark"));
    }
}
