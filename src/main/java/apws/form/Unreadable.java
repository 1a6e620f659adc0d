package apws.form;

/** Stands for a value that cannot be a form's answer: a file, or JSON that is none. */
public record Unreadable(String reason) {
}
