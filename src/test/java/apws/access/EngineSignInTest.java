package apws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class EngineSignInTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final IdentityService identity = mock();
    private final People people = mock();
    private final HttpSession session = mock();
    private final FilterChain rest = mock();
    private final MockHttpServletRequest request = new MockHttpServletRequest() {
        @Override
        public HttpSession getSession(boolean create) {
            return session;
        }
    };
    private final EngineSignIn filter = new EngineSignIn(identity, people, Duration.ofHours(10));

    @BeforeEach
    void an_officer_is_signed_in() {
        SecurityContextHolder.getContext().setAuthentication(officer("ewo", "a group left since"));
        when(people.withTheirGroups("officer")).thenReturn(Optional.of(officer("ewo")));
        when(session.getCreationTime()).thenReturn(0L);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_engine_knows_who_is_signed_in_with_todays_groups_for_the_request_and_no_longer() throws Exception {
        handle();

        var order = inOrder(identity, rest);
        order.verify(identity).setAuthentication("officer", List.of("ewo"));
        order.verify(rest).doFilter(any(), any());
        order.verify(identity).clearAuthentication();
    }

    @Test
    void the_engine_forgets_them_when_the_request_fails_too() throws Exception {
        doThrow(new ServletException("broken")).when(rest)
                .doFilter(any(), any());

        assertThatThrownBy(this::handle).hasMessage("broken");

        verify(identity).clearAuthentication();
    }

    @Test
    void a_session_that_a_tasklist_has_kept_alive_all_day_ends() throws Exception {
        session(10 * HOUR + 1);

        handle();

        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        verify(session).invalidate();
        verify(identity, never()).setAuthentication("officer", List.of("ewo"));
    }

    @Test
    void a_session_of_a_working_day_goes_on() throws Exception {
        session(10 * HOUR);

        handle();

        verify(session, never()).invalidate();
        verify(identity).setAuthentication("officer", List.of("ewo"));
    }

    private void session(long age) {
        when(session.getLastAccessedTime()).thenReturn(age);
    }

    private void handle() throws ServletException, IOException {
        filter.doFilter(request, new MockHttpServletResponse(), rest);
    }

    private static Authentication officer(String... groups) {
        return UsernamePasswordAuthenticationToken.authenticated("officer", null, AuthorityUtils.createAuthorityList(groups));
    }
}
