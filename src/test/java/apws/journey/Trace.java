package apws.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happened, step by step, as a table that people read. */
final class Trace {

    private static final List<String> HEADINGS = List.of("date", "about", "task", "due", "who", "decided", "letters");

    private final List<List<String>> rows = new ArrayList<>();

    void add(String date, String about, String task, String due, String who, String decided, List<String> letters) {
        rows.add(List.of(date, about, task, due, who, decided, letters.isEmpty() ? "-" : String.join("; ", letters)));
    }

    /** Each step with one blank on either side of the bars, however wide the table is printed. */
    List<String> steps() {
        return rows.stream().map(row -> String.join(" | ", row)).toList();
    }

    @Override
    public String toString() {
        var all = new ArrayList<List<String>>();
        all.add(HEADINGS);
        all.addAll(rows);
        var widths = IntStream.range(0, HEADINGS.size())
                .map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow()).toArray();
        return all.stream().map(row -> IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | ")).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
