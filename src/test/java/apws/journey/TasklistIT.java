package apws.journey;

import static apws.journey.Council.ok;
import static apws.journey.Entered.entry;
import static apws.journey.Town.Child.ADA;
import static apws.journey.Town.Child.BEN;
import static apws.journey.Town.Child.CY;
import static apws.journey.Town.Child.DEE;
import static apws.journey.Town.Child.HAL;
import static apws.journey.Town.HILL_TOP;
import static apws.journey.Town.MARSH_LANE;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.EngineTime;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What people see and do in their browser: a story told in order, like {@link StageOneJourney}. The pictures are what they saw. */
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

    private int port;
    private Council council;
    private Chromium chromium;
    private Caller lead;
    private Page tasklist;
    private String caseOfAda;

    @BeforeAll
    void opens(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar) {
        this.port = port;
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        council = new Council(port, clock, engineTime, calendar);
        council.hiresItsOffice();
        council.sendsPeople();
        lead = council.hires(Council.LEAD, Roles.ofSchool(MARSH_LANE));
        council.hires(Council.MANAGER, Roles.MANAGER);
        ok(council.office().upload("/api/registers", "marsh-lane.csv", Town.register(MARSH_LANE, council.schoolDaysSoFar())));
        ok(council.office().upload("/api/registers", "hill-top.csv", Town.register(HILL_TOP, council.schoolDaysSoFar())));
        ok(council.office().post("/api/schools/%s/switch-on".formatted(MARSH_LANE), ""));
        council.firesTimerOf("attendance-screening");
        chromium = new Chromium(port, PICTURES);
    }

    @AfterAll
    void closes() throws IOException {
        chromium.close();
        var readme = System.getProperty("apws.pictures");
        if (readme != null) {
            for (var picture : OF_THE_README) {
                Files.createDirectories(Path.of(readme));
                Files.copy(PICTURES.resolve(picture + ".png"), Path.of(readme, picture + ".png"), REPLACE_EXISTING);
            }
        }
    }

    @Test
    @Order(1)
    void a_refused_entry_is_explained_and_nothing_typed_is_lost() {
        tasklist = chromium.signsIn(Council.LEAD, Council.PASSWORD, council.today());
        opensTask("Decide whom to write to");
        claims();
        invites(BEN);
        ticks("I have checked whom each letter goes to");
        ticks("I have seen that marks are still N");

        assertThat(completes()).isEqualTo(400);

        assertThat(tasklist.locator(".notifications")).containsText("is required unless a place for every meeting is given above");
        chromium.photographs(tasklist, "tasklist-refused");
        assertThat(decision(BEN, SEND)).isChecked();
        tasklist.locator(".notifications .close:visible").first().click();
    }

    @Test
    @Order(2)
    void the_bulk_list_is_completed_and_its_cases_begin() {
        invites(ADA);
        decision(DEE, HOLD).check();
        fills(inRow(DEE, "holdUntil"), "19/10/2026");
        decision(CY, SEND).check();
        tasklist.getByLabel("Place of every meeting").fill("Room 4");
        tasklist.getByLabel("Who will be there at every meeting").fill("Ms P Lead, attendance lead");
        chromium.photographs(tasklist, "tasklist-list");

        assertThat(completes()).isEqualTo(204);

        council.settles();
        var meetings = ok(lead.get("/engine-rest/task?taskDefinitionKey=record-meeting-outcome"));
        assertThat(meetings).as("Ada's and Ben's").hasSize(2);
        var rest = council.shown(lead, council.task(lead, "SCHOOL-" + MARSH_LANE, "decide-whom-to-write-to")).get("candidates");
        assertThat(rest).as("undecided").hasSize(1);
        assertThat(rest.get(0).path("pupil").asText()).isEqualTo(HAL.fullName());
        caseOfAda = caseOf(ADA);
    }

    @Test
    @Order(3)
    void a_letter_is_read_from_its_link_in_the_form() throws IOException {
        list("Stage 1");
        opensTask("Ada Brook");
        claims();
        var link = tasklist.locator(".fjs-container a[href*='/api/letters/']").first();
        assertThat(link).isVisible();
        chromium.photographs(tasklist, "tasklist-meeting");
        var letter = tasklist.request().get(tasklist.evaluate("link => link.href", link.elementHandle()).toString());
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
        council.livesUntil(LocalDate.of(2026, 10, 12));
        var task = council.task(lead, caseOfAda, "record-meeting-outcome");
        var parents = new ArrayList<Map<String, Object>>();
        council.shown(lead, task).get("parents")
                .forEach(parent -> parents.add(entry("parentId", parent.path("parentId").asText(), "came", "attended")));
        completesOverRest("record-meeting-outcome", Entered.meetingHeld(council.today(), parents));
        completesOverRest("undertake-early-help", Entered.earlyHelp(council.today()));
        completesOverRest("agree-plan", Entered.plan(council.today(), council.today().plusDays(1)));
        council.livesUntil(LocalDate.of(2026, 11, 2));

        tasklist = chromium.signsIn(Council.LEAD, Council.PASSWORD, council.today());
        list("Stage 1");
        opensTask("Hold interim review");
        claims();
        assertThat(tasklist.locator(".fjs-container")).containsText("100.0 % since 13 October 2026, as at 23 October 2026");
        chromium.photographs(tasklist, "tasklist-review");
    }

    @Test
    @Order(6)
    void a_review_is_completed_and_what_is_missing_is_said_beside_its_field() {
        var complete = tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        complete.click();
        for (var missing : List.of("happenedOn", "heldHow", "actionProgress", "decision")) {
            assertThat(beside(missing)).containsText("Field is required.");
        }
        chromium.photographs(tasklist, "tasklist-review-missing");

        fills(field("happenedOn"), "02/11/2026");
        chooses("heldHow", "In person");
        for (int person = 0; person < 3; person++) {
            chooses("people-invitedHow_" + person, "By letter");
            chooses("people-came_" + person, "Attended");
        }
        // leaving the field takes its error message away, and what is below moves up
        fills(field("actionProgress"), "Breakfast club taken up.");
        tasklist.getByLabel("Improved", new Page.GetByLabelOptions().setExact(true)).check();
        field("whatWentWell").fill("In school every day");
        field("praiseHow").fill("A certificate");
        field("praiseBy").fill("The headteacher");
        field("praiseTo").fill("Ada");
        chromium.photographs(tasklist, "tasklist-review-filled");

        assertThat(completes()).isEqualTo(204);

        council.settles();
        assertThat(ok(lead.get("/engine-rest/task?taskDefinitionKey=hold-interim-review&processInstanceBusinessKey=" + caseOfAda))).isEmpty();
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

    private void opensTask(String nameOrPupil) {
        var card = tasklist.locator("ol.tasks-list > li").filter(new FilterOptions().setHasText(nameOrPupil)).first();
        card.locator("h4.task").click();
        assertThat(tasklist.locator("h2.task")).isVisible();
    }

    private void claims() {
        tasklist.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(tasklist.locator(".fjs-container input:not([disabled])").first()).isVisible();
    }

    private void invites(Town.Child child) {
        decision(child, SEND).check();
        fills(inRow(child, "meetingOn"), "12/10/2026");
        fills(inRow(child, "meetingTime"), "15:30");
    }

    private void ticks(String label) {
        tasklist.getByLabel(label).check();
    }

    /** @return what the server answers */
    private int completes() {
        var complete = tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        try {
            return tasklist.waitForResponse("**/submit-form", complete::click).status();
        } catch (TimeoutError nothingSent) {
            throw new AssertionError("Nothing was sent; the form says " + tasklist.locator(".fjs-form-field:has(> .fjs-form-field-error)").allTextContents(),
                    nothingSent);
        }
    }

    private void list(String name) {
        tasklist.locator(".task-filter h4.name").filter(new FilterOptions().setHasText(name)).click();
    }

    private Locator field(String id) {
        return tasklist.locator(".fjs-container :is(input, textarea)[id*='-%s']".formatted(id)).first();
    }

    /** The field with its label and what is said of it. */
    private Locator beside(String id) {
        return tasklist.locator(".fjs-form-field:has([id*='-%s'])".formatted(id)).last();
    }

    private void chooses(String id, String option) {
        beside(id).locator(".fjs-select-display").click();
        tasklist.locator(".fjs-dropdownlist-item").filter(new FilterOptions().setHasText(option)).first().click();
    }

    /** As one types a date or a time. */
    private static void fills(Locator field, String typed) {
        field.fill(typed);
        field.press("Tab");
    }

    private Locator decision(Town.Child child, int choice) {
        return tasklist.locator("input[id$='-candidates-decision_%d-%d']".formatted(ROWS.indexOf(child), choice));
    }

    private Locator inRow(Town.Child child, String field) {
        return tasklist.locator("input[id*='-candidates-%s_%d']".formatted(field, ROWS.indexOf(child)));
    }
}
