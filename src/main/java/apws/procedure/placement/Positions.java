package apws.procedure.placement;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The places at which a case already under way can be put. */
@Component
class Positions {

    private final List<Position> all;

    Positions() {
        try (var stated = new ClassPathResource("procedure/positions.yaml").getInputStream()) {
            all = List.of(new JsonMapper().convertValue(new Yaml().load(stated), Position[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("procedure/positions.yaml is not readable", e);
        }
    }

    List<Position> all() {
        return all;
    }

    Optional<Position> find(String stage, String step) {
        return all.stream().filter(position -> position.isCalled(stage, step)).findFirst();
    }

    /** {@code watch, meeting, plan} */
    String stepsOf(String stage) {
        return all.stream().filter(position -> position.stage().equalsIgnoreCase(stage)).map(Position::step).collect(Collectors.joining(", "));
    }
}
