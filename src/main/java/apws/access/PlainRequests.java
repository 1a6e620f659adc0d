package apws.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Answers 400 to addresses, passwords and forms with characters that no database can hold or look for, and to addresses written otherwise
 * than anybody writes them, before anything is asked with them, whoever sends them: the sign-in is anybody's.
 */
class PlainRequests extends OncePerRequestFilter {

    private static final String OTHERWISE = "This address is not written plainly.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWrittenOtherwise(request) || isUnstorable(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write("{\"status\":400,\"detail\":\"%s\"}".formatted(isWrittenOtherwise(request) ? OTHERWISE : Unstorable.SAID));
            return;
        }
        chain.doFilter(request, response);
    }

    /** With a part left empty, with parameters in a part, or with characters written as codes in what says who is to answer. */
    private static boolean isWrittenOtherwise(HttpServletRequest request) {
        var address = request.getRequestURI();
        return address.contains("//") || address.contains(";")
                || !address.startsWith(request.getContextPath() + request.getServletPath()) && isServlets(request);
    }

    /** Whoever takes all addresses that no other takes has none that names it. */
    private static boolean isServlets(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
    }

    private static boolean isUnstorable(HttpServletRequest request) {
        try {
            return Unstorable.isIn(plain(request.getRequestURI())) || Unstorable.isIn(plain(request.getQueryString()))
                    || Unstorable.isIn(credentials(request.getHeader(HttpHeaders.AUTHORIZATION)))
                    || isForm(request) && request.getParameterMap().values().stream().flatMap(Arrays::stream).anyMatch(Unstorable::isIn);
        } catch (IllegalArgumentException notEncodedRightly) {
            return true;
        }
    }

    private static String plain(String encoded) {
        return encoded == null ? null : UriUtils.decode(encoded, StandardCharsets.UTF_8);
    }

    private static String credentials(String header) {
        return header == null || !header.regionMatches(true, 0, "Basic ", 0, 6) ? null
                : new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
