package apws.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Camunda Form as deployed.
 *
 * @param id    the form's id, by which tasks refer to it and entries are kept
 * @param whole the form itself as a field, for what its own custom properties ask
 */
public record Form(String id, Field whole) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when it is no form that Tasklist can show, saying why */
    public static Form read(byte[] resource) {
        try {
            var json = JSON.readTree(resource);
            var id = json.path("id").asText("");
            if (id.isEmpty()) {
                throw new IllegalArgumentException("the form has no id");
            }
            return new Form(id, new Field(FieldType.GROUP, List.of(), json, children(json, List.of())));
        } catch (IOException e) {
            throw new IllegalArgumentException("the form is not readable JSON", e);
        }
    }

    List<Field> fields() {
        return whole.children();
    }

    /** Every component, the containers before what they hold. */
    public Stream<Field> all() {
        return below(whole, true);
    }

    /** Every component of a dynamic list's row. */
    static Stream<Field> ofRow(Field list) {
        return below(list, false);
    }

    /** The fields whose answers become process variables; none of them stands in a row. */
    public Stream<Field> routing() {
        return below(whole, false).filter(Field::routes);
    }

    private static Stream<Field> below(Field field, boolean rows) {
        return field.children().stream().flatMap(child -> Stream.concat(Stream.of(child),
                child.type() == FieldType.DYNAMICLIST && !rows ? Stream.of() : below(child, rows)));
    }

    private static List<Field> children(JsonNode container, List<String> path) {
        var fields = new ArrayList<Field>();
        for (var component : container.path("components")) {
            fields.add(field(component, path));
        }
        return List.copyOf(fields);
    }

    private static Field field(JsonNode component, List<String> around) {
        var name = component.path("type").asText("");
        var type = FieldType.named(name).orElseThrow(
                () -> new IllegalArgumentException("component '%s' has the type '%s', which Tasklist cannot show".formatted(
                        component.path("id").asText(component.path("key").asText("?")), name)));
        return switch (type) {
            case GROUP -> {
                var path = extended(around, component.path("path").asText(""));
                yield new Field(type, path, component, children(component, path));
            }
            case DYNAMICLIST -> new Field(type, extended(around, path(component, "path")), component, children(component, List.of()));
            default -> new Field(type, type.keyed() ? extended(around, path(component, "key")) : List.of(), component, List.of());
        };
    }

    private static String path(JsonNode component, String attribute) {
        var path = component.path(attribute).asText("");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("component '%s' of type %s has no %s".formatted(
                    component.path("id").asText("?"), component.path("type").asText(), attribute));
        }
        return path;
    }

    private static List<String> extended(List<String> path, String further) {
        if (further.isEmpty()) {
            return path;
        }
        var extended = new ArrayList<>(path);
        extended.addAll(List.of(further.split("\\.")));
        return List.copyOf(extended);
    }
}
