package apws.access;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The calls of the engine's REST API that are open, as they stand in {@code access/engine-calls.yaml}. */
@Component
class EngineCalls {

    private static final String TABLE = "access/engine-calls.yaml";

    private final List<EngineCall> all;

    EngineCalls() {
        try (var stated = new ClassPathResource(TABLE).getInputStream()) {
            all = new JsonMapper().convertValue(new Yaml().load(stated), Table.class).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " is not readable", e);
        }
    }

    /** Those with this method and path that these groups may make. */
    Stream<EngineCall> openTo(Set<String> groups, String method, String path) {
        return all.stream().filter(call -> call.method().equals(method) && call.path().matcher(path).matches() && call.isOpenTo(groups));
    }

    private record Table(Map<String, Set<String>> roles, List<Part> calls) {

        private List<EngineCall> lines() {
            return calls.stream().flatMap(part -> part.lines(roles)).collect(Collectors.toUnmodifiableList());
        }
    }

    private record Part(String to, String only, List<String> calls) {

        private Stream<EngineCall> lines(Map<String, Set<String>> roles) {
            return calls.stream().map(call -> EngineCall.of(call, roles.get(to), only == null ? null : EngineCall.Only.of(only)));
        }
    }
}
