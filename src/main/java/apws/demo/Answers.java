package apws.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * Who does which task in the demo authority and what they write there ({@code demo/answers.yaml}).
 *
 * @param everywhere what is said under a field's name on any form
 * @param tasks      by their id in the diagram; a task that is not named is left alone
 */
record Answers(Map<String, Object> everywhere, Map<String, OfTask> tasks) {

    /** Whose task it is: {@code OFFICER} is whoever has it. */
    enum By { LEAD, OFFICE, OFFICER, CHAIR, MANAGER, LEGAL }

    /**
     * @param after  so many days after it is to be looked at; 0 where nothing is said
     * @param waits  whether it is left alone where a story does not say when it is done
     * @param chance how many of the cases without a story it is done in, from 0 to 1; all where nothing is said
     * @param leaves how many outside stories are left undone, where the others are done as they come up
     * @param says   under the field's name
     */
    record OfTask(By by, int after, boolean waits, Double chance, int leaves, Map<String, Object> says) {

        OfTask {
            says = says == null ? Map.of() : says;
        }

        boolean done(Chance drawn) {
            return chance == null || drawn.of("done").within(chance);
        }
    }

    private record File(Map<String, Object> everywhere, @JsonProperty("by-task") Map<String, OfTask> byTask) {
    }

    static Answers written() {
        var file = Resource.read("demo/answers.yaml", File.class);
        return new Answers(file.everywhere(), file.byTask());
    }

    Optional<OfTask> of(String task) {
        return Optional.ofNullable(tasks.get(task));
    }
}
