package apws.procedure;

import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.legal.EarlyGround;
import apws.legal.Window;
import apws.legal.Windows;
import apws.procedure.facts.PostingFacts;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Each parent's period begins with the receipt of the letter that gave it, as its posting was recorded for that parent (S2-05); none for a
 * parent whose letter came back.
 * Parameters: {@code letters}, the codes of what went in one envelope; {@code form} in whose newest entry the postings are; {@code period}; {@code grounds}, each an
 * {@link EarlyGround}, separated by commas, on which the letter says that a penalty notice may come earlier.
 */
@Component
@ForDiagrams(needs = {"letters", "form", "period", "grounds"})
class StartWindows implements JavaDelegate {

    private final Windows windows;
    private final Entries entries;
    private final PostingFacts posting;
    private final SchoolCalendar calendar;

    StartWindows(Windows windows, Entries entries, PostingFacts posting, SchoolCalendar calendar) {
        this.windows = windows;
        this.entries = entries;
        this.posting = posting;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var grounds = Arrays.stream(given.text("grounds").split(",")).map(EarlyGround::valueOf).collect(Collectors.toSet());
        for (var letter : entries.latest(given.reference(), given.text("form")).orElseThrow().data().path("posted")) {
            if (!letter.path("undeliveredOn").asText("").isEmpty()) {
                continue;
            }
            var received = posting.received(letter);
            for (var code : given.texts("letters")) {
                windows.begin(new Window(given.pupilId(), letter.path("parentId").asLong(), code, received,
                        calendar.lastDay(received, given.text("period")), grounds));
            }
        }
    }
}
