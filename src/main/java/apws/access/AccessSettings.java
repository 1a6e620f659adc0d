package apws.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param productName what the sign-in page calls the application
 * @param stages the stages of the procedure, each a list in Tasklist, in the words of the process variable {@code stage}
 * @param stagesOfSchools those of them in which schools have tasks, and so see the list
 */
@ConfigurationProperties("apws.access")
record AccessSettings(
        @DefaultValue("Attendance Intervention") String productName,
        @DefaultValue({"Stage 1", "Stage 2", "Stage 3", "Stage 4", "Stage 5"}) List<String> stages,
        @DefaultValue("Stage 1") List<String> stagesOfSchools) {
}
