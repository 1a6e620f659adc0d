package apws.procedure.casework;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What whoever is signed in can begin about a case by hand. */
@Component
public class StartsOfCase {

    /** Those whose start form asks for the case, in the order in which they are offered; the first few also once it has ended. */
    private static final List<String> ANY_CASE = List.of("record-mark-dispute", "report-returned-letter", "record-appeal");
    private static final List<String> OPEN_CASE = List.of("record-contact", "record-mark-dispute", "report-returned-letter", "notice-to-improve",
            "penalty-notice", "withdraw-case", "reallocate-case", "declare-conflict", "put-case-back", "record-appeal");

    private final RepositoryService diagrams;

    StartsOfCase(RepositoryService diagrams) {
        this.diagrams = diagrams;
    }

    /** A process by its key and its name. */
    public record Start(String process, String name) {
    }

    public List<Start> of(boolean open) {
        var offered = open ? OPEN_CASE : ANY_CASE;
        var theirs = diagrams.createProcessDefinitionQuery().processDefinitionKeysIn(offered.toArray(String[]::new)).latestVersion()
                .startableInTasklist().startablePermissionCheck().list();
        return offered.stream().flatMap(key -> theirs.stream().filter(one -> one.getKey().equals(key))).map(StartsOfCase::start).toList();
    }

    private static Start start(ProcessDefinition process) {
        return new Start(process.getKey(), process.getName());
    }
}
