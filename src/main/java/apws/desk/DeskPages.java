package apws.desk;

import apws.access.AccessSettings;
import apws.form.FilledForm;
import apws.procedure.casework.WhereItStands;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Finding a pupil, and the page of a case: by themselves, and as the parts that Tasklist and Cockpit show. Every page is 404 where nothing of it is theirs. */
@Controller
class DeskPages {

    private static final int ON_A_PAGE = 50;
    private static final int IN_A_LIST = 8;

    private final Search search;
    private final CasePages cases;
    private final AfterTask afterTask;
    private final WhereItStands whereItStands;
    private final FilledForm forms;
    private final AccessSettings settings;

    DeskPages(Search search, CasePages cases, AfterTask afterTask, WhereItStands whereItStands, FilledForm forms, AccessSettings settings) {
        this.search = search;
        this.cases = cases;
        this.afterTask = afterTask;
        this.whereItStands = whereItStands;
        this.forms = forms;
        this.settings = settings;
    }

    @ModelAttribute("product")
    String product() {
        return settings.productName();
    }

    @GetMapping("/search")
    String search(@RequestParam(name = "for", defaultValue = "") String typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("found", search.find(typed, ON_A_PAGE));
        return "search";
    }

    /** The first few, for the box in the top bar. */
    @GetMapping("/search/list")
    String list(@RequestParam(name = "for", defaultValue = "") String typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("found", search.find(typed, IN_A_LIST));
        return "search :: list";
    }

    @GetMapping("/case/{reference:AI-.+}")
    String page(@PathVariable String reference, Model model) {
        model.addAttribute("of", cases.of(reference).orElseThrow(DeskPages::nothing));
        return "case";
    }

    @GetMapping("/case/{reference:AI-.+}/entries/{id}")
    String entry(@PathVariable String reference, @PathVariable long id, Model model) {
        var entry = cases.entry(reference, id).orElseThrow(DeskPages::nothing);
        model.addAttribute("sections", forms.of(entry.filledIn(), entry.data()));
        return "entry :: entry";
    }

    @GetMapping("/case/of-task/{id}")
    String ofTask(@PathVariable String id, Model model) {
        return part(whereItStands.caseOfTask(id), model);
    }

    @GetMapping("/case/of-process/{id}")
    String ofProcess(@PathVariable String id, Model model) {
        return part(whereItStands.caseOfProcess(id), model);
    }

    /** What has come of a task that whoever asks has just completed. */
    @GetMapping("/case/after-task/{id}")
    String afterTask(@PathVariable String id, Model model) {
        model.addAttribute("said", afterTask.of(id).orElseThrow(DeskPages::nothing));
        return "after-task :: said";
    }

    private String part(Optional<String> reference, Model model) {
        model.addAttribute("of", reference.flatMap(cases::of).orElseThrow(DeskPages::nothing));
        return "case :: record";
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case here that you may see.");
    }
}
