package apws.register;

import apws.calendar.AcademicYear;
import apws.imports.CsvRows;
import apws.imports.ImportSettings;
import apws.imports.NotSuchAFile;
import apws.imports.Rejections;
import apws.imports.Tidy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a register, long ({@code UPN,Date,Session,Mark}) or wide (a row per pupil, a column per session headed {@code 2025-09-03 AM}, or per
 * day headed {@code 2025-09-03} with both marks), into a row of bytes per pupil and academic year. Nothing is stored yet.
 */
class RegisterRows extends CsvRows {

    /** Of distinct texts remembered per column: a sound register has some hundreds. */
    private static final int REMEMBERED = 10_000;

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";

    /** A heading of a day or a session, in whatever way it is written: one that is not understood is not taken for a column of something else. */
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d ?[-./ ] ?\\d|\\d{6}|\\d\\W*(st|nd|rd|th)?\\W*" + MONTH + "|" + MONTH + "\\W*\\d",
            Pattern.CASE_INSENSITIVE);

    private static final Day NO_DAY = new Day(null, null, 0, null, null);

    private final MarkCodes codes;
    private final RegisterPupils pupils;
    private final OpenDays openDays;
    private final LocalDate today;
    private final LocalDate earliest;
    private final Map<LocalDate, byte[][]> years = new TreeMap<>();
    private final SliceMap<Day> days = new SliceMap<>();
    private final SliceMap<Session> sessions = new SliceMap<>();
    private final SliceMap<Written> marks = new SliceMap<>();

    private final byte elsewhere;
    private Layout layout;
    private RegisterPupils.OnRegister pupil;
    private String pupilText;

    RegisterRows(MarkCodes codes, ImportSettings settings, RegisterPupils pupils, OpenDays openDays, LocalDate today, Rejections rejections) {
        super(rejections, settings);
        this.codes = codes;
        this.pupils = pupils;
        this.openDays = openDays;
        this.today = today;
        this.elsewhere = codes.elsewhere();
        this.earliest = today.minus(settings.limits().marksFrom());
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
     * @param closed why a mark on it counts only where the school was open all the same; null on a school day
     */
    private record Day(LocalDate date, byte[][] year, int index, String unfit, String closed) {
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
        if (pupil == null) {
            pupilText = Tidy.text(new String(text, offset, Math.min(length, settings.limits().field())));
            pupil = pupils.withUpn(pupilText.toCharArray(), 0, pupilText.length());
        }
    }

    /** Null for what is none. */
    private Session session(char[] text, int offset, int length) {
        var session = sessions.get(text, offset, length);
        if (session != null || length > settings.limits().field()) {
            return session;
        }
        var tidy = Tidy.text(new String(text, offset, length)).toCharArray();
        return sessions.get(tidy, 0, tidy.length);
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

    /**
     * Puts the mark into the pupil's year, unless the file contradicts itself. A D, at another school where the pupil is registered, gives way
     * to that school's mark. Returns why not, or null.
     */
    private String put(Day day, Session session, Mark mark) {
        if (!pupil.mayBeSent(day.date())) {
            return "%s was at a school not its own".formatted(day.date());
        }
        var row = day.year()[pupil.place()];
        if (row == null) {
            row = new byte[MarkedYear.SESSIONS];
            day.year()[pupil.place()] = row;
        }
        int index = day.index() + session.ordinal();
        if (row[index] == 0 || row[index] == elsewhere) {
            row[index] = mark.number();
        } else if (row[index] != mark.number() && mark.number() != elsewhere) {
            return "an earlier line has another mark for this session, " + codes.numbered(row[index]).code();
        }
        return day.closed() == null || !mark.kind().possible || openDays.isOpen(pupil.id(), pupil.school(), day.date()) ? null : day.closed();
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

    private String noMark(Written written, LocalDate day) {
        if (written.text().isEmpty()) {
            return "has no mark";
        }
        return unreadable(written.marks().length == 0 ? "there is no mark " : "on %s there was no mark ".formatted(day), written.text());
    }

    private static String unreadable(String reason, String text) {
        return text.indexOf('\uFFFD') >= 0 ? "is not in UTF-8: save the file as \"CSV UTF-8\"" : reason + Rejections.shown(text);
    }

    /** @throws NotSuchAFile when there are more years than are held at once */
    private Day day(LocalDate date) {
        if (date.isBefore(earliest)) {
            return new Day(date, null, 0, "the date %s cannot be: it is before %s".formatted(date, earliest), null);
        }
        if (date.isAfter(today)) {
            return new Day(date, null, 0, date + " is in the future", null);
        }
        var year = AcademicYear.of(date).first();
        if (years.size() == settings.limits().years() && !years.containsKey(year)) {
            throw new NotSuchAFile("The file has marks of more than %d school years (apws.imports.limits.years): send each in a file of its own."
                    .formatted(settings.limits().years()));
        }
        return new Day(date, years.computeIfAbsent(year, first -> new byte[pupils.size()][]), MarkedYear.index(year, date, Session.AM), null,
                openDays.kindOfClosed(date).map(kind -> "%s is %s: kept, and counted once the school has said that it was open".formatted(date,
                        kind.startsWith("S") ? "a " + kind : kind)).orElse(null));
    }

    private Written written(char[] text, int offset, int length) {
        var known = marks.get(text, offset, length);
        if (known != null) {
            return known;
        }
        var asIs = new String(text, offset, Math.min(length, settings.limits().field()));
        var tidy = Tidy.text(asIs);
        var written = new Written(tidy, codes.written(tidy).toArray(Mark[]::new));
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
                    day = read(new String(text, offset, Math.min(length, settings.limits().field())));
                }
            } else if (column == sessionColumn) {
                session = session(text, offset, length);
                if (session == null) {
                    unknown = Tidy.text(new String(text, offset, Math.min(length, settings.limits().field())));
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
            if (day.unfit() != null) {
                return day.unfit();
            }
            if (session == null) {
                return unreadable("there is no session ", unknown);
            }
            var mark = stood(written, day.date());
            if (mark == null) {
                return noMark(written, day.date());
            }
            return put(day, session, mark);
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
            return Arrays.stream(columns).allMatch(column -> column == null || column.day() == NO_DAY || column.day().unfit() != null);
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
                if (columns[column] != null && columns[column].day() != NO_DAY && !cells[column].text().isEmpty()) {
                    var wrong = columns[column].session() == null ? wrongDay(columns[column], cells[column])
                            : wrong(columns[column], cells[column]);
                    if (wrong != null) {
                        rejections.add(line, columns[column].heading() + ": " + wrong);
                    }
                }
            }
        }

        private String wrong(Column column, Written cell) {
            if (column.day().unfit() != null) {
                return column.day().unfit();
            }
            var mark = stood(cell, column.day().date());
            return mark == null ? noMark(cell, column.day().date()) : put(column.day(), column.session(), mark);
        }

        private String wrongDay(Column column, Written cell) {
            if (column.day().unfit() != null) {
                return column.day().unfit();
            }
            var both = codes.split(column.day().date(), cell.text(), Session.values().length);
            if (both.isEmpty()) {
                return unreadable("these cannot be told apart as a morning's and an afternoon's mark: ", cell.text());
            }
            var morning = put(column.day(), Session.AM, both.get().get(0));
            var afternoon = put(column.day(), Session.PM, both.get().get(1));
            return morning == null ? afternoon : morning;
        }

        /** Null for a column that holds no marks, or whose day cannot be told: that is said. */
        private Column column(String heading) {
            int space = Math.max(heading.lastIndexOf(' '), heading.lastIndexOf('_'));
            if (space > 0) {
                var session = session(heading.toCharArray(), space + 1, heading.length() - space - 1);
                var date = heading.substring(0, space);
                if (session != null && Character.isDigit(date.charAt(0))) {
                    return new Column(heading, settings.date(date).map(RegisterRows.this::day).orElseGet(() -> unread(heading)), session);
                }
            }
            var date = settings.date(heading);
            if (date.isEmpty() && LIKE_A_DATE.matcher(heading).find()) {
                unread(heading);
            }
            return date.map(day -> new Column(heading, day(day), null)).orElse(null);
        }

        private Day unread(String heading) {
            rejections.add(1, "the column %s was not read: its heading is no date as configured under apws.imports.date-formats"
                    .formatted(Rejections.shown(heading)));
            return NO_DAY;
        }
    }
}
