package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.legal.EarlyGround;
import apws.legal.Window;
import apws.legal.Windows;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.pupil.Parents;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Each parent's period begins with the receipt of the letter that gave it, as its posting was recorded for that parent (S2-05): the day that it
 * states, or a later one that was shown. Posted too late for that day, it is refused. None for a parent whose letter came back.
 * Parameters: {@code letters}, the codes of what went in one envelope; {@code period}; {@code grounds}, each an
 * {@link EarlyGround}, separated by commas, on which the letter says that a penalty notice may come earlier.
 */
@Component
@ForDiagrams(needs = {"letters", "period", "grounds"})
class StartWindows implements JavaDelegate {

    private final Entries entries;
    private final Windows windows;
    private final Parents parents;
    private final PostingFacts posting;
    private final SchoolCalendar calendar;

    StartWindows(Entries entries, Windows windows, Parents parents, PostingFacts posting, SchoolCalendar calendar) {
        this.entries = entries;
        this.windows = windows;
        this.parents = parents;
        this.posting = posting;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var grounds = Arrays.stream(input.text("grounds").split(",")).map(EarlyGround::valueOf).collect(Collectors.toSet());
        var posted = posting.of(entries.get(input.entryId()));
        if (posted.isEmpty()) {
            throw new SentBack("warningPosted", "no days begin with a letter that was not posted; in a case that came here before a letter could be printed again, "
                    + "report it as returned and it is sent again");
        }
        for (var letter : posted) {
            if (letter.cameBack()) {
                continue;
            }
            if (letter.late()) {
                throw new SentBack("postedOn", ("the letter to %s says that its days begin on %s. Posted so, it is received on %s: print it again, and post "
                        + "it on that day").formatted(parents.get(letter.parentId()).name(), Days.inWords(letter.printed()),
                        Days.inWords(letter.presumed())));
            }
            for (var code : input.texts("letters")) {
                windows.begin(new Window(input.pupilId(), letter.parentId(), code, letter.received(),
                        calendar.lastDay(letter.received(), input.text("period")), grounds));
            }
        }
    }
}
