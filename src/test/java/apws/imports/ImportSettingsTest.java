package apws.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ImportSettingsTest {

    @Test
    void find_a_column_by_our_heading_or_another_that_is_configured() {
        var settings = settings("apws.imports.headings.upn[0]", "Unique Pupil Number", "apws.imports.headings.mark[0]", "Code");
        assertThat(settings.column(List.of("Name", " unique pupil number "), "UPN")).contains(1);
        assertThat(settings.column(List.of("upn", "CODE"), "UPN")).contains(0);
        assertThat(settings.column(List.of("upn", "CODE"), "Mark")).contains(1);
        assertThat(settings.column(List.of("upn", "CODE"), "Session")).isEmpty();
    }

    @Test
    void read_dates_as_configured_and_never_one_that_there_is_not() {
        var usual = settings("apws.imports.separator", ",");
        assertThat(usual.date("2025-09-03")).contains(LocalDate.of(2025, 9, 3));
        assertThat(usual.date(" 03/09/2025 ")).contains(LocalDate.of(2025, 9, 3));
        for (var none : List.of("2025-02-30", "31/04/2025", "9/3/2025", "2025-9-3", "3 Sept", "")) {
            assertThat(usual.date(none)).as(none).isEmpty();
        }
        assertThat(settings("apws.imports.date-formats[0]", "d MMM yyyy").date("3 Sept 2025")).contains(LocalDate.of(2025, 9, 3));
    }

    private static ImportSettings settings(String... properties) {
        var source = new MapConfigurationPropertySource();
        for (int i = 0; i < properties.length; i += 2) {
            source.put(properties[i], properties[i + 1]);
        }
        return new Binder(source).bind("apws.imports", ImportSettings.class).get();
    }
}
