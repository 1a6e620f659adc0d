package apws.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** Somebody at each of the two doors to the engine's REST API: with a password at {@code /engine-rest}, in a browser at Tasklist's. */
final class Doors {

    static final String PASSWORD = "the right password";

    private Doors() {
    }

    /** One of the doors, and who stands before it. */
    record Door(String name, String user, Browser browser, String prefix, String token) {

        HttpResponse<String> get(String path) {
            return browser.get(prefix + path);
        }

        HttpResponse<String> post(String path, String json) {
            return send("POST", path, json);
        }

        HttpResponse<String> send(String method, String path, String json) {
            return token == null ? browser.send(method, prefix + path, json) : browser.send(method, prefix + path, json, "X-XSRF-TOKEN", token);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String somebody(Users users, String... groups) {
        var id = "user-" + UUID.randomUUID();
        users.ensureUser(id, "A", "User", "", PASSWORD, groups);
        return id;
    }

    static List<Door> of(int port, String user) {
        return List.of(engineRest(port, user), webapps(port, user));
    }

    static Door engineRest(int port, String user) {
        return new Door("/engine-rest", user, Browser.withPassword(port, user, PASSWORD), "/engine-rest", null);
    }

    private static Door webapps(int port, String user) {
        var browser = Browser.at(port);
        browser.signIn(user, PASSWORD);
        browser.open("/camunda/app/welcome/default/");
        return new Door("/camunda/api/engine", user, browser, "/camunda/api/engine/engine/default",
                browser.cookie("XSRF-TOKEN").orElseThrow());
    }
}
