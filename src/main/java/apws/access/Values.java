package apws.access;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Leaves out of a text what databases say in it: an error's words, which others quote in theirs, become its state and its number, by which
 * the database's own manual tells what it was.
 */
final class Values {

    /** Where only the words are left of an error: a driver's of a row, PostgreSQL's own and its details, H2's with the statement it was in. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?ms)Batch entry \\d+ .*? was aborted|\\bERROR: [^\\n]*|\\b(?i:Detail|Where): [^\\n]*|^[^\\n]*?; SQL statement:.*?\\[\\d+-\\d+]");
    private static final int SHORTEST_TO_TELL = 3;
    private static final String LEFT_OUT = "(values left out)";

    private Values() {
    }

    /** Whether a database had a part in it. */
    static boolean areIn(Throwable thrown) {
        return all(thrown).anyMatch(SQLException.class::isInstance);
    }

    /** @param logged null where nothing was thrown */
    static String leftOutOf(String text, IThrowableProxy logged) {
        return leftOutOf(text, logged instanceof ThrowableProxy real ? real.getThrowable() : null);
    }

    /** @param thrown null where nothing was */
    static String leftOutOf(String text, Throwable thrown) {
        var without = text;
        var said = all(thrown).filter(SQLException.class::isInstance).flatMap(Values::all).distinct()
                .filter(error -> error.getMessage() != null && error.getMessage().length() >= SHORTEST_TO_TELL)
                .sorted(Comparator.comparing((Throwable error) -> error.getMessage().length()).reversed()).toList();
        for (var error : said) {
            without = without.replace(error.getMessage(), instead(error));
        }
        return QUOTED.matcher(without).replaceAll(LEFT_OUT);
    }

    private static String instead(Throwable error) {
        return error instanceof SQLException sql ? "SQL state %s, error %d %s".formatted(sql.getSQLState(), sql.getErrorCode(), LEFT_OUT) : LEFT_OUT;
    }

    /** With what brought it about: what a database failed at may quote a value, too. */
    private static Stream<Throwable> all(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, all);
        return all.stream();
    }

    private static void collect(Throwable thrown, Set<Throwable> all) {
        if (thrown != null && all.add(thrown)) {
            collect(thrown.getCause(), all);
            Stream.of(thrown.getSuppressed()).forEach(one -> collect(one, all));
            if (thrown instanceof SQLException error) {
                collect(error.getNextException(), all);
            }
        }
    }
}
