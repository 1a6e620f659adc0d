package apws.imports;

import apws.calendar.SchoolCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a small file, takes its rows in one transaction, and keeps what became of it. */
@Component
public class SmallFiles {

    private final Imports imports;
    private final ClusterLock turn;
    private final ImportSettings settings;
    private final SchoolCalendar calendar;
    private final TransactionTemplate transaction;

    SmallFiles(Imports imports, ClusterLock turn, ImportSettings settings, SchoolCalendar calendar, TransactionTemplate transaction) {
        this.imports = imports;
        this.turn = turn;
        this.settings = settings;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /**
     * Rows that count what they change. All of them are read before the first is taken: a file that says two things of one matter is
     * believed in neither.
     *
     * @param <T> what a row says
     */
    public abstract static class CountedRows<T> extends TextRows {

        private Counts counts = Counts.NONE;

        protected CountedRows(Rejections rejections, ImportSettings settings, String... required) {
            super(rejections, settings, required);
        }

        /** @throws BadRow when it cannot be taken */
        protected abstract T read();

        /**
         * What became of the row is {@link #count counted}.
         *
         * @throws BadRow when it cannot be taken
         */
        protected abstract void take(T row);

        /** Each matter that the row speaks of, in words, with all that it says of it. */
        protected abstract Map<String, Object> says(T row);

        /** These rows contradict each other and are rejected. What protects somebody, as one of them says, is kept meanwhile. */
        protected void contradicting(List<T> rows) {
            // nothing protects anybody
        }

        /** Every row has been taken or rejected. */
        protected void end() {
            // nothing is left to do
        }

        protected void count(boolean added, boolean changed) {
            counts = counts.plus(added ? new Counts(1, 0, 0) : changed ? new Counts(0, 1, 0) : new Counts(0, 0, 1));
        }

        private Counts counts() {
            return counts;
        }

        private void takeAll(List<GatheredRows.Row> rows) {
            var sound = new ArrayList<Read<T>>();
            for (var row : rows) {
                at(row.fields());
                try {
                    var read = read();
                    sound.add(new Read<>(row.line(), read, says(read)));
                } catch (BadRow bad) {
                    rejections.add(row.line(), bad.getMessage());
                }
            }
            rejections.check();
            remarkColumnsNotRead();
            var contradictions = contradictions(sound);
            for (var row : sound) {
                var contradicted = row.says().keySet().stream().filter(contradictions::containsKey).toList();
                if (contradicted.isEmpty()) {
                    take(row);
                } else {
                    contradicted.stream().map(contradictions::get).filter(all -> all.get(0) == row)
                            .forEach(all -> contradicting(all.stream().map(Read::what).toList()));
                    reject(row, contradicted.get(0), contradictions.get(contradicted.get(0)));
                }
            }
            end();
        }

        private void take(Read<T> row) {
            try {
                take(row.what());
            } catch (BadRow bad) {
                rejections.add(row.line(), bad.getMessage());
            }
        }

        private void reject(Read<T> row, String matter, List<Read<T>> all) {
            rejections.add(row.line(), "says of %s something else than line %s: neither was taken".formatted(matter,
                    all.stream().filter(other -> !other.says().get(matter).equals(row.says().get(matter))).map(other -> Long.toString(other.line()))
                            .limit(LINES_SHOWN).collect(Collectors.joining(", "))));
        }

        private static final int LINES_SHOWN = 5;

        /** By matter, the rows that speak of it where they do not all say the same. */
        private static <T> Map<String, List<Read<T>>> contradictions(List<Read<T>> rows) {
            var first = new HashMap<String, Object>();
            var contradictions = new LinkedHashMap<String, List<Read<T>>>();
            rows.forEach(row -> row.says().forEach((matter, said) -> {
                var before = first.putIfAbsent(matter, said);
                if (before != null && !before.equals(said)) {
                    contradictions.put(matter, new ArrayList<>());
                }
            }));
            rows.forEach(row -> row.says().keySet().stream().map(contradictions::get)
                    .forEach(contradicted -> {
                        if (contradicted != null) {
                            contradicted.add(row);
                        }
                    }));
            return contradictions;
        }
    }

    private record Read<T>(long line, T what, Map<String, Object> says) {
    }

    public interface Reading {
        CountedRows<?> rows(Rejections rejections, ImportSettings settings);
    }

    /**
     * Takes a file each of whose rows is a transaction of its own, so that neither a turn nor a connection is held from its first row to its last.
     *
     * @return what keeps the account of it, to be called in a transaction
     */
    public Supplier<ImportResult> readRowByRow(String kind, String fileName, InputStreamSource content, Sender sender, Reading reading) {
        var rejections = new Rejections(settings.limits().rejected());
        var gathered = new GatheredRows(rejections, settings);
        try {
            gathered.read(content);
            var rows = reading.rows(rejections, settings);
            rows.begin(gathered.headings(), calendar.today());
            rows.takeAll(gathered.gathered());
            return () -> imports.finish(imports.begin(kind, fileName, sender), gathered.rows(), rejections, rows.counts());
        } catch (NotSuchAFile refused) {
            return () -> imports.refused(kind, fileName, sender, refused.getMessage(), rejections);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file is read first, so that others wait only while its rows are taken. */
    public ImportResult read(String kind, String fileName, InputStreamSource content, Sender sender, Reading reading) {
        var rejections = new Rejections(settings.limits().rejected());
        var gathered = new GatheredRows(rejections, settings);
        try {
            gathered.read(content);
        } catch (NotSuchAFile refused) {
            return transaction.execute(status -> imports.refused(kind, fileName, sender, refused.getMessage(), rejections));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return transaction.execute(status -> {
            turn.take("import");
            var rows = reading.rows(rejections, settings);
            try {
                rows.begin(gathered.headings(), calendar.today());
                rows.takeAll(gathered.gathered());
            } catch (NotSuchAFile refused) {
                return imports.refused(kind, fileName, sender, refused.getMessage(), rejections);
            }
            return imports.finish(imports.begin(kind, fileName, sender), gathered.rows(), rejections, rows.counts);
        });
    }
}
