package apws.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A date or time typed in Tasklist is understood or refused, never changed. The school's list is open in a browser; what it would send is caught
 * and goes nowhere.
 */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockOfTheTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedDatesIT {

    private static final String REFUSED = ".apws-refused";

    private Chromium chromium;
    private Tasklist tasklist;

    @BeforeAll
    void theListIsOpen(@LocalServerPort int port, @Autowired MovableClock clock, @Autowired EngineTime engineTime,
            @Autowired SchoolCalendar calendar) {
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        var council = new Council(port, clock, engineTime, calendar);
        council.opensMarshLane();
        chromium = new Chromium(port, Path.of("target/screenshots"));
        tasklist = new Tasklist(chromium.signsIn(Council.LEAD, Council.PASSWORD, council.today()));
        tasklist.page().route("**/submit-form", route -> route.fulfill(new Route.FulfillOptions().setStatus(400)
                .setContentType("application/json").setBody("{\"type\": \"Caught\", \"message\": \"caught\"}")));
        tasklist.opensTask("Decide whom to write to");
        tasklist.claims();
        tasklist.checks(tasklist.page().locator("input[id$='-candidates-decision_0-0']"));
        tasklist.ticks("I have checked whom each letter goes to");
        tasklist.ticks("I have seen that marks are still N");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20/11/2026              | 20/11/2026 | 2026-11-20",
        "20 Nov 2026             | 20/11/2026 | 2026-11-20",
        "20th November 2026      | 20/11/2026 | 2026-11-20",
        "Friday 20 November 2026 | 20/11/2026 | 2026-11-20",
        "2026-11-20              | 20/11/2026 | 2026-11-20",
        "20112026                | 20/11/2026 | 2026-11-20",
        "20/11/26                | 20/11/2026 | 2026-11-20",
        "1.2.2027                | 01/02/2027 | 2027-02-01"})
    void a_typed_date_is_understood(String typed, String shown, String sent) {
        time("15:30");
        tasklist.types(date(), typed, shown);

        assertThat(tasklist.page().locator(REFUSED)).hasCount(0);
        assertThat(sent()).contains("\\\"meetingOn\\\":\\\"" + sent + "\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/11/2026", "29/02/2027", "11/20/2026", "20/11", "Thursday 20 November 2026", "20/11/3026", "next week"})
    void a_typed_date_that_is_none_is_refused_beside_its_field_and_nothing_is_sent(String typed) {
        time("15:30");
        tasklist.types(date(), typed, "");

        isRefused("“%s” is no date".formatted(typed));
        tasklist.types(date(), "20/11/2026", "20/11/2026");
        assertThat(tasklist.page().locator(REFUSED)).hasCount(0);
        assertThat(sent()).contains("2026-11-20");
    }

    @ParameterizedTest
    @CsvSource({"15:37, 15:37", "15.30, 15:30", "1530, 15:30", "3pm, 15:00", "3.30 p.m., 15:30", "12am, 00:00", "9:05, 09:05"})
    void a_typed_time_is_understood(String typed, String understood) {
        tasklist.types(date(), "20/11/2026", "20/11/2026");
        tasklist.types(time(), typed, understood);

        assertThat(tasklist.page().locator(REFUSED)).hasCount(0);
        assertThat(sent()).contains("\\\"meetingTime\\\":\\\"" + understood + "\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15:3o", "25:00", "10-11", "half past", "13:30pm"})
    void a_typed_time_that_is_none_is_refused_beside_its_field_and_nothing_is_sent(String typed) {
        tasklist.types(date(), "20/11/2026", "20/11/2026");
        tasklist.types(time(), typed, "");

        isRefused("“%s” is no time".formatted(typed));
        time("15:30");
        assertThat(tasklist.page().locator(REFUSED)).hasCount(0);
        assertThat(sent()).contains("15:30");
    }

    /** The list asks for days to come: of another year than somebody may think, the day is not moved into this one. */
    @Test
    void a_year_of_two_digits_is_that_year() {
        time("15:30");
        tasklist.types(date(), "20/11/25", "");
        isRefused("“20/11/25” is too early here.");
        tasklist.types(date(), "20/11/2026", "20/11/2026");

        assertThat(tasklist.page().evaluate("async () => (await import('/tasklist-typed.js')).dateTyped('20/11/25').toDateString()"))
                .isEqualTo("Thu Nov 20 2025");
    }

    /** Key by key, and left by the key Enter, as some people do. */
    @Test
    void what_is_typed_key_by_key_is_read_the_same() {
        time("15:30");
        date().fill("");
        date().pressSequentially("31/11/2026");
        date().press("Enter");
        isRefused("“31/11/2026” is no date");
        date().fill("");
        date().pressSequentially("20 Nov 2026");
        date().press("Enter");
        assertThat(date()).hasValue("20/11/2026");
        time().fill("");
        time().pressSequentially("15:3o");
        time().press("Enter");
        isRefused("“15:3o” is no time");
        time().fill("");
        time().pressSequentially("3.37pm");
        time().press("Enter");
        assertThat(time()).hasValue("15:37");
        assertThat(sent()).contains("2026-11-20").contains("15:37");
    }

    private Locator date() {
        return tasklist.page().locator("input[id*='-candidates-meetingOn_0']");
    }

    private Locator time() {
        return tasklist.page().locator("input[id*='-candidates-meetingTime_0']");
    }

    private void time(String at) {
        tasklist.types(time(), at, at);
    }

    private String sent() {
        assertThat(tasklist.completes()).isEqualTo(400);
        return tasklist.sent().get(tasklist.sent().size() - 1);
    }

    private void isRefused(String words) {
        assertThat(tasklist.page().locator(REFUSED)).containsText(words);
        int before = tasklist.sent().size();
        tasklist.complete().click();
        assertThat(tasklist.page().locator(REFUSED)).containsText(words);
        assertThat(tasklist.sent()).hasSize(before);
    }
}
