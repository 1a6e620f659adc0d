package apws.register;

import apws.calendar.SchoolCalendar;
import apws.imports.Counts;
import apws.imports.Rejections;
import apws.imports.Sender;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes marks into the pupils' years, a thousand pupils with a few statements, and keeps every mark that was replaced. A D gives way to a
 * mark that is held, as of the other school where the pupil is registered; only the school all of whose marks are held can correct them to D.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MarkStore {

    private static final int PUPILS_AT_ONCE = 1_000;
    /** Fewer than the elements that each database takes in one array. */
    private static final int CORRECTIONS_AT_ONCE = 10_000;
    private static final Held NONE = new Held(new byte[0], null);

    private final JdbcClient jdbc;
    private final MarkCodes codes;
    private final ClosedDays closedDays;
    private final SchoolCalendar calendar;
    private final byte elsewhere;
    private final Map<LocalDate, boolean[]> closed = new ConcurrentHashMap<>();

    MarkStore(JdbcClient jdbc, MarkCodes codes, ClosedDays closedDays, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.elsewhere = codes.elsewhere();
        this.closedDays = closedDays;
        this.calendar = calendar;
    }

    /**
     * A year's marks of one file.
     *
     * @param year  the academic year's first day
     * @param rows  the marks of each pupil by place, null where there are none
     */
    record Sent(long importId, Sender sender, LocalDate year, RegisterPupils pupils, byte[][] rows, OpenDays openDays) {

        /** From whose files the year's marks are when these are added to those held. */
        private String sentBy(Held held) {
            return held == NONE || Objects.equals(held.sentBy(), sender.onlySchool()) ? sender.onlySchool() : null;
        }

        /** Whether all marks held are this school's own, so that it may correct them to whatever it likes. */
        private boolean isOfTheSameSchool(Held held) {
            return held.sentBy() != null && held.sentBy().equals(sender.onlySchool());
        }
    }

    private record Held(byte[] marks, String sentBy) {
    }

    private record Changed(List<Long> pupils, List<byte[]> marks, List<String> sentBy, List<Replaced> replaced) {
    }

    private record Replaced(long pupilId, int index, byte before, byte after) {
    }

    /** Marks that were held and are not in the rows stay. */
    Counts merge(Sent sent, Rejections rejections) {
        var counts = Counts.NONE;
        var places = new ArrayList<Integer>();
        for (int place = 0; place < sent.rows().length; place++) {
            if (sent.rows()[place] != null) {
                places.add(place);
            }
            if (places.size() == PUPILS_AT_ONCE || place == sent.rows().length - 1 && !places.isEmpty()) {
                counts = counts.plus(merge(sent, places, rejections));
                places.clear();
            }
        }
        return counts;
    }

    private Counts merge(Sent sent, List<Integer> places, Rejections rejections) {
        var held = held(sent.year(), places.stream().map(place -> sent.pupils().at(place).id()).toArray());
        var changed = new Changed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var counts = Counts.NONE;
        for (var place : places) {
            counts = counts.plus(merge(sent, place, held.getOrDefault(sent.pupils().at(place).id(), NONE), changed, rejections));
        }
        write(sent.year(), changed);
        for (int from = 0; from < changed.replaced().size(); from += CORRECTIONS_AT_ONCE) {
            keep(sent.importId(), sent.year(),
                    changed.replaced().subList(from, Math.min(changed.replaced().size(), from + CORRECTIONS_AT_ONCE)));
        }
        return counts;
    }

    private Counts merge(Sent sent, int place, Held held, Changed changed, Rejections rejections) {
        long added = 0;
        long corrected = 0;
        long unchanged = 0;
        int gaveWay = 0;
        boolean differs = false;
        var pupil = sent.pupils().at(place);
        var row = sent.rows()[place];
        var isClosed = closed(sent.year());
        var givesWay = sent.isOfTheSameSchool(held) ? 0 : elsewhere;
        var marks = Arrays.copyOf(held.marks(), Math.max(held.marks().length, end(row)));
        for (int i = 0; i < marks.length && i < row.length; i++) {
            if (row[i] == 0) {
                continue;
            }
            boolean counts = !isClosed[i] || !closedDays.isPossible(row[i])
                    || sent.openDays().isOpen(pupil.id(), pupil.school(), MarkedYear.day(sent.year(), i));
            if (marks[i] == row[i]) {
                unchanged += counts ? 1 : 0;
                continue;
            }
            if (marks[i] != 0 && row[i] == givesWay) {
                gaveWay++;
                unchanged++;
                continue;
            }
            if (marks[i] == 0) {
                added += counts ? 1 : 0;
            } else {
                corrected += counts ? 1 : 0;
                changed.replaced().add(new Replaced(pupil.id(), i, marks[i], row[i]));
            }
            marks[i] = row[i];
            differs = true;
        }
        if (differs) {
            changed.pupils().add(pupil.id());
            changed.marks().add(marks);
            changed.sentBy().add(sent.sentBy(held));
        }
        if (gaveWay > 0) {
            rejections.remark("%s: in %d sessions D gave way to the mark that is held, as of the other school.".formatted(pupil.upn(), gaveWay));
        }
        return new Counts(added, corrected, unchanged);
    }

    /** By place in the year, whether there is no school. */
    private boolean[] closed(LocalDate year) {
        return closed.computeIfAbsent(year, first -> {
            var isClosed = new boolean[MarkedYear.SESSIONS];
            for (int index : closedDays.closed(first)) {
                isClosed[index] = true;
            }
            return isClosed;
        });
    }

    private static int end(byte[] marks) {
        int end = marks.length;
        while (end > 0 && marks[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private Map<Long, Held> held(LocalDate year, Object[] pupilIds) {
        Map<Long, Held> held = new HashMap<>();
        jdbc.sql("select pupil_id, marks, sent_by from attendance_year where year_from = :year and pupil_id = any(:pupils)")
                .param("year", year).param("pupils", new SqlArrayValue("bigint", pupilIds))
                .query(row -> {
                    held.put(row.getLong("pupil_id"), new Held(row.getBytes("marks"), row.getString("sent_by")));
                });
        return held;
    }

    private void write(LocalDate year, Changed changed) {
        if (changed.pupils().isEmpty()) {
            return;
        }
        jdbc.sql("""
                merge into attendance_year y using (
                    select * from unnest(cast(:pupils as bigint array), cast(:marks as bytea array), cast(:sentBy as varchar array))
                        as n(pupil_id, marks, sent_by)) n
                on y.pupil_id = n.pupil_id and y.year_from = :year
                when matched then update set marks = n.marks, sent_by = n.sent_by
                when not matched then insert (pupil_id, year_from, marks, sent_by) values (n.pupil_id, :year, n.marks, n.sent_by)""")
                .param("sentBy", new SqlArrayValue("varchar", changed.sentBy().toArray()))
                .param("pupils", new SqlArrayValue("bigint", changed.pupils().toArray()))
                .param("marks", new SqlArrayValue("bytea", (Object[]) changed.marks().toArray(byte[][]::new)))
                .param("year", year).update();
    }

    private void keep(long importId, LocalDate year, List<Replaced> replaced) {
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
