package apws.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a CSV file, row by row, in spite of what is wrong with some of its rows. A subclass is given the headings, then for each row its
 * fields, as pieces of the parser's own buffer, and the row's end. A row that is not as wide as the headings is rejected.
 *
 * <p>Quotes are as RFC 4180 says: a field that holds one stands between quotes, and it is doubled. Where a row is not so, its first line is
 * rejected and the next one is read by itself: a guess about where a field ends would give one person what is said of another. So is a row
 * that spans lines and has swallowed the separators of a whole row with them.
 */
public abstract class CsvRows {

    private static final char QUOTE = '"';
    private static final String OPEN_QUOTE = "a quoted field begins here and does not end";
    private static final String STRAY_QUOTE = "a quote stands where none may be: put the whole field between quotes, and double each quote in it";

    protected final Rejections rejections;
    protected final ImportSettings settings;
    private int width;
    private long rows;

    protected CsvRows(Rejections rejections, ImportSettings settings) {
        this.rejections = rejections;
        this.settings = settings;
    }

    /** @throws NotSuchAFile when these, tidied, are not the headings of such a file */
    protected abstract void headings(List<String> headings);

    /** The characters are the parser's and change after the call. */
    protected abstract void field(int column, char[] text, int offset, int length);

    /** The fields given since the last end were those of the row that begins on {@code line}. */
    protected abstract void row(long line);

    /** The fields given since the last end were those of a row that is rejected. */
    protected abstract void noRow();

    /** Rows below the headings, good and bad. */
    public long rows() {
        return rows;
    }

    /** @throws NotSuchAFile when the file is empty, in another encoding, has other headings or more bad rows than are put up with */
    public void read(InputStreamSource file) throws IOException {
        try (var lines = new WholeLines(file.getInputStream())) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    reject(lines.line(), "is longer than a row can be");
                    lines.skipLongLine();
                } else {
                    read(lines);
                }
            }
        }
        if (width == 0) {
            throw new NotSuchAFile("The file is empty.");
        }
    }

    /** Up to the end of the stretch, or to a row that is not sound. */
    private void read(WholeLines lines) throws IOException {
        var row = new Row(lines.line() - 1, lines.hasQuotes());
        var parser = CsvReader.builder().fieldSeparator(settings.separator()).acceptCharsAfterQuotes(false);
        try (var csv = parser.build(row, lines.left())) {
            csv.forEach(record -> { });
            lines.skipAll(row.line - 1);
        } catch (CsvParseException failed) {
            if (failed.getCause() instanceof NotSuchAFile refused) {
                throw refused;
            }
            if (failed.getCause() instanceof RuntimeException fault && !(fault instanceof Unsound || fault instanceof CsvParseException)) {
                throw fault;
            }
            noRow();
            lines.skipTo(row.line);
            if (row.open && lines.canGrow()) {
                lines.grow();
            } else {
                reject(row.line, opensAtItsEnd(lines.firstLine()) ? OPEN_QUOTE : STRAY_QUOTE);
                lines.skipTo(row.line + 1);
            }
        }
    }

    private void reject(long line, String reason) {
        if (width == 0) {
            throw new NotSuchAFile("The file has no headings: of its first line, " + reason + ".");
        }
        rows++;
        rejections.add(line, reason);
        rejections.check();
    }

    /** Whether a quoted field of the line goes on into the next one. */
    private boolean opensAtItsEnd(String line) {
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < line.length(); i++) {
            boolean quote = line.charAt(i) == QUOTE;
            char next = i + 1 < line.length() ? line.charAt(i + 1) : settings.separator();
            if (quoted && quote && next == QUOTE) {
                i++;
            } else if (quote && (quoted ? next != settings.separator() : !begins)) {
                return false;
            } else if (quote) {
                quoted = !quoted;
            }
            begins = line.charAt(i) == settings.separator();
        }
        return quoted;
    }

    /** The row's first line is to be rejected and the next one read by itself. */
    private static final class Unsound extends RuntimeException {
        Unsound() {
            super(null, null, false, false);
        }
    }

    private final class Row extends AbstractBaseCsvCallbackHandler<Boolean> {

        private final long linesBefore;
        private final boolean hasQuotes;
        private final List<String> names = new ArrayList<>();
        private long line;
        private boolean open;
        private boolean atEnd;
        private boolean stray;
        private boolean swallowed;

        Row(long linesBefore, boolean hasQuotes) {
            this.linesBefore = linesBefore;
            this.hasQuotes = hasQuotes;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            atEnd = false;
            stray = false;
            swallowed = false;
        }

        @Override
        protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
            if (length > 0 && text[offset + length - 1] == WholeLines.END) {
                open |= quoted;
                atEnd |= length == 1;
            }
            if (hasQuotes) {
                stray |= !quoted && holds(text, offset, length, QUOTE);
                swallowed |= quoted && width > 0 && swallows(text, offset, length);
            }
            if (width == 0) {
                name(text, offset, length);
            } else if (column < width) {
                field(column, text, offset, length);
            }
        }

        private void name(char[] text, int offset, int length) {
            if (names.size() == settings.limits().columns()) {
                throw new NotSuchAFile("The file has more than %d columns (apws.imports.limits.columns).".formatted(settings.limits().columns()));
            }
            names.add(Tidy.text(new String(text, offset, Math.min(length, settings.limits().field()))));
        }

        @Override
        protected RecordWrapper<Boolean> buildRecord() {
            if (open || swallowed || stray && width == 0) {
                throw new Unsound();
            }
            if (isEmptyLine() || atEnd && getFieldCount() == 1) {
                names.clear();
                noRow();
            } else if (width == 0) {
                begin();
            } else if (stray) {
                throw new Unsound();
            } else if (getFieldCount() == width) {
                rows++;
                row(line);
                rejections.check();
            } else {
                noRow();
                reject(line, "has %d columns where the headings have %d".formatted(getFieldCount(), width));
            }
            return wrapRecord(Boolean.TRUE);
        }

        private void begin() {
            if (names.stream().anyMatch(name -> name.indexOf('\uFFFD') >= 0 || name.indexOf('\0') >= 0)) {
                throw new NotSuchAFile("The file is not text in UTF-8. Save it as \"CSV UTF-8\" and send it again.");
            }
            headings(List.copyOf(names));
            width = names.size();
        }

        private static boolean holds(char[] text, int offset, int length, char wanted) {
            for (int i = offset; i < offset + length; i++) {
                if (text[i] == wanted) {
                    return true;
                }
            }
            return false;
        }

        /** Whether the field spans lines and holds as many separators for each as a row of this file has. */
        private boolean swallows(char[] text, int offset, int length) {
            int lineEnds = 0;
            int separators = 0;
            for (int i = offset; i < offset + length; i++) {
                if (text[i] == '\n' || text[i] == '\r' && (i + 1 == offset + length || text[i + 1] != '\n')) {
                    lineEnds++;
                } else if (text[i] == settings.separator()) {
                    separators++;
                }
            }
            return lineEnds > 0 && separators >= lineEnds * (width - 1);
        }
    }
}
