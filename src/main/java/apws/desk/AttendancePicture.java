package apws.desk;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Plan;
import apws.register.DatedMark;
import apws.register.MarkKind;
import apws.register.Session;
import apws.register.WeekFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pupil's school year as two drawings, in units of their own: every session as a square, a column a week, and the weeks' attendance as a line
 * beside the bands and the plan. Each has the same in a table behind it.
 */
final class AttendancePicture {

    private static final int COLUMN = 15;
    private static final int ROW = 14;
    private static final int LEFT = 34;
    private static final int TOP = 18;
    private static final int SCHOOL_DAYS = 5;
    private static final int LINE_HEIGHT = 120;
    /** Persistently absent below, severely absent below: in per cent attended. */
    private static final List<Integer> BANDS = List.of(90, 50);

    /** A square of the year; {@code kind} gives its colour. */
    record Square(int x, int y, int width, int height, String kind, String says) {
    }

    record Label(int x, int y, String text) {
    }

    /** A line across at so many per cent, or down on a day. */
    record Rule(int x1, int y1, int x2, int y2, String kind, String says) {
    }

    record Week(String from, int possible, int attended, int authorised, int unauthorised, String percent) {
    }

    private final SchoolCalendar calendar;
    private final LocalDate first;
    private final LocalDate today;
    private final List<WeekFigures> weeks;
    private final List<DatedMark> marks;
    private final @Nullable Plan plan;

    AttendancePicture(SchoolCalendar calendar, LocalDate first, List<DatedMark> marks, List<WeekFigures> weeks, @Nullable Plan plan) {
        this.calendar = calendar;
        this.today = calendar.today();
        this.first = first.with(previousOrSame(MONDAY));
        this.marks = marks;
        this.weeks = weeks;
        this.plan = plan;
    }

    public int width() {
        return LEFT + COLUMN * (column(today) + 1) + 4;
    }

    public int yearHeight() {
        return TOP + SCHOOL_DAYS * ROW + 2;
    }

    public int lineHeight() {
        return LINE_HEIGHT + TOP;
    }

    /** Days without school first, then every session that has a mark. */
    public List<Square> squares() {
        var squares = new ArrayList<Square>();
        for (var day = first; !day.isAfter(today); day = day.plusDays(1)) {
            var here = day;
            if (row(day) < SCHOOL_DAYS) {
                calendar.withoutSchool(day).ifPresent(why ->
                        squares.add(new Square(x(here), y(here), COLUMN - 2, ROW - 2, "closed", Days.withWeekday(here) + ": " + why)));
            }
        }
        marks.stream().filter(mark -> row(mark.date()) < SCHOOL_DAYS).forEach(mark -> squares.add(square(mark)));
        return squares;
    }

    private Square square(DatedMark mark) {
        int half = (COLUMN - 2) / 2;
        return new Square(x(mark.date()) + (mark.session() == Session.AM ? 0 : half + 1), y(mark.date()), half, ROW - 2, kind(mark.kind()),
                "%s, %s: %s".formatted(Days.withWeekday(mark.date()), mark.session().inWords(), mark.meaning()));
    }

    private static String kind(MarkKind kind) {
        return switch (kind) {
            case PRESENT -> "present";
            case APPROVED -> "approved";
            case AUTHORISED -> "authorised";
            case UNAUTHORISED -> "unauthorised";
            case NOT_POSSIBLE -> "none";
        };
    }

    public List<Label> months() {
        var months = new ArrayList<Label>();
        for (var month = first.withDayOfMonth(1).plusMonths(1); !month.isAfter(today); month = month.plusMonths(1)) {
            months.add(new Label(x(month), TOP - 6, month.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK)));
        }
        return months;
    }

    /** The line as an SVG path, broken where a week had no school. */
    public String line() {
        var path = new StringBuilder();
        LocalDate before = null;
        for (var week : weeks) {
            path.append(before != null && before.plusWeeks(1).equals(week.monday()) ? " L" : " M")
                    .append(x(week.monday()) + COLUMN / 2).append(' ').append(height(percent(week)));
            before = week.monday();
        }
        return path.toString().strip();
    }

    public List<Square> points() {
        return weeks.stream().map(week -> new Square(x(week.monday()) + COLUMN / 2, height(percent(week)), 0, 0, "point",
                "Week of %s: %s".formatted(Days.inWords(week.monday()), week.figures().shown()))).toList();
    }

    public List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        BANDS.forEach(band -> rules.add(new Rule(LEFT, height(BigDecimal.valueOf(band)), width(), height(BigDecimal.valueOf(band)), "band", band + " %")));
        if (plan != null && !plan.startOn().isBefore(first) && !plan.startOn().isAfter(today)) {
            int start = x(plan.startOn());
            rules.add(new Rule(start, TOP, start, lineHeight(), "plan", "plan"));
            rules.add(new Rule(start, height(plan.target()), width(), height(plan.target()), "target",
                    "target " + plan.target().stripTrailingZeros().toPlainString() + " %"));
        }
        return rules;
    }

    /** The newest week first. */
    public List<Week> table() {
        var table = new ArrayList<Week>();
        weeks.forEach(week -> table.add(0, new Week(Days.inWords(week.monday()), week.figures().possible(), week.figures().attended(),
                week.figures().authorised(), week.figures().unauthorised(), week.figures().shown())));
        return table;
    }

    private static BigDecimal percent(WeekFigures week) {
        return week.figures().attendance();
    }

    private static int height(BigDecimal percent) {
        return TOP + LINE_HEIGHT - percent.multiply(BigDecimal.valueOf(LINE_HEIGHT)).intValue() / 100;
    }

    private int column(LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(first, day.with(previousOrSame(MONDAY)));
    }

    private static int row(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }

    private int x(LocalDate day) {
        return LEFT + COLUMN * column(day);
    }

    private static int y(LocalDate day) {
        return TOP + ROW * row(day);
    }
}
