package apws.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a small file: each is read by the names of its columns, and rejected with the first thing that is wrong with it. A column that
 * the file does not have changes nothing of what is held; only where this class or the format says so does an empty field.
 */
public abstract class TextRows {

    protected final Rejections rejections;
    private final ImportSettings settings;
    private final List<String> required;
    private final Set<Integer> known = new HashSet<>();
    private List<String> headings;
    private String[] fields;
    private LocalDate today;

    protected TextRows(Rejections rejections, ImportSettings settings, String... required) {
        this.rejections = rejections;
        this.settings = settings;
        this.required = List.of(required);
    }

    public static class BadRow extends RuntimeException {
        public BadRow(String reason) {
            super(reason, null, false, false);
        }
    }

    /** @throws NotSuchAFile when these are not the headings of such a file */
    void begin(List<String> headings, LocalDate today) {
        var missing = required.stream().filter(name -> settings.column(headings, name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new NotSuchAFile("The file has no column %s; its headings are %s. Other headings are configured under apws.imports.headings."
                    .formatted(String.join(", ", missing), Rejections.shown(String.join(", ", headings))));
        }
        this.headings = headings;
        this.today = today;
    }

    /** The row that is read from now on. */
    void at(String[] fields) {
        this.fields = fields;
    }

    /** Says which columns nobody has asked for: a heading mistyped is a column that was not read. */
    void remarkColumnsNotRead() {
        var unread = new StringBuilder();
        for (int column = 0; column < headings.size(); column++) {
            if (!known.contains(column) && !headings.get(column).isEmpty()) {
                unread.append(unread.isEmpty() ? "" : ", ").append(Rejections.shown(headings.get(column)));
            }
        }
        if (!unread.isEmpty()) {
            rejections.remark("Columns that were not read: %s.".formatted(unread));
        }
    }

    private Optional<Integer> column(String name) {
        var column = settings.column(headings, name);
        column.ifPresent(known::add);
        return column;
    }

    protected boolean has(String name) {
        return column(name).isPresent();
    }

    protected LocalDate today() {
        return today;
    }

    /** On one line; empty where the file has no such column. */
    protected String text(String name) {
        var text = field(name);
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new BadRow(name + " goes on over a line end: is a quote missing?");
        }
        return text;
    }

    private String field(String name) {
        return column(name).map(column -> fields[column]).orElse("");
    }

    /** An empty field is empty; what is held where the file has no such column. */
    protected String text(String name, String held) {
        return has(name) ? text(name) : held;
    }

    /** What is held where the field is empty or the file has no such column. */
    protected String textOr(String name, String held) {
        return text(name).isEmpty() ? held : text(name);
    }

    protected String needed(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw new BadRow(name + " is empty");
        }
        return text;
    }

    /** Under which something is found again. */
    protected String key(String name) {
        var key = needed(name);
        if (key.length() > settings.limits().key()) {
            throw new BadRow("%s %s is longer than %d characters".formatted(name, Rejections.shown(key), settings.limits().key()));
        }
        return key;
    }

    protected String matching(String name, String pattern, String meant) {
        var text = needed(name);
        if (!text.matches(pattern)) {
            throw new BadRow("%s %s is not %s".formatted(name, Rejections.shown(text), meant));
        }
        return text;
    }

    /** One that can be: a year of two digits too few, or of a century too late, is mistyped. */
    protected LocalDate date(String name) {
        var text = needed(name);
        var date = settings.date(text).orElseThrow(() -> new BadRow("%s %s is not a date".formatted(name, Rejections.shown(text))));
        var earliest = today.minus(settings.limits().datesFrom());
        var latest = today.plus(settings.limits().datesTo());
        if (date.isBefore(earliest) || date.isAfter(latest)) {
            throw new BadRow("%s %s cannot be: it is not between %s and %s".formatted(name, Rejections.shown(text), earliest, latest));
        }
        return date;
    }

    protected LocalDate dateOrNull(String name) {
        return text(name).isEmpty() ? null : date(name);
    }

    /** An empty field is none; what is held where the file has no such column. */
    protected LocalDate dateOrNull(String name, LocalDate held) {
        return has(name) ? dateOrNull(name) : held;
    }

    /** Empty means no. */
    protected boolean yes(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1" -> true;
            case "", "n", "no", "false", "0" -> false;
            default -> throw new BadRow("%s %s is neither yes nor no".formatted(name, Rejections.shown(text(name))));
        };
    }

    /** Empty means no; what is held where the file has no such column. */
    protected boolean yes(String name, boolean held) {
        return has(name) ? yes(name) : held;
    }

    /** What protects somebody: an empty field leaves it as it is, only a no ends it. */
    protected boolean yesUntilNo(String name, boolean held) {
        return text(name).isEmpty() ? held : yes(name);
    }

    /** Lines within one field, separated by line ends or by {@code |}. */
    protected String lines(String name) {
        return Arrays.stream(field(name).split("[\r\n|]+")).map(Tidy::text).filter(line -> !line.isEmpty()).reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    protected String school(String name) {
        return matching(name, "[0-9]{7}", "seven digits");
    }

    protected String upn() {
        return upn("UPN");
    }

    protected String upn(String name) {
        return matching(name, "[A-Z][0-9]{11}[0-9A-Z]", "a unique pupil number");
    }
}
