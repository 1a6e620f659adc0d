package apws.register;

/** What a mark counts as in a pupil's attendance. */
public enum MarkKind {
    PRESENT(true, true), APPROVED(true, true), AUTHORISED(true, false), UNAUTHORISED(true, false), NOT_POSSIBLE(false, false);

    final boolean possible;
    final boolean attended;

    MarkKind(boolean possible, boolean attended) {
        this.possible = possible;
        this.attended = attended;
    }
}
