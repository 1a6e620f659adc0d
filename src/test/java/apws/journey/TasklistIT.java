package apws.journey;

import static apws.journey.Council.ok;
import static apws.journey.Entered.entry;
import static apws.journey.Town.Child.ADA;
import static apws.journey.Town.Child.BEN;
import static apws.journey.Town.Child.CY;
import static apws.journey.Town.Child.DEE;
import static apws.journey.Town.Child.HAL;
import static apws.journey.Town.MARSH_LANE;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

/**
 * What people see and do in their browser. Each test comes by what it needs, alone as well; in order they are a story, like {@link StageOneJourney}.
 * The pictures are what they saw.
 */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TasklistIT {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> OF_THE_README = List.of("tasklist-list", "tasklist-review", "cockpit-case", "letter");

    /** The list is in order of attendance, the lowest first. */
    private static final List<Town.Child> ROWS = List.of(BEN, ADA, DEE, CY, HAL);
    private static final int SEND = 0;
    private static final int HOLD = 1;
    private static final LocalDate OF_THE_MEETING = LocalDate.of(2026, 10, 12);
    private static final LocalDate OF_THE_REVIEW = LocalDate.of(2026, 11, 2);

    private int port;
    private Council council;
    private Chromium chromium;
    private Caller lead;
    private String caseOfAda;

    @BeforeAll
    void opens(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar) {
        this.port = port;
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        council = new Council(port, clock, engineTime, calendar);
        lead = council.opensMarshLane();
        chromium = new Chromium(port, PICTURES);
    }

    @AfterAll
    void closes() throws IOException {
        chromium.close();
        chromium.showsInReadme(OF_THE_README);
    }

    @BeforeEach
    void nothingIsTaken() {
        council.givesBack(lead);
    }

    @Test
    @Order(1)
    void a_refused_entry_is_explained_and_nothing_typed_is_lost() {
        var tasklist = signsIn();
        tasklist.opensTask("Decide whom to write to");
        tasklist.claims();
        invites(tasklist, BEN);
        tasklist.ticks("I have checked whom each letter goes to");
        tasklist.ticks("I have seen that marks are still N");

        assertThat(tasklist.completes()).isEqualTo(400);

        tasklist.says("is required unless a place for every meeting is given above");
        chromium.photographs(tasklist.page(), "tasklist-refused");
        assertThat(decision(tasklist, BEN, SEND)).isChecked();
    }

    @Test
    @Order(2)
    void the_bulk_list_is_completed_and_its_cases_begin() {
        var tasklist = signsIn();
        tasklist.opensTask("Decide whom to write to");
        tasklist.claims();
        invites(tasklist, BEN);
        invites(tasklist, ADA);
        tasklist.checks(decision(tasklist, DEE, HOLD));
        tasklist.types(inRow(tasklist, DEE, "holdUntil"), "19/10/2026", "19/10/2026");
        tasklist.checks(decision(tasklist, CY, SEND));
        tasklist.ticks("I have checked whom each letter goes to");
        tasklist.ticks("I have seen that marks are still N");
        assertThat(tasklist.completes()).isEqualTo(400);
        tasklist.says("is required unless a place for every meeting is given above");
        tasklist.writes(tasklist.page().getByLabel("Place of every meeting"), "Room 4");
        tasklist.writes(tasklist.page().getByLabel("Who will be there at every meeting"), "Ms P Lead, attendance lead");
        chromium.photographs(tasklist.page(), "tasklist-list");

        assertThat(tasklist.completes()).isEqualTo(204);

        assertThat(tasklist.page().locator(".apws-missing")).hasCount(0);
        council.settles();
        var meetings = ok(lead.get("/engine-rest/task?taskDefinitionKey=record-meeting-outcome"));
        assertThat(meetings).as("Ada's and Ben's").hasSize(2);
        var rest = council.shown(lead, council.task(lead, "SCHOOL-" + MARSH_LANE, "decide-whom-to-write-to")).get("candidates");
        assertThat(rest).as("undecided").hasSize(1);
        assertThat(rest.get(0).path("pupil").asText()).isEqualTo(HAL.fullName());
    }

    @Test
    @Order(3)
    void a_letter_is_read_from_its_link_in_the_form() throws IOException {
        adasCaseBegins();
        var tasklist = signsIn();
        tasklist.opensTask("Stage 1", "Ada Brook");
        tasklist.claims();
        var link = tasklist.page().locator(".fjs-container a[href*='/api/letters/']").first();
        assertThat(link).isVisible();
        chromium.photographs(tasklist.page(), "tasklist-meeting");
        var letter = tasklist.page().request().get(tasklist.page().evaluate("link => link.href", link.elementHandle()).toString());
        assertThat(letter).isOK();
        assertThat(letter.headers().get("content-type")).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(letter.body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Room 4");
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 100), "png", PICTURES.resolve("letter.png").toFile());
        }
    }

    @Test
    @Order(4)
    void a_manager_finds_the_case_in_cockpit_by_its_reference() {
        adasCaseBegins();
        var instances = ok(council.administrator().get("/engine-rest/process-instance?processDefinitionKey=stage-1-school-intervention"
                + "&businessKey=" + caseOfAda));
        var cockpit = chromium.signsIn(Council.MANAGER, Council.PASSWORD, council.today());
        cockpit.waitForURL("**/camunda/app/cockpit/**");
        cockpit.navigate("http://localhost:%d/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(port,
                instances.get(0).path("id").asText()));
        assertThat(cockpit.locator(".djs-container svg").first()).isVisible();
        assertThat(cockpit.getByText(caseOfAda).first()).isVisible();
        chromium.photographs(cockpit, "cockpit-case");
    }

    @Test
    @Order(5)
    void a_review_form_shows_the_plan_and_the_weeks_since_it_began() {
        adasReviewIsDue();
        var tasklist = signsIn();
        tasklist.opensTask("Stage 1", "Hold interim review");
        tasklist.claims();
        assertThat(tasklist.page().locator(".fjs-container")).containsText("100.0 % since 13 October 2026, as at 23 October 2026");
        chromium.photographs(tasklist.page(), "tasklist-review");
    }

    @Test
    @Order(6)
    void a_review_is_completed_and_what_is_missing_is_said_beside_its_field() {
        adasReviewIsDue();
        var tasklist = signsIn();
        tasklist.opensTask("Stage 1", "Hold interim review");
        tasklist.claims();
        tasklist.findsMissing("happenedOn");
        for (var missing : List.of("happenedOn", "heldHow", "actionProgress", "decision")) {
            assertThat(tasklist.beside(missing)).containsText("Field is required.");
        }
        chromium.photographs(tasklist.page(), "tasklist-review-missing");

        tasklist.types(tasklist.field("happenedOn"), "02/11/2026", "02/11/2026");
        tasklist.chooses("heldHow", "In person");
        for (int person = 0; person < 3; person++) {
            tasklist.chooses("people-invitedHow_" + person, "By letter");
            tasklist.chooses("people-came_" + person, "Attended");
        }
        tasklist.writes(tasklist.field("actionProgress"), "Breakfast club taken up.");
        tasklist.checks(tasklist.page().getByLabel("Improved", new Page.GetByLabelOptions().setExact(true)));
        tasklist.writes(tasklist.field("whatWentWell"), "In school every day");
        tasklist.writes(tasklist.field("praiseHow"), "A certificate");
        tasklist.writes(tasklist.field("praiseBy"), "The headteacher");
        tasklist.writes(tasklist.field("praiseTo"), "Ada");
        chromium.photographs(tasklist.page(), "tasklist-review-filled");

        assertThat(tasklist.completes()).isEqualTo(204);

        council.settles();
        assertThat(ok(lead.get("/engine-rest/task?taskDefinitionKey=hold-interim-review&processInstanceBusinessKey=" + caseOfAda))).isEmpty();
    }

    private Tasklist signsIn() {
        return new Tasklist(chromium.signsIn(Council.LEAD, Council.PASSWORD, council.today()));
    }

    /** Where no test has begun it yet, the lead decides on the list past the browser. */
    private void adasCaseBegins() {
        if (ok(lead.get("/engine-rest/task?taskDefinitionKey=record-meeting-outcome")).isEmpty()) {
            var list = council.task(lead, "SCHOOL-" + MARSH_LANE, "decide-whom-to-write-to");
            council.claims(lead, list);
            ok(council.sends(lead, list, entry("meetingPlaceForAll", "Room 4", "meetingWithForAll", "Ms P Lead, attendance lead", "candidates",
                    List.of(invited(BEN), invited(ADA), entry("upn", DEE.upn(), "decision", "hold", "holdUntil", "2026-10-19"),
                            entry("upn", CY.upn(), "decision", "send"), entry("upn", HAL.upn())),
                    "recipientsChecked", true, "marksSeen", true)));
            council.settles();
        }
        caseOfAda = caseOfAda == null ? caseOf(ADA) : caseOfAda;
    }

    private static Map<String, Object> invited(Town.Child child) {
        return entry("upn", child.upn(), "decision", "send", "meetingOn", OF_THE_MEETING.toString(), "meetingTime", "15:30");
    }

    /** Ada's parents came, and a plan has been followed for two weeks. */
    private void adasReviewIsDue() {
        if (council.today().isEqual(OF_THE_REVIEW)) {
            return;
        }
        adasCaseBegins();
        council.livesUntil(OF_THE_MEETING);
        var task = council.task(lead, caseOfAda, "record-meeting-outcome");
        var parents = new ArrayList<Map<String, Object>>();
        council.shown(lead, task).get("parents")
                .forEach(parent -> parents.add(entry("parentId", parent.path("parentId").asText(), "came", "attended",
                        "invitedHow", "letter")));
        completesOverRest("record-meeting-outcome", Entered.meetingHeld(council.today(), parents));
        completesOverRest("undertake-early-help", Entered.earlyHelp(council.today()));
        completesOverRest("agree-plan", Entered.plan(council.today(), council.today().plusDays(1)));
        council.livesUntil(OF_THE_REVIEW);
    }

    private void completesOverRest(String kind, Map<String, Object> entry) {
        var task = council.task(lead, caseOfAda, kind);
        council.claims(lead, task);
        ok(council.sends(lead, task, entry));
        council.settles();
    }

    private String caseOf(Town.Child child) {
        for (var task : ok(lead.get("/engine-rest/task?taskDefinitionKey=record-meeting-outcome"))) {
            var shown = council.shown(lead, task);
            if (shown.get("pupilName").asText().equals(child.fullName())) {
                return shown.get("caseReference").asText();
            }
        }
        throw new AssertionError("No case of " + child.fullName());
    }

    private void invites(Tasklist tasklist, Town.Child child) {
        tasklist.checks(decision(tasklist, child, SEND));
        tasklist.types(inRow(tasklist, child, "meetingOn"), "12/10/2026", "12/10/2026");
        tasklist.types(inRow(tasklist, child, "meetingTime"), "15:30", "15:30");
    }

    private static Locator decision(Tasklist in, Town.Child child, int choice) {
        return in.page().locator("input[id$='-candidates-decision_%d-%d']".formatted(ROWS.indexOf(child), choice));
    }

    private static Locator inRow(Tasklist in, Town.Child child, String field) {
        return in.page().locator("input[id*='-candidates-%s_%d']".formatted(field, ROWS.indexOf(child)));
    }
}
