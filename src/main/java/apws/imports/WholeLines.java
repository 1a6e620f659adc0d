package apws.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * A file as stretches of whole lines, each of which can be read from any line of it on: so that reading goes on with the next line where
 * one cannot be understood. Lines end with CR, LF or both.
 */
final class WholeLines implements AutoCloseable {

    /** Follows each stretch on a line of its own, so that a quoted field still open there can be told from one that ends. */
    static final char END = '\u0004';

    /** Of a stretch, and so of a row with all its lines. */
    private static final int CHARACTERS = 1 << 20;

    private final Reader in;
    private final char[] text = new char[CHARACTERS];
    private int from;
    private int to;
    private int filled;
    private long line = 1;
    private boolean atEnd;
    private boolean hasQuotes;
    private boolean tooLong;

    /** @throws NotSuchAFile for a file that is not in UTF-8 */
    WholeLines(InputStream content) throws IOException {
        this.in = new InputStreamReader(withoutByteOrderMark(content), StandardCharsets.UTF_8);
    }

    private static InputStream withoutByteOrderMark(InputStream content) throws IOException {
        var file = new PushbackInputStream(content, 3);
        var start = file.readNBytes(3);
        if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
            throw new NotSuchAFile("The file is in UTF-16. Save it as \"CSV UTF-8\" and send it again.");
        }
        if (!startsWith(start, 0xEF, 0xBB, 0xBF)) {
            file.unread(start);
        }
        return file;
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || Byte.toUnsignedInt(start[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is more to read: what is left of this stretch, or another one. */
    boolean next() throws IOException {
        return from < to || fill();
    }

    /** Of the first line left in this stretch. */
    long line() {
        return line;
    }

    /** Whether the line is longer than a stretch: {@link #skipLongLine} leaves it out. */
    boolean isTooLong() {
        return tooLong;
    }

    /** A stretch without a quote has no field that is to be looked at twice. */
    boolean hasQuotes() {
        return hasQuotes;
    }

    /** What is left of this stretch. */
    Reader left() {
        return new Reader() {
            private int at = from;
            private int end;

            @Override
            public int read(char[] into, int offset, int length) {
                if (at < to) {
                    int some = Math.min(length, to - at);
                    System.arraycopy(text, at, into, offset, some);
                    at += some;
                    return some;
                }
                if (end == 2) {
                    return -1;
                }
                into[offset] = end++ == 0 ? '\n' : END;
                return 1;
            }

            @Override
            public void close() {
                // the file goes on
            }
        };
    }

    /** This stretch has been read; the file goes on with the line {@code next}. */
    void skipAll(long next) {
        from = to;
        line = next;
    }

    /** The lines before this one have been read. */
    void skipTo(long next) {
        while (line < next && from < to) {
            from = endOfLine(from);
            line++;
        }
    }

    /** Whether the lines left are followed by others that can be read together with them. */
    boolean canGrow() {
        return !(atEnd && to == filled) && from > 0;
    }

    /** The lines left, with as many that follow as can be held. */
    void grow() throws IOException {
        fill();
    }

    void skipLongLine() throws IOException {
        boolean ended = false;
        do {
            from = filled;
            fillUp();
            to = filled;
            from = endOfLine(0);
            ended = from > 0 && isLineEnd(text[from - 1]);
        } while (!ended && !atEnd);
        to = from;
        line++;
    }

    private boolean fill() throws IOException {
        boolean any = fillUp();
        int end = endOfLastLine();
        tooLong = end == 0 && !atEnd;
        to = end == 0 || atEnd ? filled : end;
        hasQuotes = false;
        for (int i = 0; i < to && !hasQuotes; i++) {
            hasQuotes = text[i] == '"';
        }
        return any;
    }

    /** Brings what is left to the front and reads on behind it. */
    private boolean fillUp() throws IOException {
        System.arraycopy(text, from, text, 0, filled - from);
        filled -= from;
        from = 0;
        while (filled < CHARACTERS) {
            int some = in.read(text, filled, CHARACTERS - filled);
            if (some < 0) {
                atEnd = true;
                break;
            }
            filled += some;
        }
        return filled > 0;
    }

    /** 0 where no line ends. A CR that is the last character held may be half of an end. */
    private int endOfLastLine() {
        for (int i = filled - 1; i >= from; i--) {
            if (text[i] == '\n' || text[i] == '\r' && (i < filled - 1 || atEnd)) {
                return i + 1;
            }
        }
        return 0;
    }

    private int endOfLine(int begin) {
        for (int i = begin; i < to; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
            if (text[i] == '\r') {
                return i + 1 < to && text[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return to;
    }

    /** The first line left. */
    String firstLine() {
        int end = endOfLine(from);
        while (end > from && isLineEnd(text[end - 1])) {
            end--;
        }
        return new String(text, from, end - from);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
