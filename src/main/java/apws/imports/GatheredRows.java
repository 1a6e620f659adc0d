package apws.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a small file, tidied, whatever they are about; those that could not be stored or shown are rejected here. */
final class GatheredRows extends CsvRows {

    private final List<Row> gathered = new ArrayList<>();
    private List<String> headings;
    private String[] fields;
    private boolean tooLong;

    record Row(long line, String[] fields) {
    }

    GatheredRows(Rejections rejections, ImportSettings settings) {
        super(rejections, settings);
    }

    List<String> headings() {
        return headings;
    }

    List<Row> gathered() {
        return gathered;
    }

    @Override
    protected void headings(List<String> headings) {
        this.headings = headings;
        this.fields = new String[headings.size()];
    }

    @Override
    protected void field(int column, char[] text, int offset, int length) {
        tooLong |= length > settings.limits().field();
        fields[column] = tooLong ? "" : new String(text, offset, length);
    }

    @Override
    protected void row(long line) {
        var wrong = wrong();
        tooLong = false;
        if (wrong != null) {
            rejections.add(line, wrong);
            return;
        }
        if (gathered.size() == settings.limits().rows()) {
            throw new NotSuchAFile("The file has more than %d rows (apws.imports.limits.rows): send it in parts.".formatted(settings.limits().rows()));
        }
        gathered.add(new Row(line, Arrays.stream(fields).map(Tidy::text).toArray(String[]::new)));
    }

    private String wrong() {
        if (tooLong) {
            return "a field is longer than %d characters".formatted(settings.limits().field());
        }
        for (int column = 0; column < fields.length; column++) {
            if (fields[column].indexOf('\uFFFD') >= 0) {
                return "is not in UTF-8: save the file as \"CSV UTF-8\"";
            }
            if (Tidy.isUnstorable(fields[column])) {
                return headings.get(column) + " holds a character that cannot be stored, such as NUL";
            }
        }
        return null;
    }

    @Override
    protected void noRow() {
        tooLong = false;
    }
}
