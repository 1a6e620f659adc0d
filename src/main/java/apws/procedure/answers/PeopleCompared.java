package apws.procedure.answers;

import apws.form.OnForm;

/** Whether two are one person, and whose details are right: of the {@code one} or the {@code other}. */
@OnForm("compare-people")
public record PeopleCompared(String detailsOf, String reason) implements FormAnswers {
}
