package apws.register;

import java.time.LocalDate;

/** One mark of a pupil's register: {@code code} as the school wrote it, {@code meaning} in words. */
public record DatedMark(LocalDate date, Session session, String code, MarkKind kind, String meaning) {

    /** Provisional: the school has to replace it before it is evidence. */
    public boolean noReasonYet() {
        return code.equals(Mark.NO_REASON_YET);
    }
}
