package apws.procedure.gate;

import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the form of {@code gate-task.bpmn} shows. */
@TestConfiguration
public class GateFacts {

    @Bean
    @ForSchoolsToo
    FormFacts gateFacts() {
        return variables -> Map.of(
                "attendance", "93.2 %",
                "pupil", variables.get("pupilId"),
                "asAt", LocalDate.of(2026, 11, 20),
                "letters", List.of(Map.of("parent", "Ms A Moss"), Map.of("parent", "Mr B Moss")));
    }
}
