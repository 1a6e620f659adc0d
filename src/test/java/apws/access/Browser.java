package apws.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a browser does, without following where it is sent: cookies kept, forms posted. With a password, what a program does. */
class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String server;
    private final String password;
    private final String address;

    private Browser(String server, String password, String address) {
        this.server = server;
        this.password = password;
        this.address = address;
    }

    static Browser at(int port) {
        return from(port, null);
    }

    /** From an address of which a proxy on this machine tells; null without a proxy. */
    static Browser from(int port, String address) {
        return new Browser("http://localhost:" + port, null, address);
    }

    static Browser withPassword(int port, String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Browser("http://localhost:" + port, "Basic " + Base64.getEncoder().encodeToString(both), null);
    }

    /** Opens a page, as a person does. */
    HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").GET());
    }

    /** Asks for data, as a script or a program does. */
    HttpResponse<String> get(String path) {
        return get(path, "application/json");
    }

    HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    HttpResponse<String> send(String method, String path, String json, String... headers) {
        var request = request(path).header("Accept", "application/json").header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** @param type of what is sent */
    HttpResponse<String> sendAs(String type, String method, String path, String body) {
        return send(request(path).header("Accept", "application/json").header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    HttpResponse<String> submit(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    /** Opens the sign-in page, fills it in and sends it off, with the token it came with. */
    HttpResponse<String> signIn(String user, String password) {
        var page = open("/sign-in").body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return submit("/sign-in", Map.of("username", user, "password", password, "_csrf", token));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path));
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        return password == null ? request : request.header("Authorization", password);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
