package apws.procedure.answers;

import apws.form.OnForm;

/** What came of the Early Help Assessment (S1-03). */
@OnForm("undertake-early-help")
public record EarlyHelpUndertaken(String result) implements FormAnswers {
}
