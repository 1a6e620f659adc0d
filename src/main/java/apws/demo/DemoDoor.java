package apws.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the demo authority is being brought to this day, whoever opens anything of it finds its own page, which says how far that is; and
 * a program is told to come back. What stands in between would be half of a case, and changes under people's hands.
 */
class DemoDoor extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/demo", "/demo.css", "/demo/clock", "/api/demo/clock", "/sign-in", "/sign-in.css",
            "/sign-out", "/favicon.svg");
    private static final String AGAIN_IN_SECONDS = "15";

    private final DemoClock clock;
    private final ObjectMapper json;

    DemoDoor(DemoClock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return clock.isOpen() || OPEN.contains(path) || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getMethod().equals("GET") && accepts != null && accepts.contains(MediaType.TEXT_HTML_VALUE)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/demo");
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                "The demo authority is being made and has come to %s. Try again when it is there: /demo says how far it is."
                        .formatted(clock.read().today())));
    }
}
