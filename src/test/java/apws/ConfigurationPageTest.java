package apws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every setting that there is and no other, with the default that it has. */
class ConfigurationPageTest {

    private static final Pattern ROW = Pattern.compile("\\| `(apws\\.[a-z.-]+)` \\| ([^|]*) \\|");
    private static final Pattern ONE_VALUE = Pattern.compile("`([^`]+)`");
    private static final Map<String, String> STATED = new TreeMap<>();
    private static final Map<String, String> DEFAULTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        ROW.matcher(Files.readString(Path.of("docs/configuration.md"))).results().forEach(row -> STATED.put(row.group(1), row.group(2)));
        try (var metadata = ConfigurationPageTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (var property : new ObjectMapper().readTree(metadata).path("properties")) {
                if (!property.path("name").asText().startsWith("apws.demo.")) {
                    DEFAULTS.put(property.path("name").asText(), property.path("defaultValue").asText(""));
                }
            }
        }
    }

    @Test
    void everySettingStandsThereAndNoOther() {
        assertThat(STATED.keySet()).isEqualTo(DEFAULTS.keySet());
    }

    /** Where it is one value. */
    @Test
    void theDefaultIsTheOneThatTheSettingHas() {
        STATED.forEach((name, stated) -> {
            var value = ONE_VALUE.matcher(stated);
            if (value.matches()) {
                assertThat(value.group(1)).as(name).isEqualTo(DEFAULTS.get(name));
            }
        });
    }
}
