package apws.procedure.names;

/** What Java and the diagram {@code send-letter} both name: one letter on its way. */
public final class SendLetterProcess {

    public static final String PROCESS = "send-letter";
    public static final String RETURNED = "letter-returned";
    public static final String PLACE_IN_PRINT_TRAY = "place-in-print-tray";

    private SendLetterProcess() {
    }
}
