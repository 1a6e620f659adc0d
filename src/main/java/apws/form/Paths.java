package apws.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers by their place in an entry. */
final class Paths {

    private Paths() {
    }

    static Object get(Map<String, Object> data, List<String> path) {
        Object found = data;
        for (var step : path) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(step);
        }
        return found;
    }

    /** Whether there is something at that place, be it null. */
    static boolean has(Map<String, Object> data, List<String> path) {
        var last = path.size() - 1;
        return get(data, path.subList(0, last)) instanceof Map<?, ?> map && map.containsKey(path.get(last));
    }

    static void put(Map<String, Object> data, List<String> path, Object value) {
        var map = data;
        for (var step : path.subList(0, path.size() - 1)) {
            map = asMap(map.compute(step, (key, inner) -> inner instanceof Map<?, ?> ? inner : new LinkedHashMap<String, Object>()));
        }
        map.put(path.get(path.size() - 1), value);
    }

    /** A copy that can be changed at every depth. */
    static Map<String, Object> copy(Map<String, Object> data) {
        var copy = new LinkedHashMap<String, Object>();
        data.forEach((key, value) -> copy.put(key, copy(value)));
        return copy;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(Paths.asMap(map));
        }
        // a list may hold null, which the immutable lists do not take
        return value instanceof List<?> list ? list.stream().map(Paths::copy).collect(Collectors.toList()) : value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object map) {
        return (Map<String, Object>) map;
    }
}
