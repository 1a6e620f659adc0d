package apws.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a text that is printed for each of several parents names one of them, however their names are written: those that the form shows
 * as {@code parents}, a row of a list its own, each with a {@code name} or all {@code names}. The letters themselves replace such a name;
 * whoever writes it is told before.
 */
final class ParentsNamed {

    private static final String PARENTS = "parents";

    private ParentsNamed() {
    }

    static boolean in(String text, Scope scope) {
        var parents = scope.self().get(PARENTS) instanceof List<?> ofRow ? ofRow : scope.whole().get(PARENTS);
        if (!(parents instanceof List<?> rows) || rows.size() < 2) {
            return false;
        }
        var words = words(text);
        // a surname alone is the pupil's, too
        return rows.stream().flatMap(ParentsNamed::names).map(ParentsNamed::words).filter(name -> name.strip().contains(" ")).anyMatch(words::contains);
    }

    private static Stream<?> names(Object row) {
        if (!(row instanceof Map<?, ?> parent)) {
            return Stream.of();
        }
        return parent.get("names") instanceof List<?> all ? all.stream() : Stream.ofNullable(parent.get("name"));
    }

    /** In lower case, each between spaces, so that no name is found in the middle of a word. */
    private static String words(Object text) {
        return (" " + text + " ").toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
