package apws.letter;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The letters there are, by code. */
@Component
public class LetterKinds {

    private final Map<String, LetterKind> byCode = new LinkedHashMap<>();

    LetterKinds() {
        var mapper = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
        try (var stated = new ClassPathResource("letters/letters.yaml").getInputStream()) {
            var kinds = mapper.convertValue(new Yaml().load(stated), LetterKind[].class);
            Arrays.stream(kinds).forEach(kind -> byCode.put(kind.code(), kind));
        } catch (IOException e) {
            throw new UncheckedIOException("letters/letters.yaml is not readable", e);
        }
    }

    /** Every letter code, so that a diagram which names another can be refused. */
    public Set<String> codes() {
        return byCode.keySet();
    }

    /** What the letter is, such as {@code invitation to a meeting in school}; its code where there is no such letter any more. */
    public String nameOf(String code) {
        var kind = byCode.get(code);
        return kind == null ? code : kind.name();
    }

    LetterKind of(String code) {
        var kind = byCode.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("There is no letter %s; there are %s".formatted(code, String.join(", ", byCode.keySet())));
        }
        return kind;
    }
}
