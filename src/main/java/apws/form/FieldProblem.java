package apws.form;

/**
 * Why one field's answer is refused.
 *
 * @param field the field's key; in a dynamic list with the list's before it
 * @param row   the row of the dynamic list, from 1; 0 outside one
 * @param reason what is wrong and what to do, in plain words; never the answer itself, which may be personal
 */
public record FieldProblem(String field, String label, int row, String reason) {

    /** For people. */
    public String inWords() {
        var where = row > 0 ? "%s, row %d".formatted(field, row) : field;
        return label.equals(field) || label.isEmpty() ? "%s: %s".formatted(where, reason) : "'%s' (%s): %s".formatted(label, where, reason);
    }
}
