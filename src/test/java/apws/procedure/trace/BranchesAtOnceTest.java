package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** The branches of two parents, sent in at the same moment: both are done. */
class BranchesAtOnceTest extends ProsecutionTraces {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(20)
    void twoRefusalsAtOnceEndBothBranches() throws Exception {
        town.itIs("2026-12-08");
        prepared("yes", "yes");
        bothComplete("service-manager", "approve-prosecution", AtCourt.refused(), AtCourt.refused());
        goesOn();

        followed.waitsAt("watch-attendance");
    }

    @RepeatedTest(20)
    void anApprovalAndARefusalAtOnceGoTheirOwnWays() throws Exception {
        town.itIs("2026-12-08");
        prepared("yes", "yes");
        bothComplete("service-manager", "approve-prosecution", AtCourt.approved(), AtCourt.refused());
        goesOn();

        followed.waitsAt("review-prosecution");
        of(0, "review-prosecution");
    }

    @RepeatedTest(20)
    void twoOutcomesAtOnceLetTheCaseGoOn() throws Exception {
        town.itIs("2026-12-08");
        charged("yes", "yes", "2027-01-12");
        for (int parent = 0; parent < 2; parent++) {
            hearingComes(parent);
            completes("legal-services", parent, "record-hearing", AtCourt.concluded(today()));
        }
        bothComplete("legal-services", "record-outcome", AtCourt.notGuilty(today()), AtCourt.notGuilty(today()));
        goesOn();

        followed.waitsAt("watch-attendance");
    }

    private void bothComplete(String role, String task, Map<String, Object> mothers, Map<String, Object> fathers) throws Exception {
        var person = town.of(role);
        var first = of(0, task).getId();
        var second = of(1, task).getId();
        var start = new CyclicBarrier(2);
        var one = threads.submit(at(start, person, first, mothers));
        var other = threads.submit(at(start, person, second, fathers));
        assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo("done");
    }

    private Callable<String> at(CyclicBarrier start, Person person, String task, Map<String, Object> answers) {
        return () -> person.as(() -> {
            try {
                start.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            town.engine().getTaskService().complete(task, answers);
            return "done";
        });
    }
}
