package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.casework.Entries;
import apws.legal.Challenge;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records an appeal, a reopening or a statutory declaration, and its result (S4-10). Where the charge is heard again, the new hearing
 * too.
 */
@Component
@ForDiagrams
class RecordChallenge implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final Viewer viewer;

    RecordChallenge(Proceedings prosecutions, Entries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        long id = given.number("proceedingId");
        var made = entries.latest(given.caseReference(), "record-challenge").orElseThrow();
        Refused.at("proceedingId", () -> prosecutions.challenged(id, new Challenge(Challenge.Kind.valueOf(made.text("kind")),
                LocalDate.parse(made.text("madeOn")), Challenge.Result.valueOf(made.text("challengeResult")), made.text("inWords")),
                viewer.userId()));
        if (made.data().hasNonNull("newHearingOn")) {
            prosecutions.hearingMoved(id, LocalDate.parse(made.text("newHearingOn")), made.text("newHearingTime"),
                    made.text("newHearingPlace"), made.text("inWords"), viewer.userId());
        }
    }
}
