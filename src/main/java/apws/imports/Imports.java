package apws.imports;

import apws.calendar.SchoolCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of every file sent, and its rejected rows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Imports {

    /** What every database takes as one value. */
    private static final int PART = 1_000_000;

    private static final int LONGEST_NAME = 255;

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Imports(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Opens the account of a file. Nothing of it counts until {@link #finish}. */
    public long begin(String kind, String fileName, Sender sender) {
        if (sender.importId() != null) {
            jdbc.sql("update import_result set status = 'read', imported_at = :at where id = :id").param("id", sender.importId())
                    .param("at", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC)).update();
            return sender.importId();
        }
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into import_result (kind, file_name, school_code, imported_by, imported_at, rows_read, rows_rejected, added,
                    corrected, unchanged)
                values (:kind, :file, :school, :by, :at, 0, 0, 0, 0, 0)""")
                .param("kind", kind).param("file", named(fileName)).param("school", sender.onlySchool()).param("by", sender.name())
                .param("at", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC)).update(id, "id");
        return id.getKey().longValue();
    }

    public ImportResult finish(long id, long rows, Rejections rejections, Counts counts) {
        jdbc.sql("""
                update import_result set rows_read = :rows, rows_rejected = :rejected, added = :added, corrected = :corrected,
                    unchanged = :unchanged, remarks = :remarks where id = :id""")
                .param("remarks", String.join("\n", rejections.remarks())).param("rows", rows).param("rejected", rejections.count()).param("added", counts.added())
                .param("corrected", counts.corrected()).param("unchanged", counts.unchanged()).param("id", id).update();
        var lines = rejections.zipped();
        for (int part = 0; part * PART < lines.length; part++) {
            jdbc.sql("insert into import_rejected (import_id, part, lines) values (:id, :part, :lines)").param("id", id).param("part", part)
                    .param("lines", Arrays.copyOfRange(lines, part * PART, Math.min(lines.length, (part + 1) * PART))).update();
        }
        return find(id).orElseThrow();
    }

    /** A file of which nothing was taken, with the rows that were found bad before it was given up. */
    public ImportResult refused(String kind, String fileName, Sender sender, String because, Rejections rejections) {
        var id = begin(kind, fileName, sender);
        jdbc.sql("update import_result set refused_because = :because, status = 'refused' where id = :id").param("because", because).param("id", id).update();
        return finish(id, 0, rejections, Counts.NONE);
    }

    /** A sender names files as they like: what a database does not store, or a person does not read, is left out. */
    private static String named(String fileName) {
        var name = Tidy.text(fileName == null ? "" : fileName.replaceAll("[\\p{Cntrl}\\p{Cs}]", " "));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    @Transactional(readOnly = true)
    public Optional<ImportResult> find(long id) {
        return jdbc.sql("select * from import_result where id = :id").param("id", id)
                .query((row, number) -> new ImportResult(row.getLong("id"), row.getString("kind"), row.getString("file_name"),
                        row.getString("school_code"), row.getString("imported_by"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant(), row.getString("refused_because"),
                        row.getLong("rows_read"), row.getLong("rows_rejected"), row.getLong("added"), row.getLong("corrected"),
                        row.getLong("unchanged"), row.getString("remarks").lines().toList(), row.getString("status"))).optional();
    }

    /** When a file of one of these kinds was read last; empty where none was. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastRead(String... kinds) {
        return jdbc.sql("select max(imported_at) from import_result where kind in (:kinds) and status = 'read'").param("kinds", List.of(kinds))
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** A file that is read when those before it have been. */
    ImportResult keepWaiting(String kind, String fileName, InputStreamSource content, Sender sender, boolean whole) throws IOException {
        var id = begin(kind, fileName, sender);
        jdbc.sql("update import_result set status = 'waiting' where id = :id").param("id", id).update();
        jdbc.sql("insert into import_waiting (import_id, schools, whole) values (:id, :schools, :whole)").param("id", id)
                .param("schools", sender.schools() == null ? null : String.join(" ", sender.schools())).param("whole", whole).update();
        try (var in = content.getInputStream()) {
            int part = 0;
            for (var some = in.readNBytes(PART); some.length > 0; some = in.readNBytes(PART)) {
                jdbc.sql("insert into import_waiting_part (import_id, part, content) values (:id, :part, :content)").param("id", id)
                        .param("part", part++).param("content", some).update();
            }
        }
        return find(id).orElseThrow();
    }

    /** Its import's id. */
    @Transactional(readOnly = true)
    Optional<Long> oldestWaiting() {
        return jdbc.sql("select min(import_id) from import_waiting").query(Long.class).optional();
    }

    record Waiting(String kind, String fileName, InputStreamSource content, Sender sender, boolean whole) {
    }

    Optional<Waiting> waiting(long id) {
        return jdbc.sql("""
                select i.kind, i.file_name, i.imported_by, w.schools, w.whole
                from import_waiting w join import_result i on i.id = w.import_id where w.import_id = :id""").param("id", id)
                .query((row, number) -> new Waiting(row.getString("kind"), row.getString("file_name"), () -> parts(id),
                        new Sender(row.getString("imported_by"), row.getString("schools") == null ? null : Set.of(row.getString("schools").split(" ")),
                                id), row.getBoolean("whole"))).optional();
    }

    /** One after the other, so that no more than one is held. */
    private InputStream parts(long id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int part;
            private byte[] next = part(id, part);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                var content = new ByteArrayInputStream(next);
                next = part(id, ++part);
                return content;
            }
        });
    }

    private byte[] part(long id, int part) {
        return jdbc.sql("select content from import_waiting_part where import_id = :id and part = :part").param("id", id).param("part", part)
                .query(byte[].class).optional().orElse(null);
    }

    void noLongerWaiting(long id) {
        jdbc.sql("delete from import_waiting_part where import_id = :id").param("id", id).update();
        jdbc.sql("delete from import_waiting where import_id = :id").param("id", id).update();
    }

    /** Nothing of a file that waited was taken, and whoever runs the service has the reason in the log. */
    void failed(long id) {
        jdbc.sql("update import_result set status = 'refused', refused_because = :because where id = :id").param("id", id)
                .param("because", "The file could not be read, and nothing of it was taken. Send it again; if it fails again, tell the APWS office its number.")
                .update();
        noLongerWaiting(id);
    }

    /** The rejected rows as CSV in UTF-8: {@code line,reason}; none of a file that was not read, or not yet. */
    @Transactional(readOnly = true)
    public InputStream rejected(long id) {
        var parts = jdbc.sql("select lines from import_rejected where import_id = :id order by part").param("id", id)
                .query(byte[].class).list().stream().map(part -> (InputStream) new ByteArrayInputStream(part)).toList();
        if (parts.isEmpty()) {
            return new ByteArrayInputStream("line,reason\r\n".getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new GZIPInputStream(new SequenceInputStream(Collections.enumeration(parts)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of the drop folder that was read, under its key there. */
    public record Dropped(long id, String key, Instant importedAt) {
    }

    @Transactional(readOnly = true)
    public List<Dropped> droppedSince(Instant moment) {
        return jdbc.sql("select id, folder_key, imported_at from import_result where folder_key is not null and imported_at >= :since order by id")
                .param("since", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query((row, number) -> new Dropped(row.getLong("id"), row.getString("folder_key"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant())).list();
    }

    /** The import of the file that had this key in the drop folder, if it was read. */
    public Optional<Long> dropped(String folderKey) {
        return jdbc.sql("select id from import_result where folder_key = :key").param("key", folderKey).query(Long.class).optional();
    }

    public void dropped(long id, String folderKey) {
        jdbc.sql("update import_result set folder_key = :key where id = :id").param("key", folderKey).param("id", id).update();
    }
}
