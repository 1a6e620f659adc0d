package apws.journey;

import static apws.journey.Council.asTasklistSends;
import static apws.journey.Council.ok;
import static apws.journey.Entered.entry;
import static apws.journey.Town.MARSH_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.SessionState;
import apws.letter.TrueLetters;
import apws.procedure.engine.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One case from the register to the conviction of one parent, after the other has paid a penalty notice, and on to its closing, in the
 * running application, over HTTP alone and as the people whose work it is. One story told in order: each chapter needs those before it.
 * The last prints it, step by step, and holds every line of it to what it must be.
 */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class WholeCaseJourney {

    private static final String LIST = "decide-whom-to-write-to";
    private static final String NOTICE = "penalty-notice";
    private static final int SESSIONS_OF_A_NOTICE = 10;

    /** Last to be charged on 16 March 2027. */
    private static final List<String> EXPIRED = List.of("2026-09-16 AM", "2026-09-16 PM");

    private static Path folders;

    private final Trace trace = new Trace();
    private final Set<String> lettersSeen = new HashSet<>();

    private Council council;
    private Ledger ledger;
    private JdbcClient database;
    private Caller lead;
    private Caller officer;
    private Caller chair;
    private Caller manager;
    private Caller legal;
    private String reference;
    private long pupil;
    private String mother;
    private String father;
    private EnteredLater entered;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        folders = Folders.of("whole-case", settings);
    }

    @BeforeAll
    void opens(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar, @Autowired Ledger ledger, @Autowired JdbcClient database) {
        council = new Council(port, clock, engineTime, calendar);
        this.ledger = ledger;
        this.database = database;
    }

    @Test
    @Order(1)
    void everybody_has_an_account_and_the_office_sends_schools_people_and_officers() {
        council.hiresItsOffice();
        assertThat(ok(council.office().upload("/api/schools", "schools.csv", Town.schools())).path("added").asInt()).isEqualTo(2);
        lead = council.hires(Council.LEAD, Roles.ofSchool(MARSH_LANE));
        officer = council.hires("asha.officer", Roles.EWO);
        chair = council.hires("carol.chair", Roles.PANEL_CHAIR);
        manager = council.hires("sam.service", Roles.SERVICE_MANAGER);
        legal = council.hires("leo.legal", Roles.LEGAL);
        assertThat(ok(council.office().upload("/api/pupils", "pupils.csv", Family.pupils())).path("added").asInt()).isEqualTo(1);
        assertThat(ok(council.office().upload("/api/parents", "parents.csv", Family.parents())).path("added").asInt()).isEqualTo(2);
        assertThat(ok(council.office().upload("/api/officers", "officers.csv", Family.officers())).path("added").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void a_register_is_dropped_into_the_folder_and_the_pupil_comes_onto_the_schools_list() throws IOException {
        var dropped = Files.createDirectories(folders.resolve("drop"));
        Files.writeString(dropped.resolve("marsh-lane.csv"), Family.register(MARSH_LANE, council.schoolDaysSoFar()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(dropped.resolve("done")).isDirectoryContaining("glob:**.csv"));
        ok(council.office().post("/api/schools/%s/switch-on".formatted(MARSH_LANE), ""));
        council.firesTimerOf("attendance-screening");

        var list = council.task(lead, "SCHOOL-" + MARSH_LANE, LIST);
        assertThat(council.shown(lead, list).get("candidates")).hasSize(1);
        council.claims(lead, list);
        ok(council.sends(lead, list, entry("meetingPlaceForAll", "Room 4", "meetingWithForAll", "Ms P Lead, attendance lead",
                "candidates", List.of(entry("upn", Family.UPN, "decision", "send", "meetingOn", "2026-10-12", "meetingTime", "15:30")),
                "recipientsChecked", true, "marksSeen", true)));
        council.settles();

        var journey = ok(council.administrator().get("/engine-rest/process-instance?processDefinitionKey=attendance-intervention")).get(0);
        reference = journey.path("businessKey").asText();
        pupil = ok(council.administrator().get("/engine-rest/process-instance/%s/variables/pupilId".formatted(journey.path("id").asText())))
                .path("value").asLong();
        trace(list, lead, "send");
    }

    @Test
    @Order(3)
    void the_school_meets_the_parents_and_agrees_a_plan_that_does_not_help() {
        until("2026-10-12");
        for (var parent : council.shown(lead, council.task(lead, reference, "record-meeting-outcome")).get("parents")) {
            if (parent.path("name").asText().equals(Family.MOTHER)) {
                mother = parent.path("parentId").asText();
            } else {
                father = parent.path("parentId").asText();
            }
        }
        entered = new EnteredLater(mother, father);
        complete(lead, "record-meeting-outcome", Entered.meetingHeld(today(), entered.bothCame()), "held");
        complete(lead, "undertake-early-help", Entered.earlyHelp(today()), "undertaken");
        until("2026-10-13");
        complete(lead, "agree-plan", Entered.plan(today(), today()), "from 13 October");
        until("2026-11-02");
        assertThat(shown(lead, "hold-interim-review", "recommendation")).isEqualTo("notImproved");
        complete(lead, "hold-interim-review", Entered.notImproved(today()), "notImproved");
        complete(lead, "refer-to-apws", Entered.referral(today()), "referred");
        assertThat(ok(lead.get("/engine-rest/task?processInstanceBusinessKey=" + reference))).as("the school's tasks").isEmpty();
    }

    @Test
    @Order(4)
    void the_office_takes_the_referral_and_the_officer_warns_both_parents() {
        until("2026-11-03");
        complete(council.office(), "receive-referral", EnteredLater.received(), "complete");
        assertThat(shown(council.office(), "check-criteria", "recommendation")).isEqualTo("accept");
        complete(council.office(), "check-criteria", EnteredLater.accepted(), "accept");
        assertThat(council.task(officer, reference, "arrange-initial-meeting").path("assignee").asText()).isEqualTo(officer.user());
        complete(officer, "arrange-initial-meeting",
                EnteredLater.initialMeeting(day("2026-11-16")), "16 November");
        complete(council.office(), "record-posting", entered.warningPosted(today()), "posted today");
        until("2026-11-04");
        for (var parent : List.of(mother, father)) {
            complete(officer, noticeToConsiderFor(parent), EnteredLater.noNoticeYet(), "doNotIssue");
        }
        until("2026-11-16");
        complete(officer, "hold-initial-meeting", entered.initialMeetingHeld(today()), "held");
        complete(officer, "agree-fast-track-plan", EnteredLater.plan(today()), "from 16 November");
        until("2026-12-01");
        complete(officer, "hold-mid-point-review", entered.midPoint(today()), "plan unchanged");
    }

    @Test
    @Order(5)
    void a_penalty_notice_to_the_father_is_paid_at_the_lower_amount() {
        until("2026-12-07");
        ok(officer.inTasklist(Council.PASSWORD)
                .post("/camunda/api/engine/engine/default/process-definition/key/%s/submit-form".formatted(NOTICE),
                asTasklistSends(entry("noticeFor", "continuingAbsence", "caseReference", reference, "why", "The Notice to Improve changed nothing"))));
        council.settles();
        trace("Start a penalty notice", "-", officer, "asked for");
        complete(officer, "prepare-penalty-notice", entered.noticeToTheFather(today(), lastFreeSessionsOfTheFather()), "issue");
        complete(manager, "authorise-penalty-notice", entry("authorisation", "authorise"), "authorise");
        assertThat(ledgerOf(father)).containsEntry(SessionState.UNDER_NOTICE, SESSIONS_OF_A_NOTICE);
        complete(council.office(), "record-service-of-notice", EnteredLater.served(today()), "posted today");
        until("2026-12-14");
        complete(council.office(), "await-payment", EnteredLater.paid(today(), 80), "£80");
        assertThat(ledgerOf(father)).containsEntry(SessionState.DISCHARGED, SESSIONS_OF_A_NOTICE)
                .doesNotContainKey(SessionState.UNDER_NOTICE);
        assertThat(ledgerOf(mother)).containsOnlyKeys(SessionState.FREE);
        assertThat(running()).doesNotContain(NOTICE);
    }

    /** The one task in which a notice to this parent is considered, and to nobody else. */
    private JsonNode noticeToConsiderFor(String parent) {
        var found = StreamSupport.stream(council.tasks(officer, reference, "prepare-penalty-notice").spliterator(), false)
                .filter(task -> StreamSupport.stream(council.shown(officer, task).get("noticeParents").spliterator(), false)
                        .map(one -> one.path("value").asText()).toList().equals(List.of(parent))).toList();
        assertThat(found).as("notices to consider for parent " + parent).hasSize(1);
        return found.get(0);
    }

    private List<String> lastFreeSessionsOfTheFather() {
        for (var row : council.shown(officer, council.task(officer, reference, "prepare-penalty-notice")).get("noticeEligibility")) {
            if (row.path("parentId").asText().equals(father)) {
                var sessions = StreamSupport.stream(row.path("sessions").spliterator(), false).map(one ->
                        one.path("value").asText()).toList();
                return sessions.subList(sessions.size() - SESSIONS_OF_A_NOTICE, sessions.size());
            }
        }
        throw new AssertionError("The form does not show the father");
    }

    @Test
    @Order(6)
    void the_panel_agrees_a_plan_that_does_not_help_either() {
        until("2026-12-16");
        complete(officer, "hold-final-review", entered.stillNotImproved(today()), "notImproved");
        complete(council.office(), "book-panel", EnteredLater.panel(day("2027-01-12")), "12 January");
        until("2027-01-12");
        actsOnTimeLimit();
        complete(chair, "hold-panel", entered.panelHeld(today()), "held");
        complete(chair, "agree-panel-plan", EnteredLater.panelPlan(today()), "from 12 January");
        complete(chair, "agree-panel-review", entered.panelReview(day("2027-02-11")), "11 February");
        until("2027-02-11");
        actsOnTimeLimit();
        complete(officer, "hold-panel-review", entered.panelReviewNotImproved(today()), "notImproved");
        complete(officer, "arrange-interview", EnteredLater.interview(day("2027-02-25")), "25 February");
        until("2027-02-25");
        complete(officer, "record-interview", EnteredLater.interviewed(today(), day("2027-02-11")), "held");
        complete(officer, "decide-after-interviews", entered.afterInterviews(), "the mother goes on");
    }

    @Test
    @Order(7)
    void the_mother_is_charged_in_time_and_not_after_it() {
        complete(officer, "book-legal-meeting", entered.legalMeeting(day("2027-03-11")), "11 March");
        until("2027-03-11");
        actsOnTimeLimit();
        complete(officer, "hold-legal-meeting", entered.legalMeetingHeld(today(), day("2027-02-25")), "prepare");
        complete(officer, "prepare-prosecution", entered.prosecution(today()), "the mother");
        complete(manager, "approve-prosecution", EnteredLater.approval(), "approve");
        until("2027-03-12");
        complete(legal, "review-prosecution", EnteredLater.goesAhead(today()), "proceed");

        until("2027-03-17");
        var task = council.task(legal, reference, "issue-charge");
        council.claims(legal, task);
        var refused = council.sends(legal, task, EnteredLater.charge(today()));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.message()).contains("chargedOn", "too late for the session on 16 September 2026",
                "its last day was 16 March 2027");
        assertThat(council.task(legal, reference, "issue-charge").path("id")).as("the task as it was").isEqualTo(task.path("id"));
        assertThat(ledgerOf(mother)).doesNotContainKey(SessionState.CHARGED);

        complete(legal, "issue-charge", EnteredLater.chargeWithout(EXPIRED, today()), "charged, two sessions struck out");
        complete(legal, "record-summons", EnteredLater.summoned(today(), day("2027-04-15")), "to be heard on 15 April");
        assertThat(ledgerOf(mother)).containsKey(SessionState.CHARGED);
        assertThat(ledger.of(pupil, Long.parseLong(mother))).filteredOn(session -> EXPIRED.contains(session.key().toString()))
                .extracting(LedgerSession::state).containsOnly(SessionState.EXPIRED).hasSize(EXPIRED.size());
        assertThat(ledgerOf(father)).doesNotContainKey(SessionState.CHARGED);
    }

    @Test
    @Order(8)
    void the_hearing_is_adjourned_once_and_the_mother_is_found_guilty() {
        until("2027-04-15");
        complete(legal, "record-hearing", EnteredLater.adjourned(today(), day("2027-04-29")), "adjourned to 29 April");
        until("2027-04-29");
        var charged = ledgerOf(mother).get(SessionState.CHARGED);
        complete(legal, "record-hearing", EnteredLater.concluded(today()), "concluded");
        complete(legal, "record-outcome", EnteredLater.guilty(today()), "guilty");
        assertThat(ledgerOf(mother)).containsEntry(SessionState.DECIDED, charged).doesNotContainKey(SessionState.CHARGED);
        assertThat(ledgerOf(father)).containsEntry(SessionState.DISCHARGED, SESSIONS_OF_A_NOTICE).doesNotContainKey(SessionState.DECIDED);
        complete(legal, "record-sentence", EnteredLater.sentence(today()), "fine of £160");
    }

    @Test
    @Order(9)
    void after_the_conviction_support_is_taken_up_and_the_case_is_closed() {
        until("2027-05-04");
        complete(officer, "hold-post-court-conference", entered.conference(today()), "held");
        until("2027-05-05");
        complete(officer, "agree-fast-track-plan", EnteredLater.plan(today()), "from 5 May");
        until("2027-06-07");
        assertThat(shown(officer, "review-suspension", "recommendation")).isEqualTo("sustained");
        complete(officer, "review-suspension", EnteredLater.sustained(today()), "sustained");
        until("2027-07-05");
        assertThat(shown(officer, "review-monitoring", "recommendation")).isEqualTo("regular");
        complete(officer, "review-monitoring", Entered.regular(), "regular");

        assertThat(running()).as("everything of the case has ended").isEmpty();
        assertThat(ok(council.office().get("/api/cases/" + reference)).toString()).contains("Regular attendance achieved");
        for (var person : List.of(lead, council.office(), officer, chair, manager, legal)) {
            assertThat(ok(person.get("/engine-rest/task?processInstanceBusinessKey=" + reference))).as(person.user()).isEmpty();
        }
    }

    @Test
    @Order(10)
    void the_whole_story_step_by_step() {
        System.out.println("\n" + trace + "\n");
        assertThat(trace.steps()).containsExactlyElementsOf("""
                2026-10-02 | Ivy Marlow | Decide whom to write to | 2026-10-05 | priya.lead | send | AL 1.2.0 to Mr N Hale; AL 1.2.0 to \
                Ms M Marlow
                2026-10-12 | Ivy Marlow | Record meeting outcome | 2026-10-12 | priya.lead | held | -
                2026-10-12 | Ivy Marlow | Undertake Early Help Assessment | 2026-10-19 | priya.lead | undertaken | -
                2026-10-13 | Ivy Marlow | Agree Inclusion Support Plan | 2026-10-19 | priya.lead | from 13 October | ISP 1.1 to Mr N \
                Hale; ISP 1.1 to Ms M Marlow; ISP 1.1 to Priya Lead
                2026-11-02 | Ivy Marlow | Hold interim review | 2026-11-09 | priya.lead | notImproved | -
                2026-11-02 | Ivy Marlow | Refer to APWS | 2026-11-09 | priya.lead | referred | APWS 1.1.0 to Attendance & Pupil Welfare \
                Service
                2026-11-03 | Ivy Marlow | Receive referral | 2026-11-09 | olive.office | complete | -
                2026-11-03 | Ivy Marlow | Check criteria for involvement | 2026-11-09 | olive.office | accept | APWS 2.1.0 to Priya Lead
                2026-11-03 | Ivy Marlow | Arrange initial meeting | 2026-11-09 | asha.officer | 16 November | APWS 2.2.0 to Mr N Hale; \
                APWS 2.2.0 to Ms M Marlow; NOTICE TO IMPROVE to Mr N Hale; NOTICE TO IMPROVE to Ms M Marlow
                2026-11-03 | Ivy Marlow | Record posting of the warning | 2026-11-09 | olive.office | posted today | -
                2026-11-04 | Ivy Marlow | Prepare penalty notice | 2026-11-09 | asha.officer | doNotIssue | -
                2026-11-04 | Ivy Marlow | Prepare penalty notice | 2026-11-09 | asha.officer | doNotIssue | -
                2026-11-16 | Ivy Marlow | Hold initial meeting | 2026-11-16 | asha.officer | held | -
                2026-11-16 | Ivy Marlow | Agree plan | 2026-11-23 | asha.officer | from 16 November | ISP 2.3.0 to Mr N Hale; ISP 2.3.0 \
                to Ms M Marlow; ISP 2.3.0 to Priya Lead
                2026-12-01 | Ivy Marlow | Hold mid-point review | 2026-12-07 | asha.officer | plan unchanged | -
                2026-12-07 | Ivy Marlow | Start a penalty notice | - | asha.officer | asked for | -
                2026-12-07 | Ivy Marlow | Prepare penalty notice | 2026-12-14 | asha.officer | issue | -
                2026-12-07 | Ivy Marlow | Authorise penalty notice | 2026-12-10 | sam.service | authorise | PENALTY NOTICE to Mr N Hale
                2026-12-07 | Ivy Marlow | Record service of notice | 2026-12-09 | olive.office | posted today | -
                2026-12-14 | Ivy Marlow | Await payment | 2027-01-05 | olive.office | £80 | -
                2026-12-16 | Ivy Marlow | Hold final review | 2027-01-04 | asha.officer | notImproved | -
                2026-12-16 | Ivy Marlow | Book attendance panel | 2027-01-04 | olive.office | 12 January | APWS 3.1.0 to Mr N Hale; \
                APWS 3.1.0 to Ms M Marlow
                2027-01-12 | Ivy Marlow | Act on time limit | 2027-01-11 | asha.officer | faster | -
                2027-01-12 | Ivy Marlow | Hold attendance panel | 2027-01-12 | carol.chair | held | -
                2027-01-12 | Ivy Marlow | Agree Inclusion Support Plan | 2027-01-18 | carol.chair | from 12 January | -
                2027-01-12 | Ivy Marlow | Explain consequences, agree review | 2027-01-18 | carol.chair | 11 February | APWS 3.2.0 to \
                Mr N Hale; APWS 3.2.0 to Ms M Marlow; ISP 3.1 to Mr N Hale; ISP 3.1 to Ms M Marlow; ISP 3.1 to Priya Lead
                2027-02-11 | Ivy Marlow | Act on time limit | 2027-02-08 | asha.officer | faster | -
                2027-02-11 | Ivy Marlow | Hold final review | 2027-02-11 | asha.officer | notImproved | -
                2027-02-11 | Ivy Marlow | Arrange interview | 2027-02-22 | asha.officer | 25 February | INTERVIEW to Ms M Marlow
                2027-02-25 | Ivy Marlow | Record interview | 2027-02-25 | asha.officer | held | -
                2027-02-25 | Ivy Marlow | Decide for each parent | 2027-03-02 | asha.officer | the mother goes on | -
                2027-02-25 | Ivy Marlow | Book legal meeting | 2027-03-02 | asha.officer | 11 March | APWS 4.1 to Ms M Marlow
                2027-03-11 | Ivy Marlow | Act on time limit | 2027-02-22 | asha.officer | faster | -
                2027-03-11 | Ivy Marlow | Hold legal meeting | 2027-03-11 | asha.officer | prepare | -
                2027-03-11 | Ivy Marlow | Prepare prosecution | 2027-03-25 | asha.officer | the mother | -
                2027-03-11 | Ivy Marlow | Approve prosecution | 2027-03-16 | sam.service | approve | LEGAL REFERRAL to Legal Services
                2027-03-12 | Ivy Marlow | Review prosecution | 2027-03-22 | leo.legal | proceed | -
                2027-03-17 | Ivy Marlow | Lay information or issue charge | 2027-03-22 | leo.legal | charged, two sessions struck out | -
                2027-03-17 | Ivy Marlow | Record hearing and service | 2027-03-30 | leo.legal | to be heard on 15 April | -
                2027-04-15 | Ivy Marlow | Record hearing | 2027-04-15 | leo.legal | adjourned to 29 April | -
                2027-04-29 | Ivy Marlow | Record hearing | 2027-04-29 | leo.legal | concluded | -
                2027-04-29 | Ivy Marlow | Record outcome | 2027-05-04 | leo.legal | guilty | OUTCOME GUILTY to Ms M Marlow; OUTCOME NOTE \
                to Priya Lead
                2027-04-29 | Ivy Marlow | Record sentence | 2027-05-04 | leo.legal | fine of £160 | -
                2027-05-04 | Ivy Marlow | Hold post-court conference | 2027-05-10 | asha.officer | held | -
                2027-05-05 | Ivy Marlow | Agree plan | 2027-05-10 | asha.officer | from 5 May | ISP 2.3.0 to Ms M Marlow; ISP 2.3.0 to Priya Lead; \
                SUPPORT AFTER CONVICTION to Ms M Marlow
                2027-06-07 | Ivy Marlow | Review suspension | 2027-06-14 | asha.officer | sustained | -
                2027-07-05 | Ivy Marlow | Review monitoring | 2027-07-12 | asha.officer | regular | CLOSING to Mr N Hale; CLOSING to Ms \
                M Marlow; CLOSING to Priya Lead""".lines().toList());
    }

    @Test
    @Order(100)
    void no_letter_states_what_its_record_denies() {
        assertThat(TrueLetters.denied(database, 0)).isEmpty();
    }

    private void until(String day) {
        council.livesUntil(day(day), List.of(MARSH_LANE), Family::register);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private LocalDate today() {
        return council.today();
    }

    private String shown(Caller person, String kind, String name) {
        return council.shown(person, council.task(person, reference, kind)).get(name).asText();
    }

    /** Warned that last days for a charge come near, the officer goes on faster; there is one such task, however many days come near. */
    private void actsOnTimeLimit() {
        complete(officer, "act-on-time-limit", entry("act", "faster", "reason", "The next step is brought forward"), "faster");
    }

    private void complete(Caller person, String kind, Map<String, Object> entry, String decided) {
        complete(person, council.task(person, reference, kind), entry, decided);
    }

    private void complete(Caller person, JsonNode task, Map<String, Object> entry, String decided) {
        council.claims(person, task);
        ok(council.sends(person, task, entry));
        council.settles();
        trace(task, person, decided);
    }

    private void trace(JsonNode task, Caller who, String decided) {
        trace(task.path("name").asText(), task.path("due").asText().substring(0, 10), who, decided);
    }

    private void trace(String task, String due, Caller who, String decided) {
        var all = ok(council.administrator().get("/api/cases/%s/letters".formatted(reference)));
        var letters = StreamSupport.stream(all.spliterator(), false)
                .filter(letter -> lettersSeen.add(letter.path("number").asText()))
                .map(letter -> letter.path("code").asText() + " to " + letter.path("to").asText()).sorted().toList();
        trace.add(today().toString(), Family.PUPIL, task, due, who.user(), decided, letters);
    }

    private Map<SessionState, Integer> ledgerOf(String parent) {
        return ledger.of(pupil, Long.parseLong(parent)).stream()
                .collect(Collectors.groupingBy(LedgerSession::state, TreeMap::new, Collectors.summingInt(session -> 1)));
    }

    /** The processes that run under the case's reference, letters aside: they wait to be told that they came back. */
    private Set<String> running() {
        var keys = new HashSet<String>();
        ok(council.administrator().get("/engine-rest/process-instance?businessKey=" + reference))
                .forEach(instance -> keys.add(instance.path("definitionId").asText().replaceAll(":.*", "")));
        keys.remove("send-letter");
        return keys;
    }
}
