package apws.form;

/** What is said under a label: an answer of a form, or a line of a record. */
public record Fact(String label, String value) {
}
