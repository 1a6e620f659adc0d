package apws.procedure.answers;

import apws.form.OnForm;

/** What a review led to, by its code. */
@OnForm({"hold-interim-review", "hold-four-week-review", "hold-final-review", "review-suspension", "hold-panel-review", "review-monitoring"})
public record ReviewDecided(String decision) implements FormAnswers {
}
