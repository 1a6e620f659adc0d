package apws.procedure.gate;

import apws.form.FieldProblem;
import apws.procedure.SentBack;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What a person sent with a form is not accepted: nothing has changed. The engine's REST API answers 400 with the message. */
public class EntryRefused extends FormFieldValidationException {

    private final transient List<FieldProblem> problems;

    EntryRefused(List<FieldProblem> problems) {
        super(problems, "please correct " + problems.stream().map(FieldProblem::inWords).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    EntryRefused(String reason) {
        super(List.of(), reason);
        this.problems = List.of();
    }

    EntryRefused(SentBack sentBack) {
        super(sentBack.field(), sentBack.getMessage(), sentBack);
        this.problems = List.of(new FieldProblem(sentBack.field(), "", 0, sentBack.reason()));
    }

    EntryRefused(String reason, Throwable cause) {
        super(List.of(), reason, cause);
        this.problems = List.of();
    }

    /** One for each field; empty when it is not the fields that are wrong. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
