package apws.letter;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The law by date, for letters. */
@Component
class Laws {

    private final List<Law> all;

    @Autowired
    Laws() {
        var mapper = JsonMapper.builder().findAndAddModules().build();
        try (var stated = new ClassPathResource("letters/law.yaml").getInputStream()) {
            all = List.of(mapper.convertValue(new Yaml().load(stated), Law[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("letters/law.yaml is not readable", e);
        }
    }

    Laws(List<Law> all) {
        this.all = all;
    }

    /** The newest that had begun on {@code day}. */
    Law on(LocalDate day) {
        return all.stream().filter(law -> !law.from().isAfter(day)).max(Comparator.comparing(Law::from))
                .orElseThrow(() -> new IllegalStateException("letters/law.yaml says nothing of " + day));
    }
}
