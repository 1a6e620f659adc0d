package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.legal.Proceedings;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.SessionsStruckOut;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.register.SessionKey;
import org.springframework.stereotype.Component;

/** Takes out of a prosecution the sessions that one of its forms strikes out, if any. */
@Component
class StrikingOut {

    private final Proceedings prosecutions;
    private final SignedIn signedIn;

    StrikingOut(Proceedings prosecutions, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.signedIn = signedIn;
    }

    void strikeOut(StepInput input, SessionsStruckOut form) {
        var struckOut = form.struckOut().stream().map(SessionKey::parse).toList();
        SentBack.at("struckOut", () -> prosecutions.struckOut(input.number(ProsecutionOfParentProcess.PROCEEDING), struckOut, form.struckOutWhy(),
                signedIn.userId()));
    }
}
