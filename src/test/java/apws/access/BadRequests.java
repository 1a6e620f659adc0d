package apws.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** 500 where 400 is due: whatever is sent to our own endpoints, the mistake is the sender's. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class BadRequests {

    private static final String NUL_IN_A_NAME =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0b.csv\"\r\n\r\nCode,Name\0\r\n--b--\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext application;

    @Test
    void no_request_however_odd_is_a_fault_of_the_servers() {
        var administrator = Browser.withPassword(port, "test-administrator", "test-administrator-password");
        var ours = Endpoint.of(application).stream().filter(one -> one.path().startsWith("/api/")).toList();
        assertThat(ours).hasSizeGreaterThan(10);

        for (var endpoint : ours) {
            for (var value : List.of("a", "99999999999999999999", "-1", "x".repeat(3000), "%00", "%C3%BC", "%F0%9F%98%80")) {
                var path = endpoint.path().replace("anything", value) + "?x=" + value;
                for (var type : List.of("application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=b",
                        "application/x-www-form-urlencoded")) {
                    for (var body : List.of("", "{}", "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n", "not a file", NUL_IN_A_NAME)) {
                        var answer = administrator.sendAs(type, endpoint.method(), path, body);
                        assertThat(answer.statusCode()).as("%s %s as %s: %s -> %s", endpoint.method(), path, type, body, answer.body())
                                .isLessThan(500);
                    }
                }
            }
        }
    }

    @Test
    void a_body_that_is_not_multipart_is_told_how_files_are_sent() {
        var administrator = Browser.withPassword(port, "test-administrator", "test-administrator-password");
        for (var endpoint : List.of("/api/schools", "/api/pupils", "/api/parents", "/api/officers", "/api/registers", "/api/cases-under-way")) {
            var answer = administrator.post(endpoint, "{}");
            assertThat(answer.statusCode()).as(endpoint).isEqualTo(400);
            assertThat(answer.body()).as(endpoint).contains("multipart/form-data");
        }
    }

    @Test
    void an_address_that_nobody_writes_so_is_refused_to_anybody() {
        for (var browser : List.of(Browser.at(port), Browser.withPassword(port, "test-administrator", "test-administrator-password"))) {
            for (var path : List.of("//engine-rest/task", "/engine-rest//task", "/api//imports/1", "//api/imports/1", "/%65ngine-rest/task",
                    "/engine-rest/task%00", "/camunda//app/tasklist/default/")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(400);
            }
        }
    }
}
