package apws.imports;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the schools' systems write their files.
 *
 * @param headings    further names of a column, by the one this application uses: {@code upn: [Unique Pupil Number]}
 * @param separator   between fields
 * @param dateFormats as {@code yyyy-MM-dd}; the first that fits is taken
 * @param am          how the morning session is called
 * @param pm          how the afternoon session is called
 * @param limits      what is put up with in one file
 */
@ConfigurationProperties("apws.imports")
public record ImportSettings(@DefaultValue Map<String, List<String>> headings, @DefaultValue(",") char separator,
                             @DefaultValue({"yyyy-MM-dd", "dd/MM/yyyy"}) List<String> dateFormats, @DefaultValue("AM") List<String> am,
                             @DefaultValue("PM") List<String> pm, @DefaultValue Limits limits) {

    /**
     * So that no file, sent by mistake or otherwise, stops the service for everybody else.
     *
     * @param columns   of a row
     * @param field     characters of a field
     * @param key       characters of a name under which something is found again, such as a parent's reference
     * @param rows      of a file of pupils, parents and the like, which is held whole; registers have no such limit
     * @param years     academic years in one register
     * @param rejected  rows that are rejected before the whole file is
     * @param datesFrom how long ago a date in a file can be: before that it was mistyped
     * @param datesTo   how far ahead a date in a file can be
     * @param marksFrom how long ago a mark can be
     */
    public record Limits(@DefaultValue("1000") int columns, @DefaultValue("4000") int field, @DefaultValue("100") int key,
                         @DefaultValue("200000") int rows, @DefaultValue("5") int years, @DefaultValue("200000") long rejected,
                         @DefaultValue("P30Y") Period datesFrom, @DefaultValue("P10Y") Period datesTo,
                         @DefaultValue("P15Y") Period marksFrom) {
    }

    /**
     * The column with this heading, or with another that is configured for it; capitals and spaces around it do not matter.
     *
     * @throws NotSuchAFile for two such columns
     */
    public Optional<Integer> column(List<String> headings, String name) {
        var accepted = this.headings.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().map(Tidy::text).toList();
        Integer found = null;
        for (int column = 0; column < headings.size(); column++) {
            var heading = Tidy.text(headings.get(column));
            if (heading.equalsIgnoreCase(name) || accepted.stream().anyMatch(heading::equalsIgnoreCase)) {
                if (found != null) {
                    throw new NotSuchAFile("The file has two columns %s: \"%s\" and \"%s\". Leave one out.".formatted(name, headings.get(found), heading));
                }
                found = column;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Empty for what is no date, 30 February among it. */
    public Optional<LocalDate> date(String text) {
        for (var format : dateFormats) {
            try {
                return Optional.of(LocalDate.parse(Tidy.text(text), strict(format)));
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Year-of-era would need an era to be strict about. */
    private static DateTimeFormatter strict(String format) {
        return DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.UK).withResolverStyle(ResolverStyle.STRICT);
    }
}
