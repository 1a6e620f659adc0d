package apws.procedure.facts;

import apws.legal.SessionKey;
import apws.procedure.form.FormFacts;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What used amended marks, for each use to be reviewed by those whose it is. */
@Configuration(proxyBeanMethods = false)
class MarkUseFacts {

    private final MarkUses uses;

    MarkUseFacts(MarkUses uses) {
        this.uses = uses;
    }

    @Bean
    FormFacts markUsesInLettersAndNotices() {
        return variables -> Map.of("uses", uses.ofLettersAndNotices(CaseFacts.reference(variables), CaseFacts.pupilId(variables),
                amended(variables)));
    }

    @Bean
    FormFacts markUsesInProsecutions() {
        return variables -> Map.of("uses", uses.ofProsecutions(CaseFacts.pupilId(variables), amended(variables)));
    }

    private static List<SessionKey> amended(Map<String, Object> variables) {
        return ((List<?>) variables.get("amendedSessions")).stream().map(session -> SessionKey.parse(session.toString())).toList();
    }
}
