package apws.demo;

import apws.calendar.Days;
import apws.letter.LetterSettings;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo's own page: what day it is there, how to move on, who can sign in. */
@Controller
@Profile("demo")
class DemoPage {

    private final DemoClock clock;
    private final DemoSettings settings;
    private final LetterSettings letters;

    DemoPage(DemoClock clock, DemoSettings settings, LetterSettings letters) {
        this.clock = clock;
        this.settings = settings;
        this.letters = letters;
    }

    @GetMapping("/demo")
    String page(Model model) {
        var reading = clock.read();
        model.addAttribute("today", inWords(reading.today()));
        model.addAttribute("moving", reading.moving());
        model.addAttribute("open", clock.isOpen());
        model.addAttribute("percent", reading.percent());
        model.addAttribute("to", reading.to() == null ? null : inWords(reading.to()));
        model.addAttribute("problem", reading.problem());
        model.addAttribute("tray", letters.tray());
        model.addAttribute("users", DemoUser.all());
        model.addAttribute("administrator", settings.administrator());
        model.addAttribute("password", settings.password());
        return "demo";
    }

    @PostMapping("/demo")
    String move(@RequestParam int schoolDays, RedirectAttributes next) {
        try {
            clock.moveBySchoolDays(schoolDays);
        } catch (MoveRefused refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/demo";
    }

    private static String inWords(LocalDate day) {
        return Days.withWeekday(day);
    }
}
