package apws.procedure.notice;

import apws.access.SignedIn;
import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.casework.Chronology;
import apws.legal.EarlyGround;
import apws.legal.Window;
import apws.legal.Windows;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The window of a Notice to Improve begins with its receipt (settlement 14): as its class of post says, or later where that is shown.
 * Parameters: {@code letter} code, {@code parentId}, {@code schoolWeeks}, {@code postedOn}, {@code postClass}, {@code shownReceivedOn} or
 * null; {@code grounds}, each an {@link EarlyGround}, that the letter named.
 */
@Component
@ForDiagrams(needs = {"letter", "parentId", "schoolWeeks", "postedOn", "postClass", "shownReceivedOn", "grounds"})
class StartImprovement implements JavaDelegate {

    private final Windows windows;
    private final Improvements improvements;
    private final Parents parents;
    private final Chronology chronology;
    private final SignedIn signedIn;

    StartImprovement(Windows windows, Improvements improvements, Parents parents, Chronology chronology, SignedIn signedIn) {
        this.windows = windows;
        this.improvements = improvements;
        this.parents = parents;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var received = improvements.received(input.number(BetweenSteps.IMPROVEMENT_LETTER), input.date("postedOn"), PostClass.of(input.text("postClass")),
                input.textOr("shownReceivedOn", ""));
        var last = improvements.lastDay(received, (int) input.number("schoolWeeks"));
        windows.begin(new Window(input.pupilId(), input.number("parentId"), input.text("letter"), received, last,
                input.texts("grounds").stream().map(EarlyGround::valueOf).collect(Collectors.toSet())));
        chronology.write(input.caseReference(), "S2-12", "Notice to Improve received by %s on %s: it runs until %s".formatted(
                parents.get(input.number("parentId")).name(), Days.inWords(received), Days.inWords(last)), signedIn.userId());
        step.setVariable(Improvements.FROM, received.toString());
        step.setVariable(Improvements.TO, last.toString());
    }
}
