package apws.pupil;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A small file: a row is read by the names of its columns, and rejected with the first thing that is wrong with it. */
public abstract class TextRows extends CsvRows {

    private final ImportSettings settings;
    private final List<String> required;
    private List<String> headings;
    private String[] fields;

    protected TextRows(Rejections rejections, ImportSettings settings, String... required) {
        super(rejections, settings.separator());
        this.settings = settings;
        this.required = List.of(required);
    }

    /** @throws BadRow when it cannot be taken */
    protected abstract void take();

    public static class BadRow extends RuntimeException {
        public BadRow(String reason) {
            super(reason, null, false, false);
        }
    }

    @Override
    protected void headings(List<String> headings) {
        var missing = required.stream().filter(name -> settings.column(headings, name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new NotSuchAFile("The file has no column %s; its headings are %s. Other headings are configured under apws.imports.headings."
                    .formatted(String.join(", ", missing), Rejections.shown(String.join(", ", headings))));
        }
        this.headings = headings;
        this.fields = new String[headings.size()];
    }

    @Override
    protected void field(int column, char[] text, int offset, int length) {
        fields[column] = new String(text, offset, length).strip();
    }

    @Override
    protected void row(long line) {
        try {
            if (Arrays.stream(fields).anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
                throw new BadRow("is not in UTF-8: save the file as \"CSV UTF-8\"");
            }
            take();
        } catch (BadRow bad) {
            rejections.add(line, bad.getMessage());
        }
    }

    @Override
    protected void noRow() {
        // the next row overwrites the fields
    }

    /** Empty where the file has no such column. */
    protected String text(String name) {
        return settings.column(headings, name).map(column -> fields[column]).orElse("");
    }

    protected String needed(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw new BadRow(name + " is empty");
        }
        return text;
    }

    protected String matching(String name, String pattern, String meant) {
        var text = needed(name);
        if (!text.matches(pattern)) {
            throw new BadRow("%s %s is not %s".formatted(name, Rejections.shown(text), meant));
        }
        return text;
    }

    protected LocalDate date(String name) {
        var text = needed(name);
        return settings.date(text).orElseThrow(() -> new BadRow("%s %s is not a date".formatted(name, Rejections.shown(text))));
    }

    protected LocalDate dateOrNull(String name) {
        return text(name).isEmpty() ? null : date(name);
    }

    /** Empty means no. */
    protected boolean yes(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1" -> true;
            case "", "n", "no", "false", "0" -> false;
            default -> throw new BadRow("%s %s is neither yes nor no".formatted(name, Rejections.shown(text(name))));
        };
    }

    /** Lines within one field, separated by line ends or by {@code |}. */
    protected String lines(String name) {
        return text(name).replaceAll("\\s*(\r\n|\r|\n|\\|)\\s*", "\n");
    }

    protected String school(String name) {
        return matching(name, "[0-9]{7}", "seven digits");
    }

    protected String upn() {
        return matching("UPN", "[A-Z][0-9]{11}[0-9A-Z]", "a unique pupil number");
    }
}
