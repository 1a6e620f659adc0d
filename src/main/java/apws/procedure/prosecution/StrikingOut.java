package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.casework.Entry;
import apws.legal.Proceedings;
import apws.legal.SessionKey;
import apws.procedure.Given;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Takes out of a prosecution the sessions that one of its forms strikes out, in {@code struckOut} with {@code struckOutWhy}, if any. */
@Component
class StrikingOut {

    private final Proceedings prosecutions;
    private final Viewer viewer;

    StrikingOut(Proceedings prosecutions, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.viewer = viewer;
    }

    void strikeOut(Given given, Entry form) {
        var struckOut = StreamSupport.stream(form.data().path("struckOut").spliterator(), false)
                .map(key -> SessionKey.parse(key.asText())).toList();
        Refused.at("struckOut", () -> prosecutions.struckOut(given.number("proceedingId"), struckOut, form.text("struckOutWhy"),
                viewer.userId()));
    }
}
