package apws.journey;

import static apws.journey.Council.ok;
import static apws.journey.Town.HILL_TOP;
import static apws.journey.Town.MARSH_LANE;
import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every call that Tasklist and Cockpit make for those who use them is one that they may make. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebappsIT {

    private static final String ANALYST = "anna.analyst";
    private static final int PATIENCE = 800;

    /** What pages ask for whoever opens them: the history of tasks, which only those read who read history. */
    private static final List<String> NOT_THEIRS = List.of("/task/report/candidate-group-count", "/comment");

    private int port;
    private Council council;
    private Chromium chromium;
    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    void opens(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar) {
        this.port = port;
        council = new Council(port, clock, engineTime, calendar);
        council.hiresItsOffice();
        council.sendsPeople();
        council.hires(Council.LEAD, Roles.ofSchool(MARSH_LANE));
        council.hires(Council.MANAGER, Roles.MANAGER);
        council.hires(ANALYST, Roles.ANALYST);
        ok(council.office().upload("/api/registers", "marsh-lane.csv", Town.register(MARSH_LANE, council.schoolDaysSoFar())));
        ok(council.office().upload("/api/registers", "hill-top.csv", Town.register(HILL_TOP, council.schoolDaysSoFar())));
        ok(council.office().post("/api/schools/%s/switch-on".formatted(MARSH_LANE), ""));
        council.firesTimerOf("attendance-screening");
        chromium = new Chromium(port, Path.of("target/screenshots"));
    }

    @AfterAll
    void closes() {
        chromium.close();
    }

    @Test
    void tasklist_for_a_school() {
        var page = watched(chromium.signsIn(Council.LEAD, Council.PASSWORD, council.today()));
        page.locator(".tasks-list .task").first().click();
        page.locator(".fjs-container").first().waitFor();
        click(page, "text=Claim");
        for (var tab : List.of("History", "Diagram", "Description", "Form")) {
            click(page, ".task-details >> text=" + tab);
        }
        for (var list : List.of("My tasks", "My group's tasks", "Overdue", "Stage 1")) {
            click(page, "text=" + list);
        }
        click(page, "text=To do");
        page.locator(".tasks-list .task").first().click();
        click(page, "text=Add Comment");
        page.waitForTimeout(1000);
        page.keyboard().press("Escape");
        click(page, "text=Set follow-up date");
        click(page, ".task-details >> text=Lead");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        click(page, "text=Unclaim");
        page.keyboard().press("Escape");
        click(page, "text=Start process");
        click(page, ".modal-dialog >> text=Withdraw");
        page.waitForTimeout(2500);
        assertThat(refused).isEmpty();
    }

    @Test
    void cockpit_for_a_manager() {
        cockpit(Council.MANAGER);
    }

    @Test
    void cockpit_for_an_analyst() {
        cockpit(ANALYST);
    }

    private void cockpit(String who) {
        var administrator = council.administrator();
        var list = ok(administrator.get("/engine-rest/process-instance?processDefinitionKey=school-check")).get(0).path("id").asText();
        var definition = ok(administrator.get("/engine-rest/process-definition/key/school-check")).path("id").asText();
        var decision = ok(administrator.get("/engine-rest/decision-definition/key/attendance-band")).path("id").asText();
        var page = watched(chromium.signsIn(who, Council.PASSWORD, council.today()));
        page.waitForURL("**/camunda/app/cockpit/**");
        for (var at : List.of("dashboard", "processes", "process-definition/" + definition + "/runtime", "process-instance/" + list + "/runtime",
                "process-instance/" + list + "/runtime?tab=variables-tab", "process-instance/" + list + "/runtime?tab=incidents-tab",
                "process-instance/" + list + "/runtime?tab=called-process-instances-tab", "process-instance/" + list + "/runtime?tab=user-tasks-tab",
                "process-instance/" + list + "/runtime?tab=jobs-tab", "process-instance/" + list + "/runtime?tab=external-tasks-tab",
                "process-definition/" + definition + "/runtime?tab=incidents-tab", "process-definition/" + definition + "/runtime?tab=job-definition-tab",
                "process-definition/" + definition + "/runtime?tab=call-process-definitions-tab",
                "process-definition/" + definition + "/runtime?tab=process-instances-table",
                "decisions", "decision-definition/" + decision, "tasks", "repository", "batch", "search")) {
            page.navigate("http://localhost:%d/camunda/app/cockpit/default/#/%s".formatted(port, at));
            page.waitForTimeout(2000);
            if (at.equals("repository")) {
                click(page, ".deployments .deployment");
                click(page, "text=school-check.bpmn");
            }
        }
        assertThat(refused).isEmpty();
    }

    /** Where it is there: not everybody is shown everything. */
    private static void click(Page page, String what) {
        if (page.locator(what).first().isVisible()) {
            page.locator(what).first().click();
            page.waitForTimeout(PATIENCE);
        }
    }

    private Page watched(Page page) {
        refused.clear();
        page.onResponse(answer -> {
            var path = answer.url().replaceFirst("http://[^/]+", "");
            if (path.contains("/camunda/api/") && answer.status() >= 400 && NOT_THEIRS.stream().noneMatch(path::endsWith)) {
                refused.add("%d %s %s %s".formatted(answer.status(), answer.request().method(), path, answer.request().postData()));
            }
        });
        page.reload();
        return page;
    }
}
