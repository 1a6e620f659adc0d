package apws.procedure.letter;

import apws.calendar.SchoolCalendar;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts "handed over" on the record, with the day from which a return is waited for. */
@Component
@ForDiagrams
class RecordHandingOver implements JavaDelegate {

    private final Letters letters;
    private final SchoolCalendar calendar;

    RecordHandingOver(Letters letters, SchoolCalendar calendar) {
        this.letters = letters;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        letters.handedOver(new StepInput(step).number(BetweenSteps.LETTER));
        step.setVariable("handedOverOn", calendar.today().toString());
    }
}
