package apws.procedure.gate;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.form.FieldProblem;
import apws.form.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The case that a start form is about, named in its field {@code caseReference}: one that its sender may see, and open unless the form says otherwise. */
@Component
class NamedCases {

    static final String CASE_REFERENCE = "caseReference";

    private final Cases cases;
    private final SignedIn signedIn;

    NamedCases(Cases cases, SignedIn signedIn) {
        this.cases = cases;
        this.signedIn = signedIn;
    }

    /**
     * @param found    empty where the form names none, or none that there is for its sender
     * @param problems what to tell the sender then
     */
    record Named(Optional<Case> found, List<FieldProblem> problems) {
    }

    /** @param answers in which the reference is then written as ours are */
    Named in(Form form, Map<String, Object> answers) {
        var field = form.all().filter(one -> one.key().equals(CASE_REFERENCE)).findFirst();
        if (field.isEmpty() || !(answers.get(CASE_REFERENCE) instanceof String written) || written.isBlank()) {
            return new Named(Optional.empty(), List.of());
        }
        var reference = written.strip().toUpperCase(Locale.ROOT);
        answers.put(CASE_REFERENCE, reference);
        var found = cases.find(reference).filter(one -> one.open() || field.get().takesClosedCases())
                .filter(one -> signedIn.maySeeSchool(one.schoolCode()));
        return new Named(found, found.isPresent() ? List.of() : List.of(new FieldProblem(CASE_REFERENCE, field.get().label(), 0,
                field.get().takesClosedCases() ? "there is no case of that reference that you can see"
                        : "there is no open case of that reference that you can see")));
    }
}
