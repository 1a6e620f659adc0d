package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DemoDoorTest {

    private final DemoClock clock = mock(DemoClock.class);
    private final DemoDoor door = new DemoDoor(clock, new ObjectMapper());
    private final MockFilterChain beyond = new MockFilterChain();

    @BeforeEach
    void theDemoIsBeingMade() {
        when(clock.read()).thenReturn(new DemoClock.Reading(LocalDate.of(2026, 4, 21), true, LocalDate.of(2026, 11, 26), 33, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"})
    void whoOpensAPageMeanwhileFindsTheDemosOwn(String page) throws Exception {
        var answer = answer("GET", page, "text/html,application/xhtml+xml");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/demo");
        assertThat(beyond.getRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET, /engine-rest/task", "POST, /camunda/api/engine/engine/default/task/count", "POST, /api/registers"})
    void aProgramIsToldToComeBack(String method, String call) throws Exception {
        var answer = answer(method, call, "application/json");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("15");
        assertThat(answer.getContentAsString()).contains("is being made and has come to 2026-04-21");
        assertThat(beyond.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo.css", "/sign-in", "/api/demo/clock", "/actuator/health/liveness"})
    void theWayInAndTheDemosPageAreOpen(String path) throws Exception {
        answer("GET", path, "text/html");

        assertThat(beyond.getRequest()).isNotNull();
    }

    @Test
    void everythingIsOnceTheDemoIsThere() throws Exception {
        when(clock.isOpen()).thenReturn(true);

        answer("GET", "/camunda/app/tasklist/default/", "text/html");

        assertThat(beyond.getRequest()).isNotNull();
    }

    private MockHttpServletResponse answer(String method, String path, String accepts) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", accepts);
        var response = new MockHttpServletResponse();
        door.doFilter(request, response, beyond);
        return response;
    }
}
