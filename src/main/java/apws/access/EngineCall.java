package apws.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of {@code access/engine-calls.yaml}: a call of the engine's REST API, to whom it is open, and under which condition.
 *
 * @param to   groups, with {@code school} for every school's; {@code *} for whoever is signed in
 * @param only null where nothing more is asked
 */
record EngineCall(String method, Pattern path, Set<String> to, Only only) {

    /** What a call is open for beyond being who one is; in the words of the table. */
    enum Only {
        FOR_ONESELF("for oneself"), ONES_OWN("one's own"), NOT_BY_VARIABLE("not by variable"), WITH_ONES_PASSWORD("with one's password");

        private final String inWords;

        Only(String inWords) {
            this.inWords = inWords;
        }

        static Only of(String words) {
            for (var only : values()) {
                if (only.inWords.equals(words)) {
                    return only;
                }
            }
            throw new IllegalArgumentException("Nothing is open only " + words);
        }
    }

    private static final String ANYBODY = "*";
    private static final String EVERY_SCHOOL = "school";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /**
     * @param call such as {@code GET /task/{task}}
     * @param only may be null
     */
    static EngineCall of(String call, Set<String> to, Only only) {
        var words = call.split(" ", 2);
        var path = words[1].replaceAll("[.]", "\\\\.")
                .replace("/**", "(?:/[^/]+)*")
                .replace("{id}", "(?:" + UUID + "|[^/:]+:[0-9]+:[^/:]+)")
                .replace("{key}", "[^/:]+")
                .replace("{name}", "[^/]+")
                .replace("{task}", "(?<task>" + UUID + ")")
                .replace("{me}", "(?<me>[^/]+)");
        return new EngineCall(words[0], Pattern.compile(path), to, only);
    }

    /** The task that the call is about, if it is about one. */
    Optional<String> task(String path) {
        return named("task", path);
    }

    /** Who the call is about, if it is for that person alone. */
    Optional<String> me(String path) {
        return named("me", path);
    }

    private Optional<String> named(String name, String path) {
        var found = this.path.matcher(path);
        return this.path.pattern().contains("(?<" + name + ">") && found.matches() ? Optional.of(found.group(name)) : Optional.empty();
    }

    /** A group as the table calls it. */
    boolean isOpenTo(Set<String> groups) {
        return to.contains(ANYBODY) || groups.stream()
                .anyMatch(group -> to.contains(group) || Roles.isOfSchool(group) && to.contains(EVERY_SCHOOL));
    }
}
