package apws.procedure.answers;

import java.time.LocalDate;

/** A form that says what the head teacher's certificate of attendance covers (S4-03); null where it holds none. */
public interface Certified {

    LocalDate certificateFrom();

    LocalDate certificateTo();

    String certificateSignedBy();

    LocalDate certificateSignedOn();
}
