package apws.journey;

import static apws.journey.Council.asTasklistSends;
import static apws.journey.Council.ok;
import static apws.journey.Entered.entry;
import static apws.journey.Town.Child.ADA;
import static apws.journey.Town.Child.BEN;
import static apws.journey.Town.Child.CY;
import static apws.journey.Town.Child.DEE;
import static apws.journey.Town.Child.HAL;
import static apws.journey.Town.HILL_TOP;
import static apws.journey.Town.MARSH_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.journey.Town.Child;
import apws.procedure.engine.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Stage 1 in the running application, from the first file to the last letter, over HTTP alone and as the people whose work it is. One story
 * told in order: each chapter needs those before it. The last prints it, step by step, and holds every line of it to what it must be.
 */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class StageOneJourney {

    private static final String LIST = "decide-whom-to-write-to";
    private static final String LIST_OF_MARSH_LANE = "SCHOOL-" + MARSH_LANE;

    private static Path folders;

    private final Trace trace = new Trace();
    private final Map<Child, String> cases = new EnumMap<>(Child.class);
    private final Map<Child, Set<String>> lettersSeen = new EnumMap<>(Child.class);

    private Council council;
    private Caller lead;
    private Caller otherLead;
    private Caller manager;
    private int importOfHillTop;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        folders = Folders.of("journey", settings);
    }

    @BeforeAll
    void opens(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar) {
        council = new Council(port, clock, engineTime, calendar);
    }

    @Test
    @Order(1)
    void the_office_sends_schools_pupils_and_parents_and_the_administrator_gives_out_accounts() {
        council.hiresItsOffice();
        council.sendsPeople();
        lead = council.hires(Council.LEAD, Roles.ofSchool(MARSH_LANE));
        otherLead = council.hires(Council.OTHER_LEAD, Roles.ofSchool(HILL_TOP));
        manager = council.hires(Council.MANAGER, Roles.MANAGER);

        var anothers = ok(otherLead.upload("/api/pupils", "pupils.csv", Town.pupils()));
        assertThat(anothers.path("rejected").asInt()).as("pupils of another school").isEqualTo(6);
        assertThat(otherLead.get("/api/imports/%d/rejected".formatted(anothers.path("id").asInt())).text())
                .contains("2,a school not its own");
        assertThat(lead.upload("/api/schools", "schools.csv", Town.schools()).status()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void a_register_is_dropped_into_the_folder_and_another_is_sent_by_its_school() throws IOException {
        var dropped = folders.resolve("drop");
        Files.createDirectories(dropped);
        Files.writeString(dropped.resolve("marsh-lane.csv"), Town.register(MARSH_LANE, council.schoolDaysSoFar())
                + "A999100000099,2026-09-10,AM,/\n" + "A999100000001,2026-09-10,AM,?\n");
        var done = dropped.resolve("done");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(done).isDirectoryContaining("glob:**.csv"));
        var result = Caller.JSON.readTree(only(done, ".result.json").toFile());
        assertThat(result.path("added").asInt()).as("marks").isEqualTo(6 * 42);
        assertThat(result.path("rejected").asInt()).isEqualTo(2);
        assertThat(Files.readString(only(done, ".rejected.csv"))).contains("254,", "255,");

        var sent = Town.register(HILL_TOP, council.schoolDaysSoFar());
        var first = ok(otherLead.upload("/api/registers", "hill-top.csv", sent));
        importOfHillTop = first.path("id").asInt();
        assertThat(first.path("added").asInt()).isEqualTo(42);
        assertThat(ok(otherLead.upload("/api/registers", "hill-top.csv", sent)).path("unchanged").asInt()).isEqualTo(42);
        assertThat(ok(lead.upload("/api/registers", "hill-top.csv", sent)).path("rejected").asInt()).as("another school's").isEqualTo(42);
        assertThat(otherLead.upload("/api/registers", "no-register.csv", "one,two\n1,2\n").status()).isEqualTo(422);
    }

    @Test
    @Order(3)
    void screening_offers_pupils_to_their_schools_once_these_are_switched_on() {
        council.firesTimerOf("attendance-screening");
        assertThat(lead.get("/engine-rest/task").json()).as("no school is switched on").isEmpty();

        var preview = ok(council.office().get("/api/schools/%s/preview".formatted(MARSH_LANE)));
        assertThat(texts(preview.path("candidates"), "pupil", "band", "attendance")).containsExactly("Ben Carter, AL 1.2.0, 81.0 %",
                "Ada Brook, AL 1.2.0, 85.7 %", "Dee Ellis, AL 1.2.0, 88.1 %", "Cy Dunn, AL 1.1.0, 95.2 %", "Hal Grey, AL 1.1.0, 95.2 %");
        assertThat(lead.get("/api/schools/%s/preview".formatted(MARSH_LANE)).status()).isEqualTo(403);
        for (var school : List.of(MARSH_LANE, HILL_TOP)) {
            ok(council.office().post("/api/schools/%s/switch-on".formatted(school), ""));
        }

        council.firesTimerOf("attendance-screening");

        assertThat(texts(ok(lead.get("/engine-rest/task")), "name")).containsExactly("Decide whom to write to");
        assertThat(texts(ok(otherLead.get("/engine-rest/task")), "name")).containsExactly("Decide whom to write to");
    }

    @Test
    @Order(4)
    void the_schools_list_shows_what_is_needed_to_decide() {
        var list = council.task(lead, LIST_OF_MARSH_LANE, LIST);
        var shown = council.shown(lead, list);

        assertThat(list.path("due").asText()).startsWith("2026-10-05T17:00");
        assertThat(texts(shown.get("candidates"), "pupil", "missed", "possible", "unauthorised", "noReasonYet", "absent", "flags",
                "recipients")).containsExactly(
                        "Ben Carter, 8, 42, 8, 2, persistently absent, young carer, Ms C Carter (mother)",
                        "Ada Brook, 6, 42, 4, 0, persistently absent, special educational needs, Ms A Brook (mother), Mr B Stone (father)",
                        "Dee Ellis, 5, 42, 5, 0, persistently absent, none known, Ms E Ellis (mother)",
                        "Cy Dunn, 2, 42, 2, 0, , none known, Mr D Dunn (father)",
                        "Hal Grey, 2, 42, 0, 0, , none known, Ms G Grey (mother)");
    }

    @Test
    @Order(5)
    void an_entry_that_lacks_something_is_refused_by_its_name_at_every_door_and_changes_nothing() {
        var list = council.task(lead, LIST_OF_MARSH_LANE, LIST);
        var decisions = decisions();
        decisions.remove("recipientsChecked");
        decisions.remove("meetingPlaceForAll");
        var tasklist = lead.inTasklist(Council.PASSWORD);
        var id = list.path("id").asText();
        for (var answer : List.of(council.sends(lead, list, decisions),
                lead.post("/engine-rest/task/%s/complete".formatted(id), asTasklistSends(decisions)),
                tasklist.post("/camunda/api/engine/engine/default/task/%s/submit-form".formatted(id), asTasklistSends(decisions)),
                tasklist.post("/camunda/api/engine/engine/default/task/%s/complete".formatted(id), asTasklistSends(decisions)))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.message()).contains("recipientsChecked", "is required", "meetingPlace");
        }
        assertThat(council.task(lead, LIST_OF_MARSH_LANE, LIST)).as("the task as it was").isEqualTo(list);
        assertThat(ok(council.administrator().get("/engine-rest/process-instance/count?processDefinitionKey=attendance-intervention"))
                .path("count").asInt()).isZero();
    }

    @Test
    @Order(6)
    void the_schools_lead_decides_and_each_case_begins_with_its_letter() {
        var list = council.task(lead, LIST_OF_MARSH_LANE, LIST);
        council.claims(lead, list);
        ok(council.sends(lead, list, decisions()));
        council.settles();

        for (var instance : ok(council.administrator().get("/engine-rest/process-instance?processDefinitionKey=attendance-intervention"))) {
            var id = instance.path("id").asText();
            var pupil = ok(council.administrator().get("/engine-rest/process-instance/%s/variables/pupilName".formatted(id)));
            cases.put(child(pupil.path("value").asText()), instance.path("businessKey").asText());
        }
        assertThat(cases).containsOnlyKeys(ADA, BEN, CY, DEE, HAL);
        assertThat(cases.values()).allMatch(reference -> reference.matches("AI-2026-[0-9]{5}"));
        for (var child : List.of(BEN, ADA, DEE, CY, HAL)) {
            trace(child, list, lead, "send");
        }
        assertThat(ok(lead.get("/engine-rest/task?taskDefinitionKey=" + LIST))).as("everybody has been decided on").isEmpty();
    }

    @Test
    @Order(7)
    void the_letter_can_be_read_and_lies_in_the_print_tray_for_that_parent_alone() throws IOException {
        var letters = ok(lead.get("/api/cases/%s/letters".formatted(cases.get(ADA))));
        assertThat(texts(letters, "code", "to", "status", "recordedBy")).containsExactlyInAnyOrder(
                "AL 1.2.0, Ms A Brook, handed over, priya.lead", "AL 1.2.0, Mr B Stone, handed over, priya.lead");

        var index = Files.readAllLines(folders.resolve("tray/2026-10-02/index.csv"));
        assertThat(index).as("headings, and six letters of five cases").hasSize(1 + 6);
        for (var letter : letters) {
            var pdf = lead.get("/api/letters/" + letter.path("id").asInt());
            assertThat(pdf.status()).isEqualTo(200);
            var number = letter.path("number").asText();
            assertThat(folders.resolve("tray/2026-10-02/%s.pdf".formatted(number))).hasBinaryContent(pdf.body());
            assertThat(index).filteredOn(row -> row.startsWith(number + ",")).singleElement().asString().contains(sha256(pdf.body()));

            var said = read(pdf.body());
            assertThat(said).contains("Ada", "Monday 12 October 2026", "3:30pm", "Room 4", number, "Case " + cases.get(ADA), "85.7%");
            assertThat(said.contains("1 Mill Street")).isEqualTo(letter.path("to").asText().equals("Ms A Brook"));
            assertThat(said.contains("9 Far Road")).isEqualTo(letter.path("to").asText().equals("Mr B Stone"));
        }
    }

    @Test
    @Order(8)
    void another_schools_lead_sees_neither_task_nor_case_nor_letter_nor_import() {
        assertThat(texts(ok(otherLead.get("/engine-rest/task")), "name")).containsExactly("Decide whom to write to");
        var task = council.task(lead, cases.get(ADA), "record-meeting-outcome").path("id").asText();
        for (var hidden : List.of("", "/form-variables", "/variables", "/deployed-form", "/identity-links")) {
            assertThat(otherLead.get("/engine-rest/task/%s%s".formatted(task, hidden)).status()).as(hidden).isIn(403, 404);
        }
        for (var closed : List.of("claim", "submit-form", "complete", "assignee", "unclaim", "resolve")) {
            assertThat(otherLead.post("/engine-rest/task/%s/%s".formatted(task, closed), Map.of("userId", Council.OTHER_LEAD)).status())
                    .as(closed).isEqualTo(403);
        }
        assertThat(otherLead.get("/engine-rest/process-instance?businessKey=" + cases.get(ADA)).status()).isEqualTo(403);
        assertThat(otherLead.get("/engine-rest/variable-instance?variableName=pupilName").status()).isEqualTo(403);

        var letter = ok(lead.get("/api/cases/%s/letters".formatted(cases.get(ADA)))).get(0).path("id").asInt();
        for (var hidden : List.of("/api/cases/" + cases.get(ADA), "/api/cases/%s/letters".formatted(cases.get(ADA)), "/api/letters/" + letter,
                "/api/cases/AI-2026-99999", "/api/letters/999999")) {
            assertThat(otherLead.get(hidden).status()).as("%s, there or not", hidden).isEqualTo(404);
        }
        assertThat(lead.get("/api/imports/" + importOfHillTop).status()).isEqualTo(404);
        assertThat(lead.get("/api/imports/%d/rejected".formatted(importOfHillTop)).status()).isEqualTo(404);
        assertThat(otherLead.get("/api/imports/" + importOfHillTop).status()).isEqualTo(200);
        var withdrawal = otherLead.post("/engine-rest/process-definition/key/withdraw-case/submit-form", asTasklistSends(withdrawal(ADA)));
        assertThat(withdrawal.status()).isEqualTo(400);
        assertThat(withdrawal.message()).contains("there is no open case of that reference that you can see");
    }

    @Test
    @Order(9)
    void nobody_writes_variables_and_a_manager_looks_without_touching() {
        var task = council.task(lead, cases.get(ADA), "record-meeting-outcome");
        var id = task.path("id").asText();
        var instance = task.path("processInstanceId").asText();
        var stage = Map.of("value", "Stage 4", "type", "String");
        for (var person : List.of(lead, manager, council.office())) {
            for (var door : List.of("/task/%s/variables/stage".formatted(id), "/task/%s/localVariables/stage".formatted(id),
                    "/process-instance/%s/variables/stage".formatted(instance), "/execution/%s/localVariables/stage".formatted(instance))) {
                assertThat(person.put("/engine-rest" + door, stage).status()).as("%s at %s", person.user(), door).isEqualTo(403);
            }
        }
        assertThat(lead.get("/engine-rest/process-instance/%s/variables".formatted(instance)).status()).isEqualTo(403);
        assertThat(lead.post("/engine-rest/message", Map.of("messageName", "case-withdrawn", "businessKey", cases.get(ADA))).status())
                .isEqualTo(403);

        assertThat(ok(manager.get("/engine-rest/process-instance?businessKey=" + cases.get(ADA)))).isNotEmpty();
        assertThat(manager.post("/engine-rest/task/%s/claim".formatted(id), Map.of("userId", Council.MANAGER)).status()).isEqualTo(403);
        assertThat(council.office().post("/engine-rest/task/%s/submit-form".formatted(id), Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Order(10)
    void a_letter_comes_back_and_goes_out_again_to_the_corrected_address() throws IOException {
        council.livesUntil(LocalDate.of(2026, 10, 7));
        var returned = StreamSupport.stream(ok(lead.get("/api/cases/%s/letters".formatted(cases.get(ADA)))).spliterator(), false)
                .filter(letter -> letter.path("to").asText().equals("Ms A Brook")).findFirst().orElseThrow();
        starts(council.office(), "report-returned-letter", entry("caseReference", cases.get(ADA), "letterNumber",
                returned.path("number").asText(), "returnedOn", "2026-10-07", "why", "Addressee gone away"));
        trace.add("2026-10-07", ADA.fullName(), "Report a returned letter", "-", Council.OFFICE, "Addressee gone away", List.of());

        complete(lead, ADA, "correct-address", entry("decision", "sendAgain", "newAddress", "22 New Road\nFairhaven",
                "newPostcode", "ZZ99 2AZ", "source", "The mother, by telephone"), "sendAgain");

        var letters = ok(lead.get("/api/cases/%s/letters".formatted(cases.get(ADA))));
        assertThat(texts(letters, "to", "status")).containsExactlyInAnyOrder("Ms A Brook, returned", "Mr B Stone, handed over",
                "Ms A Brook, handed over");
        var again = StreamSupport.stream(letters.spliterator(), false)
                .filter(letter -> letter.path("to").asText().equals("Ms A Brook") && letter.path("status").asText().equals("handed over"))
                .findFirst().orElseThrow();
        assertThat(read(lead.get("/api/letters/" + again.path("id").asInt()).body())).contains("22 New Road")
                .doesNotContain("1 Mill Street");
        assertThat(folders.resolve("tray/2026-10-07/%s.pdf".formatted(again.path("number").asText()))).exists();
    }

    @Test
    @Order(11)
    void a_meeting_is_held_and_a_plan_agreed() {
        council.livesUntil(LocalDate.of(2026, 10, 12));
        complete(lead, ADA, "record-meeting-outcome", Entered.meetingHeld(council.today(), parents(ADA, "attended")), "held");
        complete(lead, BEN, "record-meeting-outcome", Entered.meetingMissed(parents(BEN, "didNotAttend"), LocalDate.of(2026, 10, 16)),
                "missed, rearrange");
        complete(lead, ADA, "undertake-early-help", Entered.earlyHelp(council.today()), "undertaken");
        council.livesUntil(LocalDate.of(2026, 10, 13));
        complete(lead, ADA, "agree-plan", Entered.plan(council.today(), council.today()), "from 13 October");
    }

    @Test
    @Order(12)
    void a_case_is_withdrawn_by_the_start_form_and_everything_it_had_open_ends() {
        council.livesUntil(LocalDate.of(2026, 10, 14));
        assertThat(ok(lead.get("/engine-rest/task?processInstanceBusinessKey=" + cases.get(DEE)))).isNotEmpty();

        starts(lead, "withdraw-case", withdrawal(DEE));
        trace(DEE, "Withdraw a case", "-", lead, "homeEducated");

        assertThat(ok(lead.get("/engine-rest/task?processInstanceBusinessKey=" + cases.get(DEE)))).isEmpty();
        assertThat(running(DEE)).doesNotContain("attendance-intervention", "stage-1-school-intervention");
    }

    @Test
    @Order(13)
    void a_missed_meeting_is_held_at_the_second_try() {
        council.livesUntil(LocalDate.of(2026, 10, 16));
        complete(lead, BEN, "record-meeting-outcome", Entered.meetingHeld(council.today(), parents(BEN, "attended")), "held");
        complete(lead, BEN, "undertake-early-help", Entered.earlyHelp(council.today()), "undertaken");
        complete(lead, BEN, "agree-plan", Entered.plan(council.today(), LocalDate.of(2026, 10, 19)), "from 19 October");
    }

    @Test
    @Order(14)
    void timers_that_end_in_the_holiday_wait_for_the_first_school_day_after_it() {
        council.livesUntil(LocalDate.of(2026, 10, 23));
        assertThat(ok(lead.get("/engine-rest/task?taskDefinitionKey=hold-interim-review"))).isEmpty();

        council.livesUntil(LocalDate.of(2026, 11, 2));

        assertThat(running(HAL)).as("attendance is regular again, so the case closes of itself").doesNotContain("attendance-intervention");
        trace(HAL, "Four weeks watched", "2026-11-02", null, "regular again");
        complete(lead, CY, "decide-after-watch", entry("decision", "invite", "meetingOn", "2026-11-09", "meetingTime", "15:30",
                "meetingPlace", "Room 4", "meetingWith", "Ms P Lead", "recipientsChecked", true), "invite");
        var review = council.shown(lead, council.task(lead, cases.get(ADA), "hold-interim-review"));
        assertThat(review.get("recommendation").asText()).isEqualTo("improved");
        assertThat(review.get("figuresLine").asText()).startsWith("**100.0 %** since 13 October 2026, as at 23 October 2026: 18 of 18");
        complete(lead, ADA, "hold-interim-review", Entered.improved(council.today()), "improved");
        review = council.shown(lead, council.task(lead, cases.get(BEN), "hold-interim-review"));
        assertThat(review.get("recommendation").asText()).isEqualTo("notImproved");
        assertThat(review.get("figuresLine").asText()).startsWith("**60.0 %** since 19 October 2026, as at 23 October 2026: 6 of 10");
        complete(lead, BEN, "hold-interim-review", Entered.notImproved(council.today()), "notImproved");
    }

    @Test
    @Order(15)
    void a_referral_goes_to_the_apws_office() {
        complete(lead, BEN, "refer-to-apws", Entered.referral(council.today()), "referred");
        assertThat(ok(lead.get("/engine-rest/task?processInstanceBusinessKey=" + cases.get(BEN)))).as("the school's tasks").isEmpty();
        council.livesUntil(LocalDate.of(2026, 11, 3));
        assertThat(council.shown(council.office(), council.task(council.office(), cases.get(BEN), "receive-referral")).get("referralText").asText())
                .startsWith("Referred on");
        assertThat(running(BEN)).contains("attendance-intervention", "stage-2-fast-track");
    }

    @Test
    @Order(16)
    void a_pupil_who_improved_is_praised_monitored_and_the_case_closed() {
        council.livesUntil(LocalDate.of(2026, 11, 10));
        complete(lead, ADA, "hold-four-week-review", Entered.improved(council.today()), "improved");
        council.livesUntil(LocalDate.of(2026, 12, 8));
        var review = council.shown(lead, council.task(lead, cases.get(ADA), "review-monitoring"));
        assertThat(review.get("recommendation").asText()).isEqualTo("regular");
        assertThat(review.get("figuresLine").asText()).startsWith("**100.0 %** since 10 November 2026, as at 7 December 2026: 40 of 40");
        complete(lead, ADA, "review-monitoring", Entered.regular(), "regular");
        assertThat(running(ADA)).doesNotContain("attendance-intervention", "stage-1-school-intervention", "monitoring");
    }

    @Test
    @Order(17)
    void the_whole_story_step_by_step() {
        System.out.println("\n" + trace + "\n");
        assertThat(trace.steps()).containsExactlyElementsOf("""
                2026-10-02 | Ben Carter | Decide whom to write to | 2026-10-05 | priya.lead | send | AL 1.2.0 to Ms C Carter
                2026-10-02 | Ada Brook | Decide whom to write to | 2026-10-05 | priya.lead | send | \
                AL 1.2.0 to Mr B Stone; AL 1.2.0 to Ms A Brook
                2026-10-02 | Dee Ellis | Decide whom to write to | 2026-10-05 | priya.lead | send | AL 1.2.0 to Ms E Ellis
                2026-10-02 | Cy Dunn | Decide whom to write to | 2026-10-05 | priya.lead | send | AL 1.1.0 to Mr D Dunn
                2026-10-02 | Hal Grey | Decide whom to write to | 2026-10-05 | priya.lead | send | AL 1.1.0 to Ms G Grey
                2026-10-07 | Ada Brook | Report a returned letter | - | olive.office | Addressee gone away | -
                2026-10-07 | Ada Brook | Correct address | 2026-10-12 | priya.lead | sendAgain | AL 1.2.0 to Ms A Brook
                2026-10-12 | Ada Brook | Record meeting outcome | 2026-10-12 | priya.lead | held | -
                2026-10-12 | Ben Carter | Record meeting outcome | 2026-10-12 | priya.lead | missed, rearrange | \
                MISSED MEETING to Ms C Carter
                2026-10-12 | Ada Brook | Undertake Early Help Assessment | 2026-10-19 | priya.lead | undertaken | -
                2026-10-13 | Ada Brook | Agree Inclusion Support Plan | 2026-10-19 | priya.lead | from 13 October | \
                ISP 1.1 to Mr B Stone; ISP 1.1 to Ms A Brook; ISP 1.1 to Priya Lead
                2026-10-14 | Dee Ellis | Withdraw a case | - | priya.lead | homeEducated | -
                2026-10-16 | Ben Carter | Record meeting outcome | 2026-10-16 | priya.lead | held | -
                2026-10-16 | Ben Carter | Undertake Early Help Assessment | 2026-10-21 | priya.lead | undertaken | -
                2026-10-16 | Ben Carter | Agree Inclusion Support Plan | 2026-10-21 | priya.lead | from 19 October | \
                ISP 1.1 to Ms C Carter; ISP 1.1 to Priya Lead
                2026-11-02 | Hal Grey | Four weeks watched | 2026-11-02 | - | regular again | CLOSING to Ms G Grey; CLOSING to Priya Lead
                2026-11-02 | Cy Dunn | Decide after watch | 2026-11-09 | priya.lead | invite | AL 1.2.0 to Mr D Dunn
                2026-11-02 | Ada Brook | Hold interim review | 2026-11-09 | priya.lead | improved | \
                PRAISE to Mr B Stone; PRAISE to Ms A Brook
                2026-11-02 | Ben Carter | Hold interim review | 2026-11-09 | priya.lead | notImproved | -
                2026-11-02 | Ben Carter | Refer to APWS | 2026-11-09 | priya.lead | referred | \
                APWS 1.1.0 to Attendance & Pupil Welfare Service
                2026-11-10 | Ada Brook | Hold four-week review | 2026-11-16 | priya.lead | improved | \
                PRAISE to Mr B Stone; PRAISE to Ms A Brook
                2026-12-08 | Ada Brook | Review monitoring | 2026-12-14 | priya.lead | regular | \
                CLOSING to Mr B Stone; CLOSING to Ms A Brook; CLOSING to Priya Lead""".lines().toList());
    }

    /** Everybody on the list gets a letter. */
    private static Map<String, Object> decisions() {
        var rows = Stream.of(BEN, ADA, DEE, CY, HAL).map(child -> child == CY || child == HAL
                ? entry("upn", child.upn(), "decision", "send")
                : entry("upn", child.upn(), "decision", "send", "meetingOn", "2026-10-12", "meetingTime", "15:30")).toList();
        return entry("meetingPlaceForAll", "Room 4", "meetingWithForAll", "Ms P Lead, attendance lead", "candidates", rows,
                "recipientsChecked", true, "marksSeen", true);
    }

    private Map<String, Object> withdrawal(Child child) {
        var today = council.today().toString();
        return entry("caseReference", cases.get(child), "endedOn", today, "ground", "homeEducated", "because", "Home educated",
                "toldWhom", "The mother", "passedTo", "Elective home education team", "passedOn", today);
    }

    private List<Map<String, Object>> parents(Child child, String came) {
        var shown = council.shown(lead, council.task(lead, cases.get(child), "record-meeting-outcome")).get("parents");
        var rows = new ArrayList<Map<String, Object>>();
        for (var parent : shown) {
            var id = parent.path("parentId").asText();
            rows.add("yes".equals(parent.path("mayBeWrittenTo").asText()) ? entry("parentId", id, "came", came, "invitedHow", "letter")
                    : entry("parentId", id, "came", "notInvited", "reason", "Court order"));
        }
        return rows;
    }

    private void complete(Caller person, Child child, String kind, Map<String, Object> entry, String decided) {
        var task = council.task(person, cases.get(child), kind);
        council.claims(person, task);
        ok(council.sends(person, task, entry));
        council.settles();
        trace(child, task, person, decided);
    }

    private void starts(Caller person, String process, Map<String, Object> entry) {
        ok(person.post("/engine-rest/process-definition/key/%s/submit-form".formatted(process), asTasklistSends(entry)));
        council.settles();
    }

    private void trace(Child child, JsonNode task, Caller who, String decided) {
        trace(child, task.path("name").asText(), task.path("due").asText().substring(0, 10), who, decided);
    }

    private void trace(Child child, String task, String due, Caller who, String decided) {
        var seen = lettersSeen.computeIfAbsent(child, first -> new HashSet<>());
        var all = ok(council.office().get("/api/cases/%s/letters".formatted(cases.get(child))));
        var letters = StreamSupport.stream(all.spliterator(), false)
                .filter(letter -> seen.add(letter.path("number").asText()))
                .map(letter -> letter.path("code").asText() + " to " + letter.path("to").asText()).sorted().toList();
        trace.add(council.today().toString(), child.fullName(), task, due, who == null ? "-" : who.user(), decided, letters);
    }

    /** The processes that run under the case's reference, letters aside. */
    private Set<String> running(Child child) {
        var keys = new HashSet<String>();
        ok(council.administrator().get("/engine-rest/process-instance?businessKey=" + cases.get(child)))
                .forEach(instance -> keys.add(instance.path("definitionId").asText().replaceAll(":.*", "")));
        return keys;
    }

    private static Child child(String name) {
        return Arrays.stream(Child.values()).filter(child -> child.fullName().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Arrays.stream(fields).map(field -> row.path(field).asText()).collect(Collectors.joining(", "))).toList();
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    private static String read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }
}
