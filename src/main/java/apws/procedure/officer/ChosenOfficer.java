package apws.procedure.officer;

import apws.casework.Entry;
import apws.officer.Officers;
import org.springframework.stereotype.Component;

/** An officer whom a person chose on a form: the fields {@code officer} and {@code newLimit}. */
@Component
class ChosenOfficer {

    private final Officers officers;

    ChosenOfficer(Officers officers) {
        this.officers = officers;
    }

    /** The user id; null where the form leaves the choice to the rule. */
    String on(Entry form) {
        return form.text("officer").isEmpty() ? null : form.text("officer");
    }

    /** What the officer before leaves word of; null where there is nothing. */
    static String handoverNote(Entry form) {
        return form.text("handoverNote").isEmpty() ? null : form.text("handoverNote");
    }

    /** The limit goes up where the form says so. */
    void raiseLimit(Entry form) {
        var limit = form.data().path("newLimit");
        if (on(form) != null && limit.isNumber()) {
            officers.raiseLimit(on(form), limit.intValue());
        }
    }
}
