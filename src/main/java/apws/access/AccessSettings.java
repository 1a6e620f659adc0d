package apws.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param productName what the sign-in page calls the application
 * @param shortestPassword the fewest characters of a new password
 * @param longestSession after which people sign in again, however busy: an open Tasklist asks for its tasks all the time by itself
 * @param wrongPasswordsFree how many wrong passwords, from one address, cost no wait
 * @param firstDelay the wait after one more; each further one doubles it
 * @param longestDelay what no wait exceeds
 * @param wrongPasswordsForgottenAfter without another
 * @param largestCall the most that one call of the engine's REST API can bring, files apart
 * @param hostNames the names under which the application is reached; where there are any, it answers under no other
 * @param stages the stages of the procedure, each a list in Tasklist, in the words of the process variable of that name
 * @param stagesOfSchools those of them in which schools have tasks, and so see the list
 */
@ConfigurationProperties("apws.access")
public record AccessSettings(
        @DefaultValue("Attendance Intervention") String productName,
        @DefaultValue("" + USUAL_SHORTEST_PASSWORD) int shortestPassword,
        @DefaultValue("PT10H") Duration longestSession,
        @DefaultValue("3") int wrongPasswordsFree,
        @DefaultValue("PT2S") Duration firstDelay,
        @DefaultValue("PT15M") Duration longestDelay,
        @DefaultValue("P1D") Duration wrongPasswordsForgottenAfter,
        @DefaultValue("5MB") DataSize largestCall,
        @DefaultValue({}) List<String> hostNames,
        @DefaultValue({"Stage 1", "Stage 2", "Stage 3", "Stage 4", "Stage 5"}) List<String> stages,
        @DefaultValue({"Stage 1", "Stage 2"}) List<String> stagesOfSchools) {

    static final int USUAL_SHORTEST_PASSWORD = 12;
}
