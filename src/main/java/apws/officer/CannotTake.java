package apws.officer;

/** An officer who cannot take a case; the message says why and what to do, in words for whoever chose them. */
public class CannotTake extends RuntimeException {

    CannotTake(String message) {
        super(message);
    }
}
