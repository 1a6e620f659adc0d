package apws.legal;

/** Something that the law, or the state of a notice or prosecution, does not allow: nothing has changed. The message is for people. */
public class LegalRefusal extends RuntimeException {

    LegalRefusal(String sentence, Object... of) {
        super(sentence.formatted(of));
    }
}
