package apws.procedure.names;

/** Messages between diagrams: each is thrown or sent by one and waited for in others. */
public final class Messages {

    public static final String CASE_ENDED = "case-ended";
    public static final String PROCEEDINGS_ENDED = "proceedings-ended";
    public static final String CHARGE_HEARD_AGAIN = "charge-heard-again";

    private Messages() {
    }
}
