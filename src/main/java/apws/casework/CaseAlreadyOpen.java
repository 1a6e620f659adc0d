package apws.casework;

/** The pupil has an open case: there is never a second one beside it. */
public class CaseAlreadyOpen extends RuntimeException {

    public CaseAlreadyOpen(long pupilId) {
        super("Pupil %d already has an open case".formatted(pupilId));
    }
}
