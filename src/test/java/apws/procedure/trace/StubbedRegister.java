package apws.procedure.trace;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import apws.calendar.SchoolCalendar;
import apws.register.CodeMeaning;
import apws.register.Correction;
import apws.register.DatedMark;
import apws.register.Figures;
import apws.register.MarkKind;
import apws.register.Registers;
import apws.register.Session;
import apws.register.WeekFigures;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the registers hold, as a test says it: {@code attends(96.4).since("2026-11-02")} is two sessions each school day, of which that
 * share is attended; {@code attended(17).of(19).since("2026-11-02")} is exactly that for the period that begins on that day. What is missed
 * is missed without leave. Days of which nothing is said have no sessions. Which sessions were missed without leave is said beside that,
 * one by one: {@code missed("2026-10-05 AM", "O")}.
 */
class StubbedRegister {

    private record Count(int attended, int possible) {
    }

    private final Map<Long, TreeMap<LocalDate, Double>> rates = new HashMap<>();
    private final Map<Long, Map<LocalDate, Count>> counts = new HashMap<>();
    private final Map<Long, TreeMap<String, String>> missed = new HashMap<>();
    private final Map<Long, List<Correction>> corrected = new HashMap<>();
    private final SchoolCalendar calendar;

    StubbedRegister(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /** Nothing is said any more, and from now on the registers say what is. */
    void beSaidBy(Registers registers) {
        rates.clear();
        counts.clear();
        missed.clear();
        when(registers.figures(anyLong(), any(), any())).thenAnswer(asked ->
                figures(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
        doAnswer(asked -> {
            LocalDate on = asked.getArgument(1);
            return figures(asked.getArgument(0), calendar.schoolWeeksBack(on, 10), on);
        }).when(registers).rollingSchoolWeeks(anyLong(), any());
        when(registers.weeks(anyLong(), any(), any())).thenAnswer(asked ->
                weeks(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
        corrected.clear();
        when(registers.corrections(anyLong(), any(), any())).thenAnswer(asked -> corrected.getOrDefault(asked.<Long>getArgument(0), List.of())
                .stream().filter(one -> !one.date().isBefore(asked.getArgument(1)) && !one.date().isAfter(asked.getArgument(2))).toList());
        when(registers.codes(any())).thenReturn(List.of(new CodeMeaning("L", "late before the register closed"),
                new CodeMeaning("O", "absent without leave"), new CodeMeaning("N", "no reason yet")));
        when(registers.unauthorisedSessions(anyLong(), any(), any())).thenAnswer(asked ->
                withoutLeave(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
        when(registers.marks(anyLong(), any(), any())).thenAnswer(asked ->
                withoutLeave(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
    }

    /** @param session such as {@code 2026-10-05 AM} */
    void missed(long pupilId, String session, String code) {
        missed.computeIfAbsent(pupilId, id -> new TreeMap<>()).put(session, code);
    }

    /** The school's register has another mark for the session from now on. */
    void corrected(long pupilId, String session, String code, Instant at) {
        var old = missed.get(pupilId).put(session, code);
        corrected.computeIfAbsent(pupilId, id -> new ArrayList<>()).add(new Correction(LocalDate.parse(session.substring(0, 10)),
                Session.valueOf(session.substring(11)), old, code, at, 1));
    }

    private List<DatedMark> withoutLeave(long pupilId, LocalDate from, LocalDate to) {
        return missed.getOrDefault(pupilId, new TreeMap<>()).entrySet().stream()
                .map(of -> new DatedMark(LocalDate.parse(of.getKey().substring(0, 10)), Session.valueOf(of.getKey().substring(11)),
                        of.getValue(), MarkKind.UNAUTHORISED, "absent without leave"))
                .filter(mark -> !mark.date().isBefore(from) && !mark.date().isAfter(to)).toList();
    }

    void rate(long pupilId, LocalDate since, double percent) {
        rates.computeIfAbsent(pupilId, id -> new TreeMap<>()).put(since, percent);
    }

    void count(long pupilId, LocalDate since, int attended, int possible) {
        counts.computeIfAbsent(pupilId, id -> new HashMap<>()).put(since, new Count(attended, possible));
    }

    private Figures figures(long pupilId, LocalDate from, LocalDate to) {
        var exactly = counts.getOrDefault(pupilId, Map.of()).get(from);
        if (exactly != null) {
            return figures(from, to, to, exactly.possible(), exactly.attended());
        }
        var said = rates.getOrDefault(pupilId, new TreeMap<>());
        var sessions = new TreeMap<LocalDate, Integer>();
        var days = calendar.schoolDays(from, to).stream().filter(day -> said.floorKey(day) != null).toList();
        days.forEach(day -> sessions.merge(said.floorKey(day), 2, Integer::sum));
        int attended = sessions.entrySet().stream().mapToInt(of -> (int) Math.round(of.getValue() * said.get(of.getKey()) / 100)).sum();
        return figures(from, to, days.isEmpty() ? null : days.get(days.size() - 1), 2 * days.size(), attended);
    }

    private static Figures figures(LocalDate from, LocalDate to, LocalDate asAt, int possible, int attended) {
        return new Figures(from, to, asAt, possible, attended, 0, possible - attended, 0, 0);
    }

    private List<WeekFigures> weeks(long pupilId, LocalDate from, LocalDate to) {
        var weeks = new ArrayList<WeekFigures>();
        for (var monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)); !monday.isAfter(to); monday = monday.plusWeeks(1)) {
            var sunday = monday.plusDays(6);
            var figures = figures(pupilId, monday.isBefore(from) ? from : monday, sunday.isAfter(to) ? to : sunday);
            if (figures.possible() > 0) {
                weeks.add(new WeekFigures(monday, figures));
            }
        }
        return weeks;
    }
}
