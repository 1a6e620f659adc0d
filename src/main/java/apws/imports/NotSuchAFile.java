package apws.imports;

/** A file that is not what it was sent as: nothing of it is taken. The message says what is wrong, and what to do. */
public class NotSuchAFile extends RuntimeException {

    public NotSuchAFile(String message) {
        super(message);
    }
}
