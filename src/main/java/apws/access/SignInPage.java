package apws.access;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and where the application opens. */
@Controller
class SignInPage {

    private final AccessSettings settings;
    private final SignedIn signedIn;
    private final String authority;

    SignInPage(AccessSettings settings, SignedIn signedIn, @Value("${apws.authority.name:}") String authority) {
        this.settings = settings;
        this.signedIn = signedIn;
        this.authority = authority;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("refused", parameters.containsKey("refused"));
        model.addAttribute("signedOut", parameters.containsKey("signed-out"));
        model.addAttribute("product", settings.productName());
        model.addAttribute("authority", authority);
        return "sign-in";
    }

    /** Tasklist; Cockpit for those whose work is watching rather than doing. */
    @GetMapping("/")
    String start() {
        var watches = signedIn.hasRole(Roles.MANAGER) || signedIn.hasRole(Roles.ANALYST);
        var works = Permits.withTasklist().anyMatch(signedIn::hasRole) || signedIn.isOfASchool();
        return watches && !works ? "redirect:/camunda/app/cockpit/default/" : "redirect:/camunda/app/tasklist/default/";
    }
}
