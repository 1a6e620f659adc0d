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
            "(?ms)Batch entry \\d+ .*? was aborted|\\bERROR: [^\\n]*|\\b(?:Detail|Where): [^\\n]*|^[^\\n]*?; SQL statement:.*?\\[\\d+-\\d+]");
    private static final String LEFT_OUT = "(values left out)";

    private Values() {
    }

    static String leftOutOf(String text, IThrowableProxy thrown) {
        var without = text;
        if (thrown instanceof ThrowableProxy real) {
            var said = errorsIn(real.getThrowable()).filter(error -> error.getMessage() != null && !error.getMessage().isBlank())
                    .sorted(Comparator.comparing((SQLException error) -> error.getMessage().length()).reversed()).toList();
            for (var error : said) {
                without = without.replace(error.getMessage(), "SQL state %s, error %d %s".formatted(error.getSQLState(), error.getErrorCode(), LEFT_OUT));
            }
        }
        return QUOTED.matcher(without).replaceAll(LEFT_OUT);
    }

    private static Stream<SQLException> errorsIn(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, all);
        return all.stream().filter(SQLException.class::isInstance).map(SQLException.class::cast);
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
