package apws.form;

/** What any expression that somebody else wrote must keep to before it is read: whatever reads one goes down it step by step. */
public final class Expressions {

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 40;

    private Expressions() {
    }

    /** Whether it is longer, or its brackets lie deeper in each other, than anybody can follow. */
    public static boolean isBeyondReading(String expression) {
        if (expression.length() > LONGEST) {
            return true;
        }
        int depth = 0;
        for (int at = 0; at < expression.length(); at++) {
            var sign = expression.charAt(at);
            if (sign == '(' || sign == '[' || sign == '{') {
                depth++;
            } else if (sign == ')' || sign == ']' || sign == '}') {
                depth--;
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
