package apws.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * What somebody has before them.
 *
 * @param shown  what the form shows, by name
 * @param chance of this task
 */
record Situation(LocalDate today, JsonNode shown, Chance chance) {

    String text(String name) {
        return shown.path(name).asText("");
    }
}
