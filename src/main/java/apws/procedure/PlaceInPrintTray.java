package apws.procedure;

import apws.letter.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Places the letter in the print tray; the tray is asked first, so nothing is doubled. */
@Component
@ForDiagrams
class PlaceInPrintTray implements JavaDelegate {

    private final Letters letters;

    PlaceInPrintTray(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution step) {
        letters.placeInTray(new Given(step).number("letterId"));
    }
}
