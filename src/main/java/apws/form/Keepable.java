package apws.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no answer may hold, whatever its field: a character that neither the databases nor a printed letter can hold, and more text than a
 * column takes. Looked at before anything else is done with what was sent.
 */
public final class Keepable {

    /** As long as a process variable may be, which is what the engine's column takes. */
    static final int LONGEST_VARIABLE = 4000;

    /** A dozen closely written pages. */
    private static final int LONGEST_TEXT = 50_000;
    /** H2's columns of text take a little more. */
    private static final int LONGEST_ENTRY = 1_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 60;

    private final Set<FieldProblem> problems = new LinkedHashSet<>();
    private long length;

    private Keepable() {
    }

    public static List<FieldProblem> problemsIn(Map<String, Object> sent) {
        var look = new Keepable();
        sent.forEach((name, value) -> {
            if (name.length() > LONGEST_NAME) {
                look.problem(shown(name), "is not a field of this form");
            } else {
                look.at(shown(name), name, value);
            }
        });
        if (look.length > LONGEST_ENTRY) {
            look.problems.add(new FieldProblem("form", "form", 0, "holds too much text: %,d characters at most".formatted(LONGEST_ENTRY)));
        }
        return new ArrayList<>(look.problems);
    }

    private void at(String field, String name, Object value) {
        text(field, name);
        if (value instanceof String text) {
            text(field, text);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> at(field, String.valueOf(key), inner));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> at(field, "", inner));
        }
    }

    private void text(String field, String text) {
        length += text.length();
        if (text.length() > LONGEST_TEXT) {
            problem(field, "is too long: %,d characters at most".formatted(LONGEST_TEXT));
        }
        text.codePoints().filter(character -> !isPrintable(character)).findFirst().ifPresent(character ->
                problem(field, "holds a character that cannot be kept or printed (U+%04X): type the text again without it".formatted(character)));
    }

    private void problem(String field, String reason) {
        problems.add(new FieldProblem(field, field, 0, reason));
    }

    /** The characters that XML knows, of which letters are made. A half of a pair that stands alone is none. */
    private static boolean isPrintable(int character) {
        return character == '\t' || character == '\n' || character == '\r' || character >= 0x20 && character < 0xD800
                || character > 0xDFFF && character < 0xFFFE || character > 0xFFFF;
    }

    /** A name as a refusal may repeat it. */
    private static String shown(String name) {
        var printable = new StringBuilder();
        name.codePoints().limit(SHOWN).forEach(character -> printable.appendCodePoint(isPrintable(character) ? character : '?'));
        return printable.toString();
    }
}
