package apws.procedure.casework;

import apws.calendar.SchoolCalendar;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.letter.LetterPost;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Praise and recognition (S1-05, S1-07): the letter, and what is measured begins again (settlement 2). Parameters as for a letter. */
@Component
@ForDiagrams(needs = {"letter", "step", "details"})
class GivePraise implements JavaDelegate {

    private final LetterPost post;
    private final Screening screening;
    private final SchoolCalendar calendar;

    GivePraise(LetterPost post, Screening screening, SchoolCalendar calendar) {
        this.post = post;
        this.screening = screening;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        post.issue(input.text("letter"), input.text("step"), input.map("details"), input);
        screening.measureFrom(input.pupilId(), calendar.today(), "Praise given");
    }
}
