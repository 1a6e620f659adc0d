package apws.journey;

import apws.calendar.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Clock.InstallOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People's browser on the running application: Debian's Chromium, or the one that the environment's {@code CHROMIUM} names. */
final class Chromium implements AutoCloseable {

    private static final String DEBIANS = "/usr/bin/chromium";
    private static final double PATIENCE_IN_MILLISECONDS = 60_000;

    private final Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new LaunchOptions()
            .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse(DEBIANS)))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    private final int port;
    private final Path pictures;

    /** @param pictures the folder that screenshots go into */
    Chromium(int port, Path pictures) {
        this.port = port;
        this.pictures = pictures;
    }

    /**
     * Signs in on the sign-in page, in a window of its own whose clock starts on that day, and is led to where this person works.
     * It returns when the sign-in page has been left: a page that is loaded again while the sign-in is under way breaks it off.
     */
    Page signsIn(String user, String password, LocalDate day) {
        var window = browser.newContext(new NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/London")
                .setViewportSize(1600, 1100));
        window.setDefaultTimeout(PATIENCE_IN_MILLISECONDS);
        var page = window.newPage();
        page.clock().install(new InstallOptions().setTime(morningOf(day)));
        page.navigate("http://localhost:%d/".formatted(port));
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static Date morningOf(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(10, 30)).atZone(MovableClock.LONDON).toInstant());
    }

    void photographs(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }

    /** Copies those pictures to where the README has them, when it is asked for them ({@code mvn -Ppictures verify}). */
    void showsInReadme(List<String> names) throws IOException {
        var readme = System.getProperty("apws.pictures");
        if (readme != null) {
            for (var name : names) {
                Files.createDirectories(Path.of(readme));
                Files.copy(pictures.resolve(name + ".png"), Path.of(readme, name + ".png"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
