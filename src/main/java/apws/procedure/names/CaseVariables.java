package apws.procedure.names;

/** The variables that every process of a case knows: what routes it, and what Tasklist shows on a card. */
public final class CaseVariables {

    /** Also the business key of every process of the case. */
    public static final String CASE_REFERENCE = "caseReference";
    public static final String PUPIL_ID = "pupilId";
    public static final String PUPIL_NAME = "pupilName";
    public static final String SCHOOL_CODE = "schoolCode";
    public static final String SCHOOL_NAME = "schoolName";
    /** The group of the school's attendance leads. */
    public static final String SCHOOL_GROUP = "schoolGroup";
    public static final String STAGE = "stage";
    /** The code of the letter that the school decided on. */
    public static final String LETTER = "letter";
    public static final String MEETING_ON = "meetingOn";
    public static final String MEETING_TIME = "meetingTime";
    public static final String MEETING_PLACE = "meetingPlace";
    public static final String MEETING_WITH = "meetingWith";

    private CaseVariables() {
    }
}
