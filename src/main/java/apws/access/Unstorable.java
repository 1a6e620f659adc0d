package apws.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Characters that no database here can hold or look for: NUL, and halves of characters. Nobody types them. */
final class Unstorable {

    static final String SAID = "This holds a character that cannot be kept (NUL, or half of a character).";

    private Unstorable() {
    }

    static boolean isIn(String text) {
        return text != null && text.codePoints().anyMatch(one -> one == 0 || one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }

    static boolean isIn(JsonNode sent) {
        return isIn(sent.asText(null)) || sent.properties().stream().anyMatch(one -> isIn(one.getKey()) || isIn(one.getValue()))
                || sent.isArray() && StreamSupport.stream(sent.spliterator(), false).anyMatch(Unstorable::isIn);
    }
}
