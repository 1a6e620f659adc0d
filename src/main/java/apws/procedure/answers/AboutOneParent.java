package apws.procedure.answers;

/** A form that is about one parent alone. */
public interface AboutOneParent {

    /** The parent's id. */
    Long suspectId();

    /** The number of the unpaid notice to whose prosecution it belongs; "" for what belongs to none. */
    default String noticeNumber() {
        return "";
    }
}
