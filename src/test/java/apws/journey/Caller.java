package apws.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One person's requests to the running application: with a password each time, as programs do, or from a session, as Tasklist does. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN_OF_PAGE = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final String user;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private UnaryOperator<HttpRequest.Builder> credentials = request -> request;

    private Caller(int port, String user) {
        this.port = port;
        this.user = user;
    }

    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(status + " " + text(), notJson);
            }
        }

        /** What the engine's REST API says went wrong. */
        String message() {
            return json().path("message").asText();
        }
    }

    static Caller withPassword(int port, String user, String password) {
        var caller = new Caller(port, user);
        var basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        caller.credentials = request -> request.header("Authorization", basic);
        return caller;
    }

    /** Fills in the sign-in page, opens Tasklist, and from then on sends the token that Tasklist sends. */
    Caller inTasklist(String password) {
        var caller = new Caller(port, user);
        var page = caller.get("/sign-in").text();
        var token = TOKEN_OF_PAGE.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token: " + page);
        }
        var form = "username=%s&password=%s&_csrf=%s".formatted(user, password, URLEncoder.encode(token.group(1), UTF_8));
        caller.send(caller.to("/sign-in").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        caller.get("/camunda/app/tasklist/default/");
        var tasklists = caller.cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElseThrow(() -> new IllegalStateException(user + " could not sign in"));
        caller.credentials = request -> request.header("X-XSRF-TOKEN", tasklists);
        return caller;
    }

    String user() {
        return user;
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    Answer post(String path, Object body) {
        return send(to(path).header("Content-Type", "application/json").POST(json(body)));
    }

    Answer put(String path, Object body) {
        return send(to(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    Answer upload(String path, String fileName, String csv) {
        var boundary = "----a-part-of-a-test";
        var part = "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s";
        var body = ("--%s\r\n" + part + "\r\n--%s--\r\n").formatted(boundary, fileName, csv, boundary);
        var type = "multipart/form-data; boundary=" + boundary;
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.valueToTree(body).toString());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(credentials.apply(request).build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
