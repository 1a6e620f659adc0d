package apws.register;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** England's register codes, each on the dates on which it stood: the table is {@code register/marks.csv}. */
@Component
class MarkCodes {

    private final Mark[] byNumber = new Mark[Byte.MAX_VALUE + 1];
    private final Map<String, List<Mark>> byCode;

    MarkCodes() {
        var marks = read();
        for (var mark : marks) {
            if (mark.number() <= 0 || byNumber[mark.number()] != null) {
                throw new IllegalStateException("register/marks.csv: the number %d stands for two marks".formatted(mark.number()));
            }
            byNumber[mark.number()] = mark;
        }
        byCode = marks.stream().collect(Collectors.groupingBy(Mark::code));
    }

    Mark numbered(byte number) {
        return byNumber[number];
    }

    /** The number of D, at another school where the pupil is registered. */
    byte elsewhere() {
        return written(Mark.ELSEWHERE).get(0).number();
    }

    /** The marks, of whatever time, that are written so; empty for a string that is no mark. */
    List<Mark> written(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    Optional<Mark> on(LocalDate day, String code) {
        return written(code).stream().filter(mark -> mark.stoodOn(day)).findFirst();
    }

    /** In the order of the table. */
    List<Mark> on(LocalDate day) {
        return Arrays.stream(byNumber).filter(mark -> mark != null && mark.stoodOn(day)).toList();
    }

    /**
     * A day's marks written without a separator, as {@code "/\"} or {@code "C1I"}: the one way of reading them as that many codes that
     * stood on that day. Empty when there is none, or more than one: a guess would end in evidence.
     */
    Optional<List<Mark>> split(LocalDate day, String together, int marks) {
        var ways = new ArrayList<List<Mark>>();
        split(day, together, marks, List.of(), ways);
        return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
    }

    private void split(LocalDate day, String rest, int marks, List<Mark> before, List<List<Mark>> ways) {
        if (marks == 0) {
            if (rest.isEmpty()) {
                ways.add(before);
            }
            return;
        }
        for (int length = 1; length <= Math.min(2, rest.length()); length++) {
            var tail = rest.substring(length);
            on(day, rest.substring(0, length)).ifPresent(mark -> {
                var taken = new ArrayList<>(before);
                taken.add(mark);
                split(day, tail, marks - 1, taken, ways);
            });
        }
    }

    private static List<Mark> read() {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource("register/marks.csv").getInputStream(),
                StandardCharsets.UTF_8)) {
            return rows.stream().map(MarkCodes::mark).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Mark mark(NamedCsvRecord row) {
        return new Mark(Byte.parseByte(row.getField("number")), row.getField("code"), MarkKind.valueOf(row.getField("kind")),
                date(row.getField("from")), date(row.getField("to")), row.getField("meaning"));
    }

    private static LocalDate date(String field) {
        return field.isEmpty() ? null : LocalDate.parse(field);
    }
}
