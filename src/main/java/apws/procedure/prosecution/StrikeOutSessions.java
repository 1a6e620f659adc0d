package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.legal.SessionKey;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes out of the prosecution what Legal Services leave out of the charge, if anything (S4-06). */
@Component
@ForDiagrams
class StrikeOutSessions implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final Viewer viewer;

    StrikeOutSessions(Proceedings prosecutions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var review = entries.just(given, "review-prosecution");
        var struckOut = StreamSupport.stream(review.data().path("struckOut").spliterator(), false)
                .map(key -> SessionKey.parse(key.asText())).toList();
        Refused.at("struckOut", () -> prosecutions.struckOut(given.number("proceedingId"), struckOut, review.text("struckOutWhy"),
                viewer.userId()));
    }
}
