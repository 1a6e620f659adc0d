package apws.register;

import apws.calendar.SchoolCalendar;
import apws.pupil.Counts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes marks into the pupils' years, a thousand pupils with a few statements, and keeps every mark that was replaced. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MarkStore {

    private static final int PUPILS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final MarkCodes codes;
    private final SchoolCalendar calendar;

    MarkStore(JdbcClient jdbc, MarkCodes codes, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.calendar = calendar;
    }

    private record Changed(List<Long> pupils, List<byte[]> marks, List<Replaced> replaced) {
    }

    private record Replaced(long pupilId, int index, byte before, byte after) {
    }

    /**
     * Marks that were held and are not in the rows stay.
     *
     * @param year the academic year's first day
     * @param rows the marks of each pupil by place, null where there are none
     */
    Counts merge(long importId, LocalDate year, RegisterPupils pupils, byte[][] rows) {
        var counts = Counts.NONE;
        var places = new ArrayList<Integer>();
        for (int place = 0; place < rows.length; place++) {
            if (rows[place] != null) {
                places.add(place);
            }
            if (places.size() == PUPILS_AT_ONCE || place == rows.length - 1 && !places.isEmpty()) {
                counts = counts.plus(merge(importId, year, pupils, rows, places));
                places.clear();
            }
        }
        return counts;
    }

    private Counts merge(long importId, LocalDate year, RegisterPupils pupils, byte[][] rows, List<Integer> places) {
        var held = held(year, places.stream().map(pupils::id).toArray());
        var changed = new Changed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var counts = Counts.NONE;
        for (var place : places) {
            counts = counts.plus(merge(pupils.id(place), held.getOrDefault(pupils.id(place), new byte[0]), rows[place], changed));
        }
        write(year, changed);
        keep(importId, year, changed.replaced());
        return counts;
    }

    private static Counts merge(long pupilId, byte[] held, byte[] sent, Changed changed) {
        long added = 0;
        long corrected = 0;
        long unchanged = 0;
        var marks = Arrays.copyOf(held, Math.max(held.length, end(sent)));
        for (int i = 0; i < marks.length && i < sent.length; i++) {
            if (sent[i] == 0) {
                continue;
            }
            if (marks[i] == sent[i]) {
                unchanged++;
                continue;
            }
            if (marks[i] == 0) {
                added++;
            } else {
                corrected++;
                changed.replaced().add(new Replaced(pupilId, i, marks[i], sent[i]));
            }
            marks[i] = sent[i];
        }
        if (added + corrected > 0) {
            changed.pupils().add(pupilId);
            changed.marks().add(marks);
        }
        return new Counts(added, corrected, unchanged);
    }

    private static int end(byte[] marks) {
        int end = marks.length;
        while (end > 0 && marks[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private Map<Long, byte[]> held(LocalDate year, Object[] pupilIds) {
        Map<Long, byte[]> held = new HashMap<>();
        jdbc.sql("select pupil_id, marks from attendance_year where year_from = :year and pupil_id = any(:pupils)")
                .param("year", year).param("pupils", new SqlArrayValue("bigint", pupilIds))
                .query(row -> {
                    held.put(row.getLong("pupil_id"), row.getBytes("marks"));
                });
        return held;
    }

    private void write(LocalDate year, Changed changed) {
        if (changed.pupils().isEmpty()) {
            return;
        }
        jdbc.sql("""
                merge into attendance_year y using (
                    select * from unnest(cast(:pupils as bigint array), cast(:marks as bytea array)) as n(pupil_id, marks)) n
                on y.pupil_id = n.pupil_id and y.year_from = :year
                when matched then update set marks = n.marks
                when not matched then insert (pupil_id, year_from, marks) values (n.pupil_id, :year, n.marks)""")
                .param("pupils", new SqlArrayValue("bigint", changed.pupils().toArray()))
                .param("marks", new SqlArrayValue("bytea", (Object[]) changed.marks().toArray(byte[][]::new)))
                .param("year", year).update();
    }

    private void keep(long importId, LocalDate year, List<Replaced> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into mark_correction (pupil_id, session_on, session_half, old_code, new_code, corrected_at, import_id)
                select n.pupil_id, n.session_on, n.session_half, n.old_code, n.new_code, :at, :import
                from unnest(cast(:pupils as bigint array), cast(:days as date array), cast(:halves as varchar array),
                    cast(:olds as varchar array), cast(:news as varchar array))
                    as n(pupil_id, session_on, session_half, old_code, new_code)""")
                .param("pupils", column("bigint", replaced, Replaced::pupilId))
                .param("days", column("date", replaced, mark -> MarkedYear.day(year, mark.index())))
                .param("halves", column("varchar", replaced, mark -> MarkedYear.session(mark.index()).name()))
                .param("olds", column("varchar", replaced, mark -> codes.numbered(mark.before()).code()))
                .param("news", column("varchar", replaced, mark -> codes.numbered(mark.after()).code()))
                .param("at", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC)).param("import", importId).update();
    }

    private static SqlArrayValue column(String type, List<Replaced> replaced, Function<Replaced, Object> value) {
        return new SqlArrayValue(type, replaced.stream().map(value).toArray());
    }
}
