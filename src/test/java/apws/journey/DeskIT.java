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
    private String caseOfAda;

    @BeforeAll
    void twoCasesBegin(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime, @Autowired SchoolCalendar calendar) {
        this.port = port;
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        council = new Council(port, clock, engineTime, calendar);
        lead = council.opensMarshLane();
        council.hires(Council.OTHER_LEAD, Roles.ofSchool(Town.HILL_TOP));
        var list = council.task(lead, "SCHOOL-" + MARSH_LANE, "decide-whom-to-write-to");
        council.claims(lead, list);
        ok(council.sends(lead, list, entry("meetingPlaceForAll", "Room 4", "meetingWithForAll", "Ms P Lead, attendance lead", "candidates",
                List.of(invited(BEN), invited(ADA), entry("upn", DEE.upn()), entry("upn", CY.upn()), entry("upn", HAL.upn())), "recipientsChecked", true, "marksSeen", true)));
        council.settles();
        caseOfAda = caseOf(ADA);
        chromium = new Chromium(port, Path.of("target/screenshots"));
    }

    @AfterAll
    void closes() {
        chromium.close();
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
