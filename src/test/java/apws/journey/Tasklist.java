package apws.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Camunda Tasklist in somebody's browser. The form viewer moves its fields while it checks what is filled in, so that on a busy machine a click
 * lands beside: here everything is done again until its state is there, and nothing waits for a time.
 */
final class Tasklist {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double A_TRY_IN_MILLISECONDS = 5_000;

    private final Page page;
    private final List<String> sent = new ArrayList<>();
    private final List<Integer> answered = new ArrayList<>();

    Tasklist(Page page) {
        this.page = page;
        page.onRequest(request -> {
            if (request.url().endsWith("/submit-form")) {
                sent.add(request.postData());
            }
        });
        page.onResponse(response -> {
            if (response.url().endsWith("/submit-form")) {
                answered.add(response.status());
            }
        });
    }

    Page page() {
        return page;
    }

    /** What the browser has sent as answers so far. */
    List<String> sent() {
        return sent;
    }

    /** Does it again until the state is there. */
    void until(String state, BooleanSupplier there, Runnable work) {
        await(state).atMost(PATIENCE).pollInSameThread().pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!there.getAsBoolean()) {
                try {
                    work.run();
                } catch (PlaywrightException beside) {
                    // it has moved, or is not there yet
                }
                // events of the page come in while it is asked for something
                page.evaluate("() => new Promise(requestAnimationFrame)");
            }
            return there.getAsBoolean();
        });
    }

    private Locator.ClickOptions once() {
        return new Locator.ClickOptions().setTimeout(A_TRY_IN_MILLISECONDS);
    }

    void opensTask(String nameOrPupil) {
        var card = page.locator("ol.tasks-list > li").filter(new FilterOptions().setHasText(nameOrPupil)).first();
        until(nameOrPupil + " is open", () -> page.locator("h2.task").isVisible(), () -> card.locator("h4.task").click(once()));
    }

    void opensTask(String list, String nameOrPupil) {
        var card = page.locator("ol.tasks-list > li").filter(new FilterOptions().setHasText(nameOrPupil)).first();
        until(nameOrPupil + " is listed", card::isVisible,
                () -> page.locator(".task-filter h4.name").filter(new FilterOptions().setHasText(list)).click(once()));
        opensTask(nameOrPupil);
    }

    /** The form of a task that nobody has claimed looks as if it could be filled in, but has a lid on it. */
    void claims() {
        var withoutLid = page.locator("[ng-class*='disabled-form']:not(.disabled-form) .fjs-container input:not([disabled])");
        until("the form can be filled in", () -> withoutLid.first().isVisible(),
                () -> page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click(once()));
    }

    void checks(Locator choice) {
        until(choice + " is chosen", choice::isChecked, () -> choice.check(new Locator.CheckOptions().setTimeout(A_TRY_IN_MILLISECONDS)));
    }

    void ticks(String label) {
        checks(page.getByLabel(label));
    }

    void writes(Locator field, String text) {
        until(field + " says " + text, () -> field.inputValue().equals(text),
                () -> field.fill(text, new Locator.FillOptions().setTimeout(A_TRY_IN_MILLISECONDS)));
    }

    /** As one types a date or a time, and leaves the field. */
    void types(Locator field, String typed, String shown) {
        until(field + " shows " + shown, () -> field.inputValue().equals(shown) && !field.evaluate("it => it === document.activeElement").equals(true),
                () -> types(field, typed));
    }

    void types(Locator field, String typed) {
        field.fill(typed);
        field.press("Tab");
    }

    void chooses(String id, String option) {
        var shown = beside(id).locator(".fjs-select-display");
        var item = page.locator(".fjs-dropdownlist-item").filter(new FilterOptions().setHasText(option)).first();
        until(id + " is " + option, () -> shown.textContent().contains(option), () -> {
            if (!item.isVisible()) {
                shown.click(once());
            }
            item.click(once());
        });
    }

    Locator field(String id) {
        return page.locator(".fjs-container :is(input, textarea)[id*='-%s']".formatted(id)).first();
    }

    /** The field with its label and what is said of it. */
    Locator beside(String id) {
        return page.locator(".fjs-form-field:has([id*='-%s'])".formatted(id)).last();
    }

    Locator complete() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
    }

    /** Presses "Complete" until it has been pressed, and something is said of what is missing. */
    void findsMissing(String field) {
        until("something is said of " + field, () -> beside(field).locator(".fjs-form-field-error").isVisible(), () -> complete().click(once()));
    }

    /** @return what the server answers */
    int completes() {
        int before = sent.size();
        int answersBefore = answered.size();
        until("the form is sent; it says " + page.locator(".fjs-form-field-error").allTextContents(), () -> sent.size() > before,
                () -> complete().click(once()));
        until("the server has answered", () -> answered.size() > answersBefore, () -> { });
        return answered.get(answered.size() - 1);
    }

    void says(String text) {
        assertThat(page.locator(".apws-missing")).containsText(text);
    }
}
