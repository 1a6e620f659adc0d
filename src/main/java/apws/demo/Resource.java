package apws.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** What lies on the class path, read. */
final class Resource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Resource() {
    }

    /** A YAML file. */
    static <T> T read(String path, Class<T> as) {
        try (var content = new ClassPathResource(path).getInputStream()) {
            return JSON.convertValue(new Yaml().load(content), as);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not readable", e);
        }
    }

    static JsonNode json(String path) {
        try (var content = new ClassPathResource(path).getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not readable", e);
        }
    }
}
