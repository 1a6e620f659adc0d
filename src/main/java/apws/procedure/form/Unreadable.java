package apws.procedure.form;

/** Stands for a value that cannot be a form's answer: a file, or JSON that is none. */
record Unreadable(String reason) {
}
