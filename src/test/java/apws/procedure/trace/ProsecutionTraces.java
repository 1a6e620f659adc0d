package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.legal.Ledger;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import apws.legal.SessionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.springframework.beans.factory.annotation.Autowired;

/** How a test comes by a case that goes to court, with one branch of the diagram for each parent. */
abstract class ProsecutionTraces extends CaseTraces {

    private static final Set<String> COURT = Set.of("stage-4-prosecution", "prosecution-of-parent", "unpaid-notice-prosecution",
            "court-proceedings");

    @Autowired
    Proceedings prosecutions;
    @Autowired
    Ledger ledger;

    Child child;
    TracedCase followed;

    /** A child who missed six sessions in October without leave. */
    Child missing() {
        return town.child().attends(80).since("2026-09-03").missed("2026-10-05", "2026-10-06", "2026-10-12");
    }

    /** The case comes to Stage 4 by another way than Stage 3, with an officer of its own. */
    TracedCase inStage4() {
        return inStage4(List.of());
    }

    /** @param suspects indexes of the parents whom Stage 3 ended with a suspicion against */
    TracedCase inStage4(List<Integer> suspects) {
        child = missing();
        followed = inStage("stage-4-prosecution", "Stage 4", child, suspects.isEmpty() ? Map.of()
                : Map.of("suspects", Spin.JSON(json(suspects))));
        return followed;
    }

    private String json(List<Integer> suspects) {
        return suspects.stream().map(index -> "{\"parentId\":\"%d\",\"name\":\"%s\"}".formatted(parentId(index),
                child.parents().get(index).name()))
                .toList().toString();
    }

    /** Today both parents were at the meeting, which decided so. */
    TracedCase met(String result) {
        var day = today();
        town.itIs(day.minusDays(14).toString());
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, day.toString(), "yes", "yes"));
        town.itIs(day.toString());
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, day, result));
        return followed;
    }

    /** Today the evidence against these parents was put together; each waits for approval. */
    TracedCase prepared(String mother, String father) {
        met("prepare");
        followed.officer().completes("prepare-prosecution", AtCourt.prepared(child, today(), mother, father));
        return followed;
    }

    /** Today each of these parents was charged, to be heard on that day. */
    TracedCase charged(String mother, String father, String hearingOn) {
        prepared(mother, father);
        for (int parent = 0; parent < 2; parent++) {
            if ((parent == 0 ? mother : father).equals("yes")) {
                completes("service-manager", parent, "approve-prosecution", AtCourt.approved());
                completes("legal-services", parent, "review-prosecution", AtCourt.proceeds(today()));
                completes("legal-services", parent, "issue-charge", AtCourt.charged(today()));
                completes("legal-services", parent, "record-summons", AtCourt.summoned(today(), hearingOn));
            }
        }
        return followed;
    }

    /** The mother alone was charged today; her case is heard, concluded and decided on that day. */
    TracedCase decided(String hearingOn, boolean guilty) {
        charged("yes", "no", hearingOn);
        decides(0, guilty);
        return followed;
    }

    /** The hearing's day comes; the case against the parent is concluded and decided. */
    void decides(int parent, boolean guilty) {
        hearingComes(parent);
        completes("legal-services", parent, "record-hearing", AtCourt.concluded(today()));
        completes("legal-services", parent, "record-outcome", guilty ? AtCourt.guilty(today()) : AtCourt.notGuilty(today()));
    }

    void hearingComes(int parent) {
        var timer = town.engine().getManagementService().createJobQuery().timers().activityId("hearing-day").list().stream()
                .filter(job -> parentId(parent).equals(town.engine().getRuntimeService().getVariable(job.getProcessInstanceId(),
                        "parentId")))
                .toList();
        assertThat(timer).as("timers of the hearing").hasSize(1);
        town.itIs(timer.get(0).getDuedate().toInstant());
        town.engine().getManagementService().executeJob(timer.get(0).getId());
    }

    /** Sentenced; the conference was held; support was agreed on and ended like that. */
    void supportEnds(int parent, String outcome) {
        completes("legal-services", parent, "record-sentence", AtCourt.sentenced(today()));
        of(parent, "hold-post-court-conference");
        followed.officer().completes("hold-post-court-conference", AtCourt.conference(child, today()));
        suspensionEnds(outcome);
    }

    /** Support with Fast Track suspended is a diagram of its own; what matters here is how it ends. */
    void suspensionEnds(String outcome) {
        var instance = followed.instance("fast-track-suspended");
        town.engine().getRuntimeService().createProcessInstanceModification(instance.getId()).cancelAllForActivity("agree-fast-track-plan")
                .startBeforeActivity(outcome.equals("regular") ? "attendance-regular" : "relapsed")
                .setVariable("suspensionOutcome", outcome).execute();
    }

    /** Somebody of that role sends in the form about that parent. */
    void completes(String role, int parent, String task, Map<String, Object> answers) {
        var person = town.of(role);
        var found = of(parent, task);
        person.as(() -> {
            town.engine().getTaskService().complete(found.getId(), answers);
            return null;
        });
    }

    /** The one open task of that kind about that parent. */
    Task of(int parent, String task) {
        var found = followed.tasks().taskDefinitionKey(task).list().stream()
                .filter(one -> parentId(parent).equals(town.engine().getTaskService().getVariable(one.getId(), "parentId"))).toList();
        assertThat(found).as("open tasks %s about parent %d of %s", task, parent, followed).hasSize(1);
        return found.get(0);
    }

    TracedCase.Open task(int parent, String task) {
        return new TracedCase.Open(followed, of(parent, task));
    }

    /** What goes on by itself goes on: the ends of the branches, each in a transaction of its own. */
    void goesOn() {
        for (var job = waiting(); !job.isEmpty(); job = waiting()) {
            town.engine().getManagementService().executeJob(job.get(0).getId());
        }
    }

    List<Job> waiting() {
        return town.engine().getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> COURT.contains(job.getProcessDefinitionKey())).toList();
    }

    Long parentId(int parent) {
        return child.parents().get(parent).id();
    }

    Proceeding proceeding(int parent) {
        return prosecutions.ofParent(child.id(), parentId(parent)).get(0);
    }

    /** How many sessions stand in each state against the parent. */
    Map<SessionState, Integer> sessions(int parent) {
        var states = new TreeMap<SessionState, Integer>();
        ledger.of(child.id(), parentId(parent)).forEach(session -> states.merge(session.state(), 1, Integer::sum));
        return states;
    }
}
