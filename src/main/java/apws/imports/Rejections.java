package apws.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** What was not taken of one file, by line, and what else its sender is to know of it. */
public class Rejections {

    /** Of a value shown in a reason. */
    private static final int SHOWN_AT_MOST = 40;

    /** Of the remarks on one file: they are read by people. */
    private static final int REMARKS_AT_MOST = 100;

    private final long atMost;
    private final List<Rejected> rejected = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    private record Rejected(long line, String reason) {
    }

    /** @param atMost rejected rows after which the file is no such file */
    public Rejections(long atMost) {
        this.atMost = atMost;
    }

    public void add(long line, String reason) {
        rejected.add(new Rejected(line, reason));
    }

    /** @throws NotSuchAFile when there have been too many */
    void check() {
        if (rejected.size() > atMost) {
            throw new NotSuchAFile("More than %d rows of the file were rejected (apws.imports.limits.rejected) and nothing of it was taken: it is another kind of file, or "
                    .formatted(atMost) + "its columns have changed. Its rejected rows say why.");
        }
    }

    /** What was taken, or left, otherwise than the sender may think. */
    public void remark(String remark) {
        if (remarks.size() < REMARKS_AT_MOST) {
            remarks.add(remark);
        }
    }

    public long count() {
        return rejected.size();
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** As a gzipped CSV of line and reason, in the order of the lines. */
    byte[] zipped() {
        var zipped = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(new GZIPOutputStream(zipped, 65_536), StandardCharsets.UTF_8))) {
            csv.writeRecord("line", "reason");
            rejected.stream().sorted(Comparator.comparingLong(Rejected::line))
                    .forEach(row -> csv.writeRecord(Long.toString(row.line()), row.reason()));
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
