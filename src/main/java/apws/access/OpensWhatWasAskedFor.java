package apws.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * After a sign-in, the page that was asked for before it, else where the application opens: a path, without the name of a server, since that
 * is what a request says it is.
 */
class OpensWhatWasAskedFor implements AuthenticationSuccessHandler {

    private static final String START = "/";

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        var asked = cache.getRequest(request, response) instanceof DefaultSavedRequest saved ? path(saved) : START;
        cache.removeRequest(request, response);
        response.sendRedirect(asked);
    }

    private static String path(DefaultSavedRequest saved) {
        return saved.getQueryString() == null ? saved.getRequestURI() : saved.getRequestURI() + "?" + saved.getQueryString();
    }
}
