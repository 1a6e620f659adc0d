package apws.pupil;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a small file in one transaction, and keeps what became of it. */
@Component
public class SmallFiles {

    private final Imports imports;
    private final Turn turn;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;

    SmallFiles(Imports imports, Turn turn, ImportSettings settings, TransactionTemplate transaction) {
        this.imports = imports;
        this.turn = turn;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Rows that count what they change. */
    public abstract static class CountedRows extends TextRows {

        private Counts counts = Counts.NONE;

        protected CountedRows(Rejections rejections, ImportSettings settings, String... required) {
            super(rejections, settings, required);
        }

        protected void count(boolean added, boolean changed) {
            counts = counts.plus(added ? new Counts(1, 0, 0) : changed ? new Counts(0, 1, 0) : new Counts(0, 0, 1));
        }
    }

    public interface Reading {
        CountedRows rows(Rejections rejections, ImportSettings settings);
    }

    public ImportResult read(String kind, String fileName, InputStreamSource content, Sender sender, Reading reading) {
        return transaction.execute(status -> {
            turn.take("import");
            var rejections = new Rejections();
            var rows = reading.rows(rejections, settings);
            try {
                rows.read(content);
            } catch (NotSuchAFile refused) {
                return imports.refused(kind, fileName, sender, refused.getMessage());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return imports.finish(imports.begin(kind, fileName, sender), rows.rows(), rejections, rows.counts);
        });
    }
}
