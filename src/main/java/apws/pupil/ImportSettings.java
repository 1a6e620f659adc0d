package apws.pupil;

import java.time.LocalDate;
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
 */
@ConfigurationProperties("apws.imports")
public record ImportSettings(@DefaultValue Map<String, List<String>> headings, @DefaultValue(",") char separator,
                             @DefaultValue({"yyyy-MM-dd", "dd/MM/yyyy"}) List<String> dateFormats, @DefaultValue("AM") List<String> am,
                             @DefaultValue("PM") List<String> pm) {

    /** The column with this heading, or with another that is configured for it; capitals and spaces around it do not matter. */
    public Optional<Integer> column(List<String> headings, String name) {
        var accepted = this.headings.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        for (int column = 0; column < headings.size(); column++) {
            var heading = headings.get(column).strip();
            if (heading.equalsIgnoreCase(name) || accepted.stream().anyMatch(heading::equalsIgnoreCase)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Empty for what is no date, 30 February among it. */
    public Optional<LocalDate> date(String text) {
        for (var format : dateFormats) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), strict(format)));
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
