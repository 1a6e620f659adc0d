package apws.pupil;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a CSV file, row by row, in spite of what is wrong with some of its rows. A subclass is given the headings, then for each row its
 * fields, as pieces of the parser's own buffer, and the row's end. A row that is not as wide as the headings is rejected.
 *
 * <p>A quoted field that does not end swallows the rows after it. Its own row is rejected; what it swallowed is read again, by itself.
 */
public abstract class CsvRows {

    /** Follows the last line, so that a quoted field still open there can be told from one that ends with the file. */
    private static final String END = "\u0004";

    private static final String OPEN_QUOTE = "a quoted field begins here and does not end";

    protected final Rejections rejections;
    private final char separator;
    private int width;
    private long rows;

    protected CsvRows(Rejections rejections, char separator) {
        this.rejections = rejections;
        this.separator = separator;
    }

    /** @throws NotSuchAFile when these are not the headings of such a file */
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

    /** @throws NotSuchAFile when the file is empty, in another encoding, or has other headings */
    public void read(InputStreamSource file) throws IOException {
        read(file, 0);
        if (width == 0) {
            throw new NotSuchAFile("The file is empty.");
        }
    }

    private void read(InputStreamSource file, long linesBefore) throws IOException {
        var row = new Row(0);
        try (var content = file.getInputStream(); var csv = parser().build(row, inUtf8(content), StandardCharsets.UTF_8)) {
            csv.skipLines(Math.toIntExact(linesBefore));
            csv.forEach(record -> { });
        } catch (CsvParseException failed) {
            if (!(failed.getCause() instanceof CsvParseException)) {
                throw failed.getCause() instanceof NotSuchAFile refused ? refused : failed;
            }
            // an open quote that swallows more than the parser's buffer takes
            if (width == 0) {
                throw new NotSuchAFile("The file has no headings: its first line does not end.");
            }
            noRow();
            rejected(row.line, OPEN_QUOTE);
            read(file, row.line);
        }
    }

    private CsvReader.CsvReaderBuilder parser() {
        return CsvReader.builder().fieldSeparator(separator);
    }

    /** The file without its byte order mark, and with a last line of ours. */
    private static InputStream inUtf8(InputStream content) throws IOException {
        var file = new PushbackInputStream(content, 3);
        var start = file.readNBytes(3);
        if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
            throw new NotSuchAFile("The file is in UTF-16. Save it as \"CSV UTF-8\" and send it again.");
        }
        if (!startsWith(start, 0xEF, 0xBB, 0xBF)) {
            file.unread(start);
        }
        return new SequenceInputStream(file, new ByteArrayInputStream(("\n" + END).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || Byte.toUnsignedInt(start[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void rejected(long line, String reason) {
        rows++;
        rejections.add(line, reason);
    }

    /** Lines that an open quote swallowed, the first of them being {@code line}. */
    private void readAgain(String lines, long line) {
        try (var csv = parser().build(new Row(line - 1), lines + "\n" + END)) {
            csv.forEach(record -> { });
        } catch (IOException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private final class Row extends AbstractBaseCsvCallbackHandler<Boolean> {

        private final long linesBefore;
        private final List<String> names = new ArrayList<>();
        private final List<String> longFields = new ArrayList<>();
        private long line;
        private boolean ended;

        Row(long linesBefore) {
            this.linesBefore = linesBefore;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            ended = false;
            longFields.clear();
        }

        @Override
        protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
            if (length > 0 && text[offset + length - 1] == END.charAt(0)) {
                ended = true;
            }
            if (quoted && hasLineEnd(text, offset, length)) {
                longFields.add(new String(text, offset, length));
            }
            if (width == 0) {
                names.add(new String(text, offset, length).strip());
            } else if (column < width) {
                field(column, text, offset, length);
            }
        }

        @Override
        protected RecordWrapper<Boolean> buildRecord() {
            if (isEmptyLine() || ended && longFields.isEmpty()) {
                names.clear();
                noRow();
            } else if (width == 0) {
                begin();
            } else if (getFieldCount() == width && !ended) {
                rows++;
                row(line);
            } else {
                noRow();
                if (longFields.isEmpty()) {
                    rejected(line, "has %d columns where the headings have %d".formatted(getFieldCount(), width));
                } else {
                    swallowed();
                }
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

        private void swallowed() {
            rejected(line, OPEN_QUOTE);
            long last = line;
            for (var field : List.copyOf(longFields)) {
                var lines = field.split("\r\n|\r|\n", -1);
                var whole = List.of(lines).subList(1, lines.length - 1);
                if (!whole.isEmpty()) {
                    readAgain(String.join("\n", whole), last + 1);
                }
                last += lines.length - 1;
                if (!lines[lines.length - 1].endsWith(END)) {
                    rejected(last, "a quoted field ends here that began on line " + line);
                }
            }
        }

        private static boolean hasLineEnd(char[] text, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (text[i] == '\n' || text[i] == '\r') {
                    return true;
                }
            }
            return false;
        }
    }
}
