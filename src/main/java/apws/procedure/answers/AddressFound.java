package apws.procedure.answers;

import apws.form.OnForm;

/** An address, and a name, to which letters can go. */
@OnForm("find-address")
public record AddressFound(String newAddress, String newPostcode, String newForename, String newSurname) implements FormAnswers {
}
