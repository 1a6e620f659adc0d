package apws.casework;

/** Who works on a case as its officer; told by those who allocate cases, which build on this package. */
public interface CaseHolders {

    /** Whether the case is this person's, or they stand in for its officer today. */
    boolean holds(String userId, String caseReference);

    /** Whether this person has declared a conflict of interest with the pupil. */
    boolean isInConflict(String userId, long pupilId);
}
