package apws.register;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import apws.calendar.AcademicYear;
import apws.pupil.CsvRows;
import apws.pupil.ImportSettings;
import apws.pupil.NotSuchAFile;
import apws.pupil.Rejections;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a register, long ({@code UPN,Date,Session,Mark}) or wide (a row per pupil, a column per session headed {@code 2025-09-03 AM}, or per
 * day headed {@code 2025-09-03} with both marks), into a row of bytes per pupil and academic year. Nothing is stored yet.
 */
class RegisterRows extends CsvRows {

    /** Of distinct texts remembered per column: a sound register has some hundreds. */
    private static final int REMEMBERED = 10_000;

    private static final Day NO_DAY = new Day(null, null, 0, null, null);

    private final MarkCodes codes;
    private final ImportSettings settings;
    private final RegisterPupils pupils;
    private final LocalDate today;
    private final Map<LocalDate, byte[][]> years = new TreeMap<>();
    private final SliceMap<Day> days = new SliceMap<>();
    private final SliceMap<Session> sessions = new SliceMap<>();
    private final SliceMap<Written> marks = new SliceMap<>();

    private Layout layout;
    private RegisterPupils.OnRegister pupil;
    private String pupilText;

    RegisterRows(MarkCodes codes, ImportSettings settings, RegisterPupils pupils, LocalDate today, Rejections rejections) {
        super(rejections, settings.separator());
        this.codes = codes;
        this.settings = settings;
        this.pupils = pupils;
        this.today = today;
        settings.am().forEach(name -> session(name, Session.AM));
        settings.pm().forEach(name -> session(name, Session.PM));
    }

    /** For each academic year, by its first day, the marks of each pupil by place; null where the file has none. */
    Map<LocalDate, byte[][]> years() {
        return years;
    }

    /**
     * A day of the file.
     *
     * @param date          null for a text that is no date
     * @param unfit         why no mark can be held for it; null when one can
     * @param noSessionOnIt why no session was possible on it; null when one was
     */
    private record Day(LocalDate date, byte[][] year, int index, String unfit, String noSessionOnIt) {
    }

    /** A text in a mark's place: the marks, of whatever time, that are written so. */
    private record Written(String text, Mark[] marks) {
    }

    private interface Layout {
        void field(int column, char[] text, int offset, int length);

        void row(long line);
    }

    @Override
    protected void headings(List<String> headings) {
        int upn = settings.column(headings, "UPN").orElseThrow(() -> noRegister(headings, "no column UPN"));
        var date = settings.column(headings, "Date");
        var session = settings.column(headings, "Session");
        var mark = settings.column(headings, "Mark");
        if (date.isPresent() && session.isPresent() && mark.isPresent()) {
            layout = new LongLayout(upn, date.get(), session.get(), mark.get());
            return;
        }
        var wide = new WideLayout(upn, headings);
        if (wide.isEmpty()) {
            throw noRegister(headings, "neither the columns Date, Session and Mark nor a column for each session, such as 2025-09-03 AM");
        }
        layout = wide;
    }

    @Override
    protected void field(int column, char[] text, int offset, int length) {
        layout.field(column, text, offset, length);
    }

    @Override
    protected void row(long line) {
        layout.row(line);
    }

    @Override
    protected void noRow() {
        // the next row overwrites what was read
    }

    private static NotSuchAFile noRegister(List<String> headings, String missing) {
        return new NotSuchAFile("The file is not a register: it has %s; its headings are %s. Other headings are configured under apws.imports."
                .formatted(missing, Rejections.shown(String.join(", ", headings))));
    }

    private void pupil(char[] text, int offset, int length) {
        pupil = pupils.withUpn(text, offset, length);
        pupilText = pupil == null ? new String(text, offset, length) : null;
    }

    /** Whether the row is about a pupil that the sender may send marks of; if not, it is rejected. */
    private boolean pupilIsKnown(long line) {
        if (pupil == null) {
            rejections.add(line, unreadable("no pupil has the UPN ", pupilText));
            return false;
        }
        if (!pupil.mayBeSent()) {
            rejections.add(line, "a school not its own");
            return false;
        }
        return true;
    }

    /** Puts the mark into the pupil's year, unless the file contradicts itself. Returns why not, or null. */
    private String put(Day day, Session session, Mark mark) {
        var row = day.year()[pupil.place()];
        if (row == null) {
            row = new byte[MarkedYear.SESSIONS];
            day.year()[pupil.place()] = row;
        }
        int index = day.index() + session.ordinal();
        if (row[index] == 0) {
            row[index] = mark.number();
        } else if (row[index] != mark.number()) {
            return "an earlier line has another mark for this session, " + codes.numbered(row[index]).code();
        }
        return null;
    }

    /** The mark that this text was on that day; null for none. */
    private static Mark stood(Written written, LocalDate day) {
        for (var mark : written.marks()) {
            if (mark.stoodOn(day)) {
                return mark;
            }
        }
        return null;
    }

    private static String unfit(Day day, Mark mark) {
        return day.unfit() == null && mark.kind().possible ? day.noSessionOnIt() : day.unfit();
    }

    private String noMark(Written written, LocalDate day) {
        if (written.text().isEmpty()) {
            return "has no mark";
        }
        return unreadable(written.marks().length == 0 ? "there is no mark " : "on %s there was no mark ".formatted(day), written.text());
    }

    private static String unreadable(String reason, String text) {
        return text.indexOf('\uFFFD') >= 0 ? "is not in UTF-8: save the file as \"CSV UTF-8\"" : reason + Rejections.shown(text);
    }

    private Day day(LocalDate date) {
        var year = AcademicYear.of(date).first();
        var weekday = date.getDayOfWeek();
        return new Day(date, years.computeIfAbsent(year, first -> new byte[pupils.size()][]), MarkedYear.index(year, date, Session.AM),
                date.isAfter(today) ? date + " is in the future" : null,
                weekday == SATURDAY ? date + " is a Saturday" : weekday == SUNDAY ? date + " is a Sunday" : null);
    }

    private Written written(char[] text, int offset, int length) {
        var known = marks.get(text, offset, length);
        if (known != null) {
            return known;
        }
        var asIs = new String(text, offset, length);
        var written = new Written(asIs.strip(), codes.written(asIs.strip()).toArray(Mark[]::new));
        if (marks.size() < REMEMBERED) {
            marks.put(asIs, written);
        }
        return written;
    }

    private void session(String name, Session session) {
        sessions.put(name, session);
        sessions.put(name.toLowerCase(Locale.ROOT), session);
        sessions.put(name.toUpperCase(Locale.ROOT), session);
    }

    /** A row per mark. */
    private final class LongLayout implements Layout {

        private final int upn;
        private final int dateColumn;
        private final int sessionColumn;
        private final int markColumn;
        private Day day;
        private Session session;
        private Written written;
        private String unknown;

        LongLayout(int upn, int dateColumn, int sessionColumn, int markColumn) {
            this.upn = upn;
            this.dateColumn = dateColumn;
            this.sessionColumn = sessionColumn;
            this.markColumn = markColumn;
        }

        @Override
        public void field(int column, char[] text, int offset, int length) {
            if (column == upn) {
                unknown = null;
                pupil(text, offset, length);
            } else if (column == dateColumn) {
                day = days.get(text, offset, length);
                if (day == null) {
                    day = read(new String(text, offset, length));
                }
            } else if (column == sessionColumn) {
                session = sessions.get(text, offset, length);
                if (session == null) {
                    unknown = new String(text, offset, length);
                }
            } else if (column == markColumn) {
                written = written(text, offset, length);
            }
        }

        @Override
        public void row(long line) {
            if (!pupilIsKnown(line)) {
                return;
            }
            var wrong = wrong();
            if (wrong != null) {
                rejections.add(line, wrong);
            }
        }

        private String wrong() {
            if (day.date() == null) {
                return "has no date that there is";
            }
            if (session == null) {
                return unreadable("there is no session ", unknown);
            }
            var mark = stood(written, day.date());
            if (mark == null) {
                return noMark(written, day.date());
            }
            var unfit = unfit(day, mark);
            return unfit == null ? put(day, session, mark) : unfit;
        }

        private Day read(String text) {
            var day = settings.date(text).map(RegisterRows.this::day).orElse(NO_DAY);
            if (days.size() < REMEMBERED) {
                days.put(text, day);
            }
            return day;
        }
    }

    /** A row per pupil. */
    private final class WideLayout implements Layout {

        private final int upn;
        private final Column[] columns;
        private final Written[] cells;

        /** {@code session} is null for a whole day's column. */
        private record Column(String heading, Day day, Session session) {
        }

        WideLayout(int upn, List<String> headings) {
            this.upn = upn;
            this.columns = headings.stream().map(this::column).toArray(Column[]::new);
            this.cells = new Written[columns.length];
        }

        boolean isEmpty() {
            return Arrays.stream(columns).allMatch(column -> column == null || column.day() == NO_DAY);
        }

        @Override
        public void field(int column, char[] text, int offset, int length) {
            if (column == upn) {
                pupil(text, offset, length);
            } else if (columns[column] != null) {
                cells[column] = written(text, offset, length);
            }
        }

        @Override
        public void row(long line) {
            if (!pupilIsKnown(line)) {
                return;
            }
            for (int column = 0; column < columns.length; column++) {
                if (columns[column] != null && !cells[column].text().isEmpty()) {
                    var wrong = columns[column].session() == null ? wrongDay(columns[column], cells[column])
                            : wrong(columns[column], cells[column]);
                    if (wrong != null) {
                        rejections.add(line, columns[column].heading() + ": " + wrong);
                    }
                }
            }
        }

        private String wrong(Column column, Written cell) {
            if (column.day() == NO_DAY) {
                return "is no date that there is";
            }
            var mark = stood(cell, column.day().date());
            return mark == null ? noMark(cell, column.day().date()) : put(column, column.session(), mark);
        }

        private String wrongDay(Column column, Written cell) {
            var both = codes.split(column.day().date(), cell.text(), Session.values().length);
            if (both.isEmpty()) {
                return unreadable("these cannot be told apart as a morning's and an afternoon's mark: ", cell.text());
            }
            var morning = put(column, Session.AM, both.get().get(0));
            var afternoon = put(column, Session.PM, both.get().get(1));
            return morning == null ? afternoon : morning;
        }

        private String put(Column column, Session session, Mark mark) {
            var unfit = unfit(column.day(), mark);
            return unfit == null ? RegisterRows.this.put(column.day(), session, mark) : unfit;
        }

        /** Null for a column that holds no marks. */
        private Column column(String heading) {
            int space = Math.max(heading.lastIndexOf(' '), heading.lastIndexOf('_'));
            if (space > 0) {
                var name = heading.substring(space + 1).toCharArray();
                var session = sessions.get(name, 0, name.length);
                var date = heading.substring(0, space);
                if (session != null && Character.isDigit(date.charAt(0))) {
                    return new Column(heading, settings.date(date).map(RegisterRows.this::day).orElse(NO_DAY), session);
                }
            }
            return settings.date(heading).map(date -> new Column(heading, day(date), null)).orElse(null);
        }
    }
}
