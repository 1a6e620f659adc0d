package apws.pupil;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The rejected rows of one file, gathered as a gzipped CSV of line and reason. */
public class Rejections {

    /** So that a file of the wrong kind, each of whose rows is bad, does not fill the database. */
    private static final long LISTED_AT_MOST = 500_000;

    /** Of a value shown in a reason. */
    private static final int SHOWN_AT_MOST = 40;

    private final ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    private final CsvWriter csv;
    private long count;

    public Rejections() {
        try {
            csv = CsvWriter.builder().build(new OutputStreamWriter(new GZIPOutputStream(zipped, 65_536), StandardCharsets.UTF_8));
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        csv.writeRecord("line", "reason");
    }

    public void add(long line, String reason) {
        if (count++ < LISTED_AT_MOST) {
            csv.writeRecord(Long.toString(line), reason);
        }
    }

    public long count() {
        return count;
    }

    /** Ends the list. */
    byte[] zipped() {
        try {
            if (count > LISTED_AT_MOST) {
                csv.writeRecord("", (count - LISTED_AT_MOST) + " more rejected rows are not listed");
            }
            csv.close();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return zipped.toByteArray();
    }

    /** A value of the file as a reason quotes it: short, on one line. */
    public static String shown(String value) {
        var line = new StringBuilder().append('"').append(value, 0, Math.min(value.length(), SHOWN_AT_MOST));
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.append(value.length() > SHOWN_AT_MOST ? "…\"" : "\"").toString();
    }
}
