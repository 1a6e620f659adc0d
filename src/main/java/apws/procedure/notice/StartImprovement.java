package apws.procedure.notice;

import apws.access.SignedIn;
import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.casework.Chronology;
import apws.legal.EarlyGround;
import apws.legal.Window;
import apws.legal.Windows;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import java.time.LocalDate;
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
    private final Letters letters;
    private final Parents parents;
    private final Chronology chronology;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    StartImprovement(Windows windows, Improvements improvements, Letters letters, Parents parents, Chronology chronology,
                     SchoolCalendar calendar, SignedIn signedIn) {
        this.windows = windows;
        this.improvements = improvements;
        this.letters = letters;
        this.parents = parents;
        this.chronology = chronology;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var presumed = calendar.received(input.date("postedOn"), PostClass.of(input.text("postClass")));
        mustBeAsPrinted(letters.newest(input.number(BetweenSteps.IMPROVEMENT_LETTER)), presumed);
        var shown = input.textOr("shownReceivedOn", "");
        var received = shown.isEmpty() || LocalDate.parse(shown).isBefore(presumed) ? presumed : LocalDate.parse(shown);
        var last = improvements.lastDay(received, (int) input.number("schoolWeeks"));
        windows.begin(new Window(input.pupilId(), input.number("parentId"), input.text("letter"), received, last,
                input.texts("grounds").stream().map(EarlyGround::valueOf).collect(Collectors.toSet())));
        chronology.write(input.caseReference(), "S2-12", "Notice to Improve received by %s on %s: it runs until %s".formatted(
                parents.get(input.number("parentId")).name(), inWords(received), inWords(last)), signedIn.userId());
        step.setVariable(Improvements.FROM, received.toString());
        step.setVariable(Improvements.TO, last.toString());
    }

    private static String inWords(LocalDate day) {
        return Days.inWords(day);
    }

    private void mustBeAsPrinted(long letterId, LocalDate received) {
        var printed = letters.detail(letterId, Improvements.FROM).orElseThrow();
        if (!printed.equals(received.toString())) {
            throw new SentBack(("the letter says that the window begins on %s. Posted so it is received on %s: prepare it again and post it "
                    + "on the day on which it is printed").formatted(inWords(LocalDate.parse(printed)), inWords(received)));
        }
    }
}
