package apws.procedure.answers;

import apws.form.OnForm;

/** To which officer cases go, by user id, and up to which limit (S2-04). No officer: the rule decides. */
@OnForm({"allocate-by-hand", "reallocate-case", "hand-over-caseload", "place-remaining-cases"})
public record OfficerChosen(String officer, Integer newLimit, String reason, String handoverNote) implements FormAnswers {
}
