package apws.procedure.answers;

import apws.form.OnForm;

/** The right address of a parent whose letter came back. */
@OnForm("correct-address")
public record AddressCorrected(String newAddress, String newPostcode) implements FormAnswers {
}
