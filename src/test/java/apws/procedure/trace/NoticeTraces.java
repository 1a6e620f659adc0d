package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.legal.Ledger;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.procedure.names.CaseVariables;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** How tests of penalty notices come by one, and follow it. */
abstract class NoticeTraces extends CaseTraces {

    static final String PROCESS = "penalty-notice";
    /** Ten sessions in the week from 21 September 2026. */
    static final String[] TEN_SESSIONS = {"2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24", "2026-09-25"};

    @Autowired
    PenaltyNotices notices;
    @Autowired
    Ledger ledger;

    private final Set<String> seen = new HashSet<>();
    private String hearers;

    /** An open case of Stage 2 that is an officer's. */
    TracedCase allocated(Child child) {
        var followed = allocatedInStage1(child);
        town.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(followed.reference()).list()
                .forEach(one -> town.engine().getRuntimeService().setVariable(one.getId(), CaseVariables.STAGE, "Stage 2"));
        return followed;
    }

    TracedCase allocatedInStage1(Child child) {
        var followed = madeAware(child);
        town.officer();
        transaction.executeWithoutResult(status -> allocations.allocate(followed.reference(), "a test"));
        return followed;
    }

    /** The officer has asked for a notice. */
    Notice asked(TracedCase of) {
        return asked(of.officer().person(), answers("noticeFor", "continuingAbsence", "caseReference", of.reference(), "why", "Ten sessions"));
    }

    Notice asked(Person by, Map<String, Object> form) {
        by.starts(PROCESS, form);
        return newest();
    }

    /** The one that has begun since the test last asked. */
    Notice newest() {
        var begun = running().stream().filter(one -> seen.add(one.getId())).toList();
        assertThat(begun).as("notices that have begun").hasSize(1);
        return new Notice(this, begun.get(0));
    }

    List<ProcessInstance> running() {
        return town.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey(PROCESS).list();
    }

    static Map<String, Object> answers(Object... pairs) {
        var answers = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put((String) pairs[i], pairs[i + 1]);
        }
        return answers;
    }

    static Map<String, Object> with(Map<String, Object> form, Object... pairs) {
        var changed = new LinkedHashMap<>(form);
        changed.putAll(answers(pairs));
        return changed;
    }

    Map<String, Object> prepared(Child child, int parent, String... days) {
        var sessions = List.of(days).stream().flatMap(day -> List.of(day + " AM", day + " PM").stream()).toList();
        return answers("noticeDecision", "issue", "parentId", child.parents().get(parent).id().toString(), "noticeSessions", sessions,
                "marksConfirmedBy", "Daniel Lee, Attendance Lead", "marksConfirmedOn", today().toString(),
                "bestTool", "Talks changed nothing", "support", "given", "supportWords", "Breakfast club", "noticeToImprove", "no",
                "noNoticeToImprove", "One was given last year", "equality", "No need known", "earlierElsewhere", 0,
                "earlierCheckedWith", "Exampleshire", "earlierCheckedOn", today().toString());
    }

    Map<String, Object> posted(String on) {
        return answers("service", "posted", "postedOn", on, "postClass", "first class", "postedBy", "K Office", "addressChecked", true, "receipt", "byPost");
    }

    Map<String, Object> money(String on, Object amount) {
        return answers("payment", "money", "paidOn", on, "amount", amount, "paymentReference", "CARD 1");
    }

    /** A notice as a test follows it. */
    record Notice(NoticeTraces test, ProcessInstance instance) {

        TaskQuery tasks() {
            return test.town.engine().getTaskService().createTaskQuery().processInstanceId(instance.getId());
        }

        Notice officer(String task, Map<String, Object> form) {
            return completes(test.town.officerOf(instance.getBusinessKey()), task, form);
        }

        Notice office(String task, Map<String, Object> form) {
            return completes(test.town.of(Roles.APWS_OFFICE), task, form);
        }

        Notice manager(String task, Map<String, Object> form) {
            return completes(test.town.of(Roles.SERVICE_MANAGER), task, form);
        }

        Notice completes(Person person, String task, Map<String, Object> form) {
            person.completes(tasks(), task, form);
            return this;
        }

        Notice refuses(Person person, String task, Map<String, Object> form, String reason) {
            assertThatThrownBy(() -> completes(person, task, form)).isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining(reason);
            return this;
        }

        Notice authorised() {
            return manager("authorise-penalty-notice", answers("authorisation", "authorise"));
        }

        Task hasTask(String id) {
            var found = tasks().list();
            assertThat(found).as("open tasks of the notice").extracting(Task::getTaskDefinitionKey).containsExactly(id);
            return found.get(0);
        }

        Notice isDue(String task, String day) {
            assertThat(TracedCase.moment(hasTask(task).getDueDate())).as(task + " is due")
                    .isEqualTo(TracedCase.at(day, LocalTime.of(17, 0)));
            return this;
        }

        Notice isWith(String task, String... groups) {
            assertThat(test.town.engine().getTaskService().getIdentityLinksForTask(hasTask(task).getId()))
                    .extracting(IdentityLink::getGroupId).containsExactlyInAnyOrder(groups);
            return this;
        }

        Map<String, Object> shows(Person person, String task) {
            var id = hasTask(task).getId();
            return person.as(() -> test.town.engine().getFormService().getTaskFormVariables(id));
        }

        Job timer(String id) {
            var found = test.town.engine().getManagementService().createJobQuery().timers().activityId(id)
                    .processInstanceId(instance.getId()).list();
            assertThat(found).as("timers " + id).hasSize(1);
            return found.get(0);
        }

        Notice waitsFor(String timer, String day) {
            assertThat(TracedCase.moment(timer(timer).getDuedate())).as(timer).isEqualTo(TracedCase.at(day, LocalTime.of(5, 0)));
            return this;
        }

        /** It becomes the timer's moment, or is past it, and the timer fires. */
        Notice passes(String timer) {
            var job = timer(timer);
            if (test.town.now().isBefore(job.getDuedate().toInstant())) {
                test.town.itIs(job.getDuedate().toInstant());
            }
            test.town.engine().getManagementService().executeJob(job.getId());
            return this;
        }

        /** As the journey's end tells everything that outlives the case. */
        Notice caseEnds() {
            var runtime = test.town.engine().getRuntimeService();
            runtime.createExecutionQuery().processInstanceId(instance.getId()).messageEventSubscriptionName("case-ended").list()
                    .forEach(waiting -> runtime.messageEventReceived("case-ended", waiting.getId()));
            return this;
        }

        Notice endedAt(String element) {
            var ended = test.town.engine().getHistoryService().createHistoricProcessInstanceQuery()
                    .processInstanceId(instance.getId()).singleResult();
            assertThat(ended.getEndActivityId()).as("where the notice ended; it waits at %s", tasks().list()).isEqualTo(element);
            return this;
        }

        /** As a manager sees it in Cockpit. */
        Notice wentBy(String element) {
            assertThat(test.town.engine().getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                    .activityId(element).count()).as("how often the notice went by " + element).isEqualTo(1);
            return this;
        }

        Object variable(String name) {
            return test.town.engine().getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance.getId())
                    .variableName(name).list().stream().filter(one -> instance.getId().equals(one.getExecutionId())).findFirst()
                    .orElseThrow().getValue();
        }

        PenaltyNotice record() {
            return test.notices.get((String) variable("noticeNumber"));
        }
    }

    /** Somebody of the case who waits for the message, as its journey does. */
    Hearer hearerOf(String message, TracedCase of, Child child) {
        var waits = Bpmn.createExecutableProcess("hearer").camundaHistoryTimeToLiveString("P2190D").camundaStartableInTasklist(false)
                .startEvent()
                .intermediateCatchEvent("told").message(message).intermediateCatchEvent("heard").message("nothing-more").endEvent().done();
        hearers = town.engine().getRepositoryService().createDeployment().addModelInstance("hearer.bpmn", waits).deploy().getId();
        var variables = answers(CaseVariables.CASE_REFERENCE, of.reference(), CaseVariables.PUPIL_ID, child.id());
        return new Hearer(this, town.engine().getRuntimeService().startProcessInstanceByKey("hearer", of.reference(), variables));
    }

    @AfterEach
    void hearersAreGone() {
        if (hearers != null) {
            town.engine().getRepositoryService().deleteDeployment(hearers, true);
            hearers = null;
        }
    }

    record Hearer(NoticeTraces test, ProcessInstance instance) {

        boolean heard() {
            return test.town.engine().getRuntimeService().getActiveActivityIds(instance.getId()).contains("heard");
        }

        Object variable(String name) {
            return test.town.engine().getRuntimeService().getVariable(instance.getId(), name);
        }
    }
}
