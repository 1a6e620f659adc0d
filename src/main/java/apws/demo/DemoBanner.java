package apws.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start where to go and who can sign in. */
@Component
@Profile("demo")
class DemoBanner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBanner.class);

    private final DemoSettings settings;

    DemoBanner(DemoSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        LOG.info(text(context instanceof WebServerApplicationContext web && web.getWebServer() != null ? web.getWebServer().getPort() : 8080));
    }

    String text(int port) {
        var text = new StringBuilder("""

                --------------------------------------------------------------------------------
                 Fernshire Council, a demo authority. It is being brought to this day: /demo says how
                 far that is, and everything else opens when it is there.

                 http://localhost:%d/            Tasklist, or Cockpit for managers and analysts
                 http://localhost:%d/demo        the demo's clock, and who can sign in

                 Sign in with the password %s as

                """.formatted(port, port, settings.password()));
        DemoUser.all().forEach(user -> text.append("   %-28s %s, %s%n".formatted(user.id(), user.name(), user.role())));
        return text.append("   %-28s Administrator%n".formatted(settings.administrator()))
                .append("-".repeat(80)).toString();
    }
}
