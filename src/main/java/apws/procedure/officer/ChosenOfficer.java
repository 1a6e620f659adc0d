package apws.procedure.officer;

import apws.officer.Officers;
import apws.procedure.answers.FormAnswers;
import apws.procedure.answers.OfficerChosen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An officer whom a person chose on a form. */
@Component
class ChosenOfficer {

    private final Officers officers;

    ChosenOfficer(Officers officers) {
        this.officers = officers;
    }

    /** The user id; null where the form leaves the choice to the rule. */
    static @Nullable String on(OfficerChosen form) {
        return FormAnswers.orNull(form.officer());
    }

    /** What the officer before leaves word of; null where there is nothing. */
    static @Nullable String handoverNote(OfficerChosen form) {
        return FormAnswers.orNull(form.handoverNote());
    }

    /** The limit goes up where the form says so. */
    void raiseLimit(OfficerChosen form) {
        if (on(form) != null && form.newLimit() != null) {
            officers.raiseLimit(on(form), form.newLimit());
        }
    }
}
