package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entry;
import apws.legal.Proceedings;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.register.SessionKey;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Takes out of a prosecution the sessions that one of its forms strikes out, in {@code struckOut} with {@code struckOutWhy}, if any. */
@Component
class StrikingOut {

    private final Proceedings prosecutions;
    private final SignedIn signedIn;

    StrikingOut(Proceedings prosecutions, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.signedIn = signedIn;
    }

    void strikeOut(StepInput input, Entry form) {
        var struckOut = StreamSupport.stream(form.data().path("struckOut").spliterator(), false)
                .map(key -> SessionKey.parse(key.asText())).toList();
        SentBack.at("struckOut", () -> prosecutions.struckOut(input.number("proceedingId"), struckOut, form.text("struckOutWhy"),
                signedIn.userId()));
    }
}
