package apws.calendar;

import java.util.Arrays;
import java.util.Locale;

/** How something of ours reached, or is to reach, whom it is for: it says when it counts as received (settlement 5). */
public enum PostClass {

    FIRST_CLASS("first class"),
    SECOND_CLASS("second class"),
    /** First class post that is signed for: the signature shows only that it came later. */
    SIGNED_FOR("signed for"),
    BY_HAND("by hand"),
    LEFT_AT_ADDRESS("left at the address");

    private final String inWords;

    PostClass(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    /**
     * As forms and letters name it; entries of earlier forms say {@code first}, {@code signedFor}.
     *
     * @throws IllegalArgumentException for a class that nobody knows
     */
    public static PostClass of(String text) {
        var letters = letters(text);
        return Arrays.stream(values()).filter(one -> letters(one.inWords).equals(letters) || letters(one.inWords).equals(letters + "class"))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("There is no class of post \"%s\"".formatted(text)));
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
    }
}
