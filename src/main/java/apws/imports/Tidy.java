package apws.imports;

import java.text.Normalizer;

/**
 * The one way in which every reader tidies what a file says, headings and fields alike: each letter as one character (NFC), every kind of
 * space and tab an ordinary space, one where there were several and none around, a hyphen that does not break an ordinary hyphen, and what
 * nobody can see left out, such as a byte order mark. Line ends stay.
 */
public final class Tidy {

    private static final char HYPHEN = '\u2010';
    private static final char HYPHEN_THAT_DOES_NOT_BREAK = '\u2011';

    private Tidy() {
    }

    public static String text(String raw) {
        return isTidy(raw) ? raw : tidied(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }

    /** Whether a text holds what no database of ours stores, or no letter prints: NUL and other control characters, half a character. */
    static boolean isUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                return true;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTidy(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return raw.isEmpty() || before != ' ';
    }

    private static String tidied(String text) {
        var tidy = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                tidy.append(c);
                space = false;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (!isInvisible(c)) {
                if (space && !isAtLineBegin(tidy)) {
                    tidy.append(' ');
                }
                tidy.append(c == HYPHEN || c == HYPHEN_THAT_DOES_NOT_BREAK ? '-' : c);
                space = false;
            }
        }
        return tidy.toString().strip();
    }

    private static boolean isAtLineBegin(StringBuilder tidy) {
        return tidy.isEmpty() || tidy.charAt(tidy.length() - 1) == '\n' || tidy.charAt(tidy.length() - 1) == '\r';
    }

    /** Of no width, and no part of a letter: soft hyphen, marks of direction, word joiner, byte order mark. */
    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\u200E' || c == '\u200F' || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2064' || c >= '\u2066' && c <= '\u2069' || c == '\uFEFF';
    }
}
