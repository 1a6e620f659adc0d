package apws.procedure.officer;

import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import org.springframework.stereotype.Component;

/** The officers as diagrams speak of them: a task of the case's officer has {@code ${officers.of(caseReference)}} as its assignee. */
@Component("officers")
@ForDiagrams
public class DiagramOfficers {

    private final Officers officers;

    DiagramOfficers(Officers officers) {
        this.officers = officers;
    }

    /**
     * The user id of whoever does the case's tasks today: its officer, or the stand-in while that one is away.
     *
     * @throws IllegalStateException before the case's first allocation
     */
    public String of(String caseReference) {
        return officers.atWork(caseReference);
    }

    /** The name of the case's officer, away or not; "" before the first allocation. */
    public String nameOf(String caseReference) {
        return officers.ofCase(caseReference).map(Officer::name).orElse("");
    }
}
