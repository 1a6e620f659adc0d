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

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Finding a pupil and the page of a case, in a browser: in Tasklist, in Cockpit and by themselves. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {

    private static final String MEETING = "record-meeting-outcome";
    private static final List<String> WORTH_FAILING_FOR = List.of("serious", "critical");

    private int port;
    private Council council;
    private Chromium chromium;
    private Caller lead;
    private Caller other;
    private String caseOfAda;

    @BeforeAll
    void twoCasesBegin(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime, @Autowired SchoolCalendar calendar) {
        this.port = port;
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        council = new Council(port, clock, engineTime, calendar);
        lead = council.opensMarshLane();
        other = council.hires(Council.OTHER_LEAD, Roles.ofSchool(Town.HILL_TOP));
        var list = council.task(lead, "SCHOOL-" + MARSH_LANE, "decide-whom-to-write-to");
        council.claims(lead, list);
        ok(council.sends(lead, list, entry("meetingPlaceForAll", "Room 4", "meetingWithForAll", "Ms P Lead, attendance lead", "candidates",
                List.of(invited(BEN), invited(ADA), entry("upn", DEE.upn()), entry("upn", CY.upn()), entry("upn", HAL.upn())), "recipientsChecked", true, "marksSeen", true)));
        council.settles();
        caseOfAda = caseOf(ADA);
        chromium = new Chromium(port, Path.of("target/screenshots"));
    }

    @AfterAll
    void closes() throws IOException {
        chromium.close();
        chromium.showsInReadme(List.of("case"));
    }

    @BeforeEach
    void nothingIsTaken() {
        council.givesBack(lead);
    }

    @Test
    void a_misspelt_name_typed_in_tasklist_leads_to_the_page_of_the_case() {
        var page = signsIn(Council.LEAD);
        assertThat(page.locator(".tasks-list .task").first()).isVisible();
        page.getByLabel("Find a pupil").pressSequentially("Aida Brok");
        var link = page.locator(".apws-search .apws-found a").first();
        assertThat(link).hasText(caseOfAda);

        var opened = page.context().waitForPage(link::click);

        assertThat(opened.locator("h1")).hasText(ADA.fullName());
        assertThat(opened.locator(".apws-story")).containsText("Invitation to a meeting in school to");
        assertThat(opened.locator(".apws-year rect.apws-unauthorised").first()).isVisible();
        chromium.photographs(opened, "case");
        isAccessible(opened, "main");
    }

    @Test
    void the_case_stands_beside_the_form_of_a_task() {
        var page = signsIn(Council.LEAD);
        new Tasklist(page).opensTask("Stage 1", ADA.fullName());
        assertThat(page.locator(".fjs-container").first()).isVisible();

        page.locator(".task-details").getByText("Case", new Locator.GetByTextOptions().setExact(true)).first().click();

        assertThat(page.locator(".apws-case h1")).hasText(ADA.fullName());
        assertThat(page.locator(".apws-now")).containsText("Record meeting outcome, due on");
        chromium.photographs(page, "tasklist-case");
        isAccessible(page, ".apws-case");
    }

    @Test
    void a_manager_sees_the_case_in_cockpit() {
        var instance = ok(council.administrator().get("/engine-rest/process-instance?processDefinitionKey=stage-1-school-intervention&businessKey=" + caseOfAda));
        var page = signsIn(Council.MANAGER);
        page.waitForURL("**/camunda/app/cockpit/**");
        page.navigate("http://localhost:%d/camunda/app/cockpit/default/#/process-instance/%s/runtime?tab=apws-case".formatted(port,
                instance.get(0).path("id").asText()));
        assertThat(page.getByLabel("Find a pupil")).isVisible();

        page.getByText("Case", new Page.GetByTextOptions().setExact(true)).first().click();

        assertThat(page.locator(".apws-case h1")).hasText(ADA.fullName());
    }

    @Test
    void the_story_is_narrowed_to_one_kind_and_its_letters_open_in_a_tab_of_their_own() {
        var page = signsIn(Council.LEAD);
        page.navigate(at("/case/" + caseOfAda));
        page.locator(".apws-kinds").getByText("letters").click();
        assertThat(page.locator(".apws-story > li:visible")).hasCount(1);

        var letter = page.locator(".apws-story a[href^='/api/letters/']").first();
        assertThat(letter).hasAttribute("target", "_blank");
        assertThat(page.request().get(at(letter.getAttribute("href"))).headers().get("content-type")).isEqualTo("application/pdf");
    }

    @Test
    void what_is_typed_stands_there_again_after_a_reload_and_nothing_of_it_is_left_in_the_browser() {
        var page = signsIn(Council.LEAD);
        var tasklist = new Tasklist(page);
        opensMeetingOf(tasklist, BEN);
        putsOff(tasklist);
        tasklist.writes(tasklist.field("reason"), "The head was ill on that day");
        assertThat(page.locator(".apws-kept")).containsText("Kept at");
        var task = page.evaluate("() => new URLSearchParams(location.hash.split('?')[1]).get('task')").toString();
        assertThat(ok(lead.get("/api/drafts/tasks/" + task)).path("content").path("answers").path("reason").asText()).isEqualTo("The head was ill on that day");

        page.reload();
        opensMeetingOf(tasklist, BEN);

        assertThat(page.locator(".apws-kept")).containsText("This stands here as you typed it");
        assertThat(tasklist.field("reason")).hasValue("The head was ill on that day");
        assertThat(page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camunda-form'))")).isEqualTo(List.of());
        isAccessible(page, ".apws-kept");

        page.getByText("Discard it").click();
        assertThat(page.locator(".apws-kept")).containsText("discarded");
        assertThat(lead.get("/api/drafts/tasks/" + task).status()).isEqualTo(204);
    }

    @Test
    void what_is_begun_from_the_page_of_a_case_carries_its_reference_and_is_kept_apart_from_other_starts() {
        var page = signsIn(Council.LEAD);
        page.navigate(at("/case/" + caseOfAda));
        var contact = page.context().waitForPage(() -> page.locator(".apws-starts").getByText("Record a contact").click());
        var reference = contact.locator(".modal-dialog input[id*='-caseReference']");
        assertThat(reference).hasValue(caseOfAda);
        var said = contact.locator(".modal-dialog textarea[id*='-said']");
        new Tasklist(contact).writes(said, "She would like to talk on Monday");
        assertThat(contact.locator(".apws-kept")).containsText("Kept at");

        var again = page.context().waitForPage(() -> page.locator(".apws-starts").getByText("Record a contact").click());
        assertThat(again.locator(".modal-dialog textarea[id*='-said']")).hasValue("She would like to talk on Monday");

        var withdrawal = page.context().waitForPage(() -> page.locator(".apws-starts").getByText("Withdraw a case").click());
        assertThat(withdrawal.locator(".modal-dialog input[id*='-caseReference']")).hasValue(caseOfAda);
        assertThat(withdrawal.locator(".apws-kept")).hasCount(0);
    }

    @Test
    void what_was_decided_in_the_rows_of_a_list_stands_there_again() {
        var page = signsIn(Council.LEAD);
        var tasklist = new Tasklist(page);
        tasklist.opensTask("Decide whom to write to");
        tasklist.claims();
        var hold = page.locator("input[id$='-candidates-decision_1-1']");
        tasklist.checks(hold);
        var until = page.locator("input[id*='-candidates-holdUntil_1']");
        tasklist.types(until, "19/10/2026", "19/10/2026");
        assertThat(page.locator(".apws-kept")).containsText("Kept at");

        page.reload();
        tasklist.opensTask("Decide whom to write to");

        assertThat(page.locator(".apws-kept")).containsText("This stands here as you typed it");
        assertThat(hold).isChecked();
        assertThat(until).hasValue("19/10/2026");
        assertThat(page.locator("input[id$='-candidates-decision_0-1']")).not().isChecked();
    }

    @Test
    void a_draft_is_its_writers_alone_and_ends_with_the_task() {
        var task = council.task(lead, caseOf(BEN), MEETING).path("id").asText();
        ok(lead.put("/api/drafts/tasks/" + task, Map.of("answers", Map.of("note", "typed by Priya"))));

        assertThat(other.get("/api/drafts/tasks/" + task).status()).isEqualTo(404);
        assertThat(other.put("/api/drafts/tasks/" + task, Map.of("answers", Map.of())).status()).isEqualTo(404);
        var manager = Caller.withPassword(port, Council.MANAGER, Council.PASSWORD);
        assertThat(manager.get("/api/drafts/tasks/" + task).text()).doesNotContain("Priya");
        assertThat(lead.put("/api/drafts/tasks/" + task, List.of()).status()).isEqualTo(400);
        assertThat(lead.put("/api/drafts/tasks/none", Map.of("answers", Map.of())).status()).isEqualTo(404);
        assertThat(lead.put("/api/drafts/processes/withdraw-case", Map.of("answers", Map.of())).status()).isEqualTo(200);
        assertThat(lead.put("/api/drafts/processes/stage-4-prosecution", Map.of("answers", Map.of())).status()).isEqualTo(404);
    }

    @Test
    void the_first_click_into_a_form_takes_the_task() {
        var page = signsIn(Council.LEAD);
        var tasklist = new Tasklist(page);
        tasklist.opensTask("Stage 1", BEN.fullName());
        var lid = page.locator(".disabled-form:has(.fjs-container)");
        assertThat(lid).isVisible();
        assertThat(ok(lead.get("/engine-rest/task?assignee=" + Council.LEAD))).isEmpty();

        tasklist.until("the lid is off", () -> lid.count() == 0, () -> lid.click(new Locator.ClickOptions().setTimeout(5_000)));

        assertThat(ok(lead.get("/engine-rest/task?assignee=" + Council.LEAD))).hasSize(1);
    }

    @Test
    void what_a_form_still_lacks_is_said_above_it_with_a_way_to_each_field() {
        var page = signsIn(Council.LEAD);
        var tasklist = new Tasklist(page);
        opensMeetingOf(tasklist, BEN);
        tasklist.checks(page.getByLabel("Held", new Page.GetByLabelOptions().setExact(true)));
        assertThat(tasklist.field("happenedOn")).isVisible();
        tasklist.findsMissing("happenedOn");

        var missing = page.locator(".apws-missing");
        assertThat(missing).containsText("Nothing has been sent");
        assertThat(missing).containsText("Came, row 1: is missing");
        isAccessible(page, ".apws-missing");
        missing.getByText("Held on: is missing").click();
        assertThat(tasklist.field("happenedOn")).isFocused();
    }

    @Test
    void what_has_come_of_a_task_is_said_with_what_is_next() {
        var page = signsIn(Council.LEAD);
        var tasklist = new Tasklist(page);
        opensMeetingOf(tasklist, ADA);
        var task = page.evaluate("() => new URLSearchParams(location.hash.split('?')[1]).get('task')").toString();
        putsOff(tasklist);
        tasklist.writes(tasklist.field("reason"), "The head was ill");
        tasklist.types(tasklist.field("meetingOn"), "19/10/2026", "19/10/2026");
        tasklist.types(tasklist.field("meetingTime"), "15:30", "15:30");
        tasklist.writes(tasklist.field("meetingPlace"), "Room 4");
        tasklist.writes(tasklist.field("meetingWith"), "Ms P Lead, attendance lead");
        assertThat(page.locator(".apws-kept")).containsText("Kept at");
        assertThat(tasklist.completes()).isEqualTo(204);

        assertThat(page.locator(".apws-after")).containsText("Meeting in school: put off to a new date");
        assertThat(page.locator(".apws-after")).containsText("Invitation to a meeting in school to");
        assertThat(page.locator(".apws-after")).containsText("Next in this case: Record meeting outcome");
        chromium.photographs(page, "tasklist-said");
        isAccessible(page, ".apws-after");
        assertThat(lead.get("/api/drafts/tasks/" + task).status()).as("the draft of a task that has ended").isEqualTo(404);

        page.locator(".apws-after").getByText("Go on with").click();
        assertThat(page.locator("h2.task")).hasText("Record meeting outcome");
    }

    private void opensMeetingOf(Tasklist tasklist, Town.Child child) {
        tasklist.opensTask("Stage 1", child.fullName());
        tasklist.claims();
    }

    private static void putsOff(Tasklist tasklist) {
        tasklist.checks(tasklist.page().getByLabel("Put off to a new date"));
    }

    @Test
    void another_school_finds_nothing_and_no_address_leads_to_the_case() {
        var page = signsIn(Council.OTHER_LEAD);
        page.navigate(at("/search?for=brook"));
        assertThat(page.locator("main [role=status]")).containsText("Nobody is found");
        isAccessible(page, "main");
        assertThat(page.navigate(at("/case/" + caseOfAda)).status()).isEqualTo(404);
        var task = council.task(lead, caseOfAda, MEETING).path("id").asText();
        assertThat(page.navigate(at("/case/of-task/" + task)).status()).isEqualTo(404);
    }

    private Page signsIn(String who) {
        return chromium.signsIn(who, Council.PASSWORD, council.today());
    }

    private String at(String path) {
        return "http://localhost:%d%s".formatted(port, path);
    }

    /** To WCAG 2.2 AA, as far as a program can tell. */
    private static void isAccessible(Page page, String part) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).include(List.of(part)).analyze();
        assertThat(found.getViolations().stream().filter(one -> WORTH_FAILING_FOR.contains(one.getImpact()))
                .map(one -> one.getId() + ": " + one.getNodes().stream().map(node -> node.getHtml()).toList())).isEmpty();
    }

    private static Map<String, Object> invited(Town.Child child) {
        return entry("upn", child.upn(), "decision", "send", "meetingOn", "2026-10-12", "meetingTime", "15:30");
    }

    private String caseOf(Town.Child child) {
        for (var task : ok(lead.get("/engine-rest/task?taskDefinitionKey=" + MEETING))) {
            var shown = council.shown(lead, task);
            if (shown.get("pupilName").asText().equals(child.fullName())) {
                return shown.get("caseReference").asText();
            }
        }
        throw new AssertionError("No case of " + child.fullName());
    }
}
