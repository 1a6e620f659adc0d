package apws.procedure.names;

/** Variables that one step leaves for another of the same process, and that no diagram or form mentions. */
public final class BetweenSteps {

    /** Under which the notice's entries are kept: the case's reference, or the notice's own business key where there is no case. */
    public static final String NOTICE_REFERENCE = "noticeReference";
    /** For whom it must be considered, also where none was wanted in the end. */
    public static final String CONSIDERED_PARENT = "consideredParent";
    public static final String LOWER_AMOUNT_OVER = "lowerAmountOver";
    /** The letter whose return and whose days the process follows. */
    public static final String IMPROVEMENT_LETTER = "improvementLetterId";
    public static final String FURTHER_ABSENCE_TOLD = "furtherTold";
    public static final String UNREACHED_PARENT = "unreachedId";
    /** The letter that is on its way. */
    public static final String LETTER = "letterId";
    /** The ids of the entries in which a mark dispute and the school's answer stand. */
    public static final String DISPUTE_ENTRY = "disputeEntry";
    public static final String ANSWER_ENTRY = "answerEntry";
    public static final String ONE_PERSON = "onePersonId";
    public static final String OTHER_PERSON = "otherPersonId";

    private BetweenSteps() {
    }
}
