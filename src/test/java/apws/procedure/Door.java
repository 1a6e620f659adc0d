package apws.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** One of the two doors to the engine's REST API, with somebody who stands at it. */
public final class Door {

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String at;
    private final String header;
    private String shown;

    private Door(String at, String header, String shown) {
        this.at = at;
        this.header = header;
        this.shown = shown;
    }

    /** As a program calls it. */
    public static Door engineRest(int port, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new Door("http://localhost:%d/engine-rest".formatted(port), "Authorization", "Basic " + credentials);
    }

    /** As Tasklist, Cockpit and Modeler's user in a browser call it, signed in. */
    public static Door webapps(int port, String user, String password) {
        var server = "http://localhost:" + port;
        var door = new Door(server + "/camunda/api/engine/engine/default", "X-XSRF-TOKEN", "");
        var page = door.send(HttpRequest.newBuilder(URI.create(server + "/sign-in")).GET()).body();
        var form = "username=%s&password=%s&_csrf=%s".formatted(user, password, URLEncoder.encode(hidden(page), UTF_8));
        door.send(HttpRequest.newBuilder(URI.create(server + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        for (var app : List.of("tasklist", "cockpit")) {
            door.send(HttpRequest.newBuilder(URI.create(server + "/camunda/app/%s/default/".formatted(app))).GET()).headers()
                    .allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                    .forEach(cookie -> door.shown = cookie.substring(11, cookie.indexOf(';')));
        }
        return door;
    }

    public static List<Door> both(int port, String user, String password) {
        return List.of(engineRest(port, user, password), webapps(port, user, password));
    }

    private static String hidden(String page) {
        var found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Deploys one file, as Modeler does. */
    public HttpResponse<String> deploy(String name, String content) {
        var line = "a-line-between-parts";
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                of an analyst\r
                --%1$s\r
                Content-Disposition: form-data; name="%2$s"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(line, name, content);
        return send(request("/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + line).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(at + path)).header(header, shown);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
