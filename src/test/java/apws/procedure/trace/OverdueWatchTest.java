package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.Test;

/** Half past six: the diagram overdue-watch. */
class OverdueWatchTest extends CaseTraces {

    private static final String WATCH = "overdue-watch";

    @Test
    void aTaskIsRemindedOfOnTheDayAfterItWasDueAndNotBefore() {
        town.itIs("2026-09-10");
        var followed = invited(town.child(), "2026-09-17");
        morning(WATCH, "2026-09-17T06:30");
        assertThat(priority(followed)).as("on the day it is due").isEqualTo(50);
        morning(WATCH, "2026-09-18T06:30");

        assertThat(priority(followed)).isEqualTo(75);
        followed.tells("Overdue", "Overdue: Record meeting outcome", "system");
    }

    @Test
    void aTaskIsRemindedOfOnce() {
        town.itIs("2026-09-10");
        var followed = invited(town.child(), "2026-09-17");
        morning(WATCH, "2026-09-18T06:30");
        morning(WATCH, "2026-09-21T06:30");

        assertThat(followed.chronology()).filteredOn(line -> line.step().equals("Overdue")).hasSize(1);
    }

    @Test
    void aTaskAWeekOverdueIsShownToTheManagersToo() {
        town.itIs("2026-09-10");
        var followed = invited(town.child(), "2026-09-17");
        morning(WATCH, "2026-09-23T06:30");
        assertThat(groups(followed)).doesNotContain("managers");
        morning(WATCH, "2026-09-24T06:30");

        assertThat(groups(followed)).contains("managers");
        assertThat(asked(followed)).as("those who are asked to do it").doesNotContain("managers").isNotEmpty();
        assertThat(priority(followed)).isEqualTo(100);
        followed.tells("Overdue", "Long overdue, shown to managers: Record meeting outcome", "system");
    }

    @Test
    void onADayWithoutSchoolNobodyIsReminded() {
        town.itIs("2026-09-10");
        var followed = invited(town.child(), "2026-09-17");
        morning(WATCH, "2026-09-19T06:30");

        assertThat(priority(followed)).isEqualTo(50);
    }

    @Test
    void theNextWatchIsAtHalfPastSixTheDayAfterWhateverTheClocksDo() {
        morning(WATCH, "2026-10-24T06:30");
        assertThat(TracedCase.moment(startTimer(WATCH).getDuedate())).isEqualTo(LocalDateTime.parse("2026-10-25T06:30"));
    }

    private static int priority(TracedCase of) {
        return of.hasTask("record-meeting-outcome").task().getPriority();
    }

    private java.util.List<String> asked(TracedCase of) {
        return town.engine().getTaskService().getIdentityLinksForTask(of.hasTask("record-meeting-outcome").task().getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType())).map(IdentityLink::getGroupId).toList();
    }

    private java.util.List<String> groups(TracedCase of) {
        return town.engine().getTaskService().getIdentityLinksForTask(of.hasTask("record-meeting-outcome").task().getId()).stream()
                .map(IdentityLink::getGroupId).toList();
    }
}
