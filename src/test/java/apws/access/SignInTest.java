package apws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Signing in and out of the running application, over HTTP. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInTest {

    private static final String ADMINISTRATOR = "test-administrator";
    private static final String PASSWORD = "test-administrator-password";

    /** The way in, and whether the application lives. */
    private static final Set<String> OPEN = Set.of("/sign-in", "/actuator/health/liveness", "/actuator/health/readiness");

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Users users;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void whoever_is_not_signed_in_gets_nothing_from_any_endpoint() {
        var endpoints = Endpoint.of(application);
        assertThat(endpoints).as("endpoints found").hasSizeGreaterThan(900).contains(
                new Endpoint("POST", "/engine-rest/task/anything/complete"),
                new Endpoint("GET", "/engine-rest/engine/anything/task"),
                new Endpoint("POST", "/camunda/api/engine/engine/anything/task/anything/submit-form"),
                new Endpoint("POST", "/camunda/api/admin/setup/anything/user/create"),
                new Endpoint("GET", "/actuator/metrics"),
                new Endpoint("GET", "/"));

        var nobody = Browser.at(port);
        for (var endpoint : endpoints) {
            if (!OPEN.contains(endpoint.path())) {
                assertThat(nobody.send(endpoint.method(), endpoint.path(), "{}").statusCode()).as(endpoint.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void whoever_is_not_signed_in_is_led_from_any_page_to_the_sign_in_page() {
        for (var page : List.of("/", "/camunda/app/tasklist/default/", "/camunda/lib/deps.js", "/camunda/app/tasklist/scripts/config.js",
                "/engine-rest/task", "/webapps-sign-in.js", "/actuator/health", "/nowhere")) {
            var answer = Browser.at(port).open(page);

            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(location(answer)).as(page).endsWith("/sign-in");
        }
    }

    @Test
    void the_way_in_and_whether_the_application_lives_are_open_to_anybody() {
        assertThat(Browser.at(port).open("/sign-in").body()).contains("<h1>Sign in</h1>", "Attendance Intervention");
        assertThat(Browser.at(port).open("/sign-in.css").statusCode()).isEqualTo(200);
        assertThat(Browser.at(port).get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Browser.at(port).get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_in_once_opens_tasklist_the_engine_and_its_rest_api() {
        var browser = Browser.at(port);

        assertThat(location(browser.signIn(ADMINISTRATOR, PASSWORD))).endsWith("/");

        assertThat(location(browser.open("/"))).endsWith("/camunda/app/tasklist/default/");
        assertThat(browser.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"test-administrator\"", "\"tasklist\"");
        assertThat(browser.get("/camunda/api/engine/engine/default/filter").statusCode()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/filter").body()).contains("My tasks");
    }

    @Test
    void managers_and_analysts_are_led_to_cockpit() {
        for (var role : List.of(Roles.MANAGER, Roles.ANALYST)) {
            var browser = Browser.at(port);
            browser.signIn(user(role), "the right password");

            assertThat(location(browser.open("/"))).endsWith("/camunda/app/cockpit/default/");
        }
    }

    @Test
    void a_page_asked_for_before_signing_in_is_opened_after_it() {
        var browser = Browser.at(port);
        browser.open("/camunda/app/cockpit/default/");

        assertThat(location(browser.signIn(ADMINISTRATOR, PASSWORD))).contains("/camunda/app/cockpit/default/");
    }

    @Test
    void signing_in_gives_a_new_session_and_cookies_that_scripts_and_other_sites_cannot_use() {
        var browser = Browser.at(port);
        browser.open("/camunda/app/tasklist/default/");
        var before = browser.cookie("JSESSIONID");

        var answer = browser.signIn(ADMINISTRATOR, PASSWORD);

        assertThat(before).isPresent();
        assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
                assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_wrong_password_is_refused_without_saying_which_of_the_two_was_wrong() {
        var user = user(Roles.EWO);
        var wrongPassword = Browser.at(port).signIn(user, "wrong");
        var wrongUser = Browser.at(port).signIn("nobody", "wrong");

        assertThat(location(wrongPassword)).endsWith("/sign-in?refused").isEqualTo(location(wrongUser));
        assertThat(Browser.at(port).open("/sign-in?refused").body()).contains("You are not signed in.", "<title>Error: Sign in");
    }

    @Test
    void after_a_typing_slip_the_right_password_is_taken_at_once() {
        var user = user(Roles.EWO);
        Browser.at(port).signIn(user, "wrong");
        Browser.at(port).signIn(user, "wrong again");

        assertThat(location(Browser.at(port).signIn(user, "the right password"))).endsWith("/");
    }

    @Test
    void wrong_passwords_delay_longer_each_time_and_never_for_good_the_administrator_too() {
        var administrator = user(Roles.ADMINISTRATOR);
        for (int tries = 0; tries < 25; tries++) {
            Browser.at(port).signIn(administrator, "wrong");
            waitIsOver(administrator);
        }
        Browser.at(port).signIn(administrator, "wrong");

        assertThat(wait(administrator)).as("the longest there is").isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(location(Browser.at(port).signIn(administrator, "the right password"))).as("meanwhile").endsWith("/sign-in?refused");
        waitIsOver(administrator);
        assertThat(location(Browser.at(port).signIn(administrator, "the right password"))).as("after it").endsWith("/");
        assertThat(database.sql("select count(*) from sign_in_delay where user_id = ?").param(administrator).query(Integer.class).single())
                .as("and nothing is held against them").isZero();
    }

    @Test
    void the_first_waits_are_seconds() {
        var user = user(Roles.EWO);
        var waits = new ArrayList<Long>();
        for (int tries = 0; tries < 6; tries++) {
            Browser.at(port).signIn(user, "wrong");
            waits.add(Math.max(0, Math.round(wait(user).toMillis() / 1000.0)));
            waitIsOver(user);
        }
        assertThat(waits).containsExactly(0L, 0L, 0L, 2L, 4L, 8L);
    }

    @Test
    void nobody_is_locked_out_by_somebody_at_another_address() {
        var user = user(Roles.EWO);
        for (int tries = 0; tries < 12; tries++) {
            Browser.from(port, "198.51.100.7").signIn(user, "wrong");
        }

        assertThat(location(Browser.from(port, "198.51.100.7").signIn(user, "the right password"))).endsWith("/sign-in?refused");
        assertThat(location(Browser.from(port, "203.0.113.9").signIn(user, "the right password"))).endsWith("/");
        assertThat(Browser.withPassword(port, user, "the right password").get("/engine-rest/filter").statusCode()).isEqualTo(200);
    }

    @Test
    void tries_at_the_same_moment_are_as_many_as_one_after_another() {
        var user = user(Roles.EWO);
        for (int tries = 0; tries < 4; tries++) {
            Browser.at(port).signIn(user, "wrong");
        }
        waitIsOver(user);

        IntStream.range(0, 12).parallel().forEach(at -> Browser.withPassword(port, user, "wrong").get("/engine-rest/filter"));

        assertThat(database.sql("select times_wrong from sign_in_delay where user_id = ?").param(user).query(Integer.class).single())
                .as("one was tried, the others had to wait").isEqualTo(5);
    }

    @Test
    void a_sign_in_with_a_character_that_no_database_holds_is_a_mistake_of_whoever_sends_it() {
        var nobody = Browser.at(port);
        assertThat(nobody.signIn("na\0me", "wrong").statusCode()).isEqualTo(400);
        assertThat(nobody.signIn("name", "wr\0ng").statusCode()).isEqualTo(400);
        assertThat(Browser.withPassword(port, "na\0me", "wrong").get("/engine-rest/task").statusCode()).isEqualTo(400);
        assertThat(nobody.open("/sign-in?again=%00").statusCode()).isEqualTo(400);
        assertThat(nobody.open("/nowhere%00").statusCode()).isEqualTo(400);
    }

    @Test
    void the_name_of_the_server_in_a_request_is_not_believed() throws Exception {
        for (var host : List.of("evil.example", "evil.example:8080")) {
            var answer = raw("GET /camunda/app/tasklist/default/?a=b HTTP/1.1", host, "X-Forwarded-Host: " + host, "Accept: text/html");
            assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /sign-in\r\n").doesNotContain("evil");
        }
    }

    @Test
    void signing_out_in_tasklist_or_cockpit_signs_out_of_everything() {
        var browser = Browser.at(port);
        browser.signIn(ADMINISTRATOR, PASSWORD);
        browser.open("/camunda/app/tasklist/default/");
        assertThat(browser.get("/engine-rest/user").statusCode()).isEqualTo(200);

        for (var guessed : List.of(new String[0], new String[] {"X-XSRF-TOKEN", "guessed"})) {
            assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "", guessed).statusCode()).isEqualTo(403);
            assertThat(browser.get("/engine-rest/user").statusCode()).as("signed out by another site").isEqualTo(200);
        }
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();
        var answer = browser.post("/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", token);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.get("/engine-rest/user").statusCode()).isEqualTo(401);
        assertThat(location(browser.open("/camunda/app/tasklist/default/"))).endsWith("/sign-in");
    }

    @Test
    void a_change_from_a_session_needs_a_token_that_other_sites_do_not_know() {
        var browser = Browser.at(port);
        browser.signIn(ADMINISTRATOR, PASSWORD);
        browser.open("/camunda/app/tasklist/default/");
        var group = "{\"id\":\"%s\",\"name\":\"A group\",\"type\":\"WORKFLOW\"}";

        assertThat(browser.post("/engine-rest/group/create", group.formatted("without")).statusCode()).isEqualTo(403);
        assertThat(browser.post("/engine-rest/group/create", group.formatted("wrong"), "X-XSRF-TOKEN", "guessed").statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(browser.post("/engine-rest/group/create", group.formatted("with"),
                "X-XSRF-TOKEN", browser.cookie(SignInSecurity.CSRF_COOKIE).orElseThrow()).statusCode()).isEqualTo(204);
        assertThat(identity.createGroupQuery().groupIdIn("without", "wrong", "with").list()).extracting("id").containsExactly("with");
    }

    @Test
    void tasklist_keeps_its_own_check_of_tokens() {
        var browser = Browser.at(port);
        browser.signIn(ADMINISTRATOR, PASSWORD);
        browser.open("/camunda/app/tasklist/default/");

        assertThat(browser.post("/camunda/api/engine/engine/default/group/create", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_sign_in_sent_by_another_site_is_refused() {
        assertThat(Browser.at(port).post("/sign-in", "").statusCode()).isEqualTo(403);
    }

    @Test
    void programs_send_their_password_with_each_request_and_get_no_session() {
        var program = Browser.withPassword(port, ADMINISTRATOR, PASSWORD);

        assertThat(program.get("/engine-rest/user").body()).contains("test-administrator");
        var group = "{\"id\":\"from-a-program\",\"name\":\"-\",\"type\":\"WORKFLOW\"}";
        assertThat(program.post("/engine-rest/group/create", group).statusCode())
                .isEqualTo(204);
        assertThat(program.cookie("JSESSIONID")).isEmpty();
        assertThat(program.get("/camunda/api/admin/auth/user/default").statusCode()).as("only the REST APIs take passwords").isEqualTo(401);
    }

    @Test
    void programs_are_told_how_to_authenticate_and_scripts_in_a_page_are_not() {
        var nobody = Browser.at(port);

        assertThat(nobody.get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"Attendance Intervention\"");
        var script = nobody.send("GET", "/engine-rest/task", "", "X-Requested-With", "XMLHttpRequest");
        assertThat(script.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(nobody.get("/camunda/api/engine/engine").headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void camundas_own_first_administrator_and_sign_in_are_closed_even_to_an_administrator() {
        var browser = Browser.at(port);
        browser.signIn(ADMINISTRATOR, PASSWORD);
        browser.open("/camunda/app/admin/default/");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();

        for (var closed : List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/auth/user/default/login/tasklist")) {
            assertThat(browser.post(closed, "{}", "X-XSRF-TOKEN", token).statusCode()).as(closed).isEqualTo(403);
        }
    }

    @Test
    void whoever_leaves_a_group_or_the_council_loses_what_it_allowed_at_once() {
        var user = user(Roles.ADMINISTRATOR);
        var browser = Browser.at(port);
        browser.signIn(user, "the right password");
        assertThat(browser.get("/engine-rest/user").body()).contains(ADMINISTRATOR);

        identity.deleteMembership(user, Roles.ADMINISTRATOR);
        assertThat(browser.get("/engine-rest/user").body()).doesNotContain(ADMINISTRATOR);

        identity.deleteUser(user);
        assertThat(browser.get("/engine-rest/user").statusCode()).isEqualTo(401);
    }

    @Test
    void metrics_are_the_administrators() {
        var browser = Browser.at(port);
        browser.signIn(user(Roles.EWO), "the right password");

        assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(Browser.withPassword(port, ADMINISTRATOR, PASSWORD).get("/actuator/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_that_is_not_theirs_to_see_says_so() {
        var browser = Browser.at(port);
        browser.signIn(user(Roles.MANAGER), "the right password");

        var page = browser.open("/camunda/app/tasklist/default/");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not yours to see");
    }

    @Test
    void what_our_own_endpoints_refuse_is_said_in_words() {
        var user = user(Roles.EWO);

        var answer = Browser.withPassword(port, user, "the right password").post("/api/schools/9991001/switch-off", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"detail\":\"This needs one of these groups: ");
    }

    @Test
    void a_user_can_be_called_by_an_e_mail_address_and_not_by_a_name_of_the_applications_own() {
        var id = "jo_smith-" + UUID.randomUUID() + "@school.example";
        users.ensureUser(id, "Jo", "Smith", id, "the right password", Roles.EWO);

        assertThat(Browser.withPassword(port, id, "the right password").get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> users.ensureUser("system", "", "", "", "the right password")).hasMessageContaining("called system");
    }

    @Test
    void a_new_password_has_twelve_characters() {
        assertThatThrownBy(() -> users.ensureUser("new", "", "", "", "elevenchars")).isInstanceOf(ProcessEngineException.class);
        assertThat(identity.createUserQuery().userId("new").count()).isZero();
    }

    @Test
    void answers_carry_the_headers_that_keep_them_from_other_sites_and_from_being_kept() {
        var headers = Browser.at(port).open("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void sign_ins_refusals_and_sign_outs_are_kept_by_user_id_but_never_a_name_that_nobody_has() {
        var user = user(Roles.EWO);
        var browser = Browser.at(port);
        browser.signIn(user, "the right password");
        browser.submit("/sign-out", Map.of("_csrf", browser.cookie(SignInSecurity.CSRF_COOKIE).orElseThrow()));
        Browser.at(port).signIn(user, "wrong");
        Browser.at(port).signIn("a password typed into the wrong field", "");

        assertThat(database.sql("select what from sign_in_event where user_id = ? order by id").param(user).query(String.class).list())
                .containsExactly("SIGNED_IN", "SIGNED_OUT", "REFUSED");
        assertThat(database.sql("select count(*) from sign_in_event where user_id is null").query(Integer.class).single()).isPositive();
        assertThat(database.sql("select count(*) from sign_in_event where user_id like '%password%'").query(Integer.class).single())
                .isZero();
    }

    /** As a request is written, with a header that the client would not let through. */
    private String raw(String line, String host, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = line + "\r\nHost: " + host + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Duration wait(String user) {
        return Duration.between(clock.instant(), database.sql("select max(wait_until) from sign_in_delay where user_id = ?").param(user)
                .query(OffsetDateTime.class).single().toInstant());
    }

    private void waitIsOver(String user) {
        database.sql("update sign_in_delay set wait_until = last_wrong_at where user_id = ?").param(user).update();
    }

    private String user(String role) {
        var id = "user-" + UUID.randomUUID();
        users.ensureUser(id, "A", "User", "", "the right password", role);
        return id;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, but " + answer.statusCode());
    }
}
