package apws.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param productName what the sign-in page calls the application
 * @param shortestPassword the fewest characters of a new password
 * @param longestSession after which people sign in again, however busy: an open Tasklist asks for its tasks all the time by itself
 * @param stages the stages of the procedure, each a list in Tasklist, in the words of the process variable {@code stage}
 * @param stagesOfSchools those of them in which schools have tasks, and so see the list
 */
@ConfigurationProperties("apws.access")
record AccessSettings(
        @DefaultValue("Attendance Intervention") String productName,
        @DefaultValue("" + USUAL_SHORTEST_PASSWORD) int shortestPassword,
        @DefaultValue("PT10H") Duration longestSession,
        @DefaultValue({"Stage 1", "Stage 2", "Stage 3", "Stage 4", "Stage 5"}) List<String> stages,
        @DefaultValue({"Stage 1", "Stage 2"}) List<String> stagesOfSchools) {

    static final int USUAL_SHORTEST_PASSWORD = 12;
}
