package apws.procedure.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the table of what steps cost.
 *
 * @param what         a task, or in words what else moves a case on
 * @param toOpen       statements that its form costs when somebody opens it; null where it has none
 * @param toComplete   statements up to where the case waits next
 * @param transactions those in which that happens
 * @param repeated     the statements that were sent more than once, for whoever looks for the reason
 */
record StepCost(String step, String what, Integer toOpen, int toComplete, int transactions, String repeated) {

    private static final int MOST = 12;

    static final String HEADING = "step,what,statements to open,statements to complete,transactions";

    static StepCost read(String line) {
        var cells = line.split(",", -1);
        return new StepCost(cells[0], cells[1], cells[2].isEmpty() ? null : Integer.valueOf(cells[2]), Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]), "");
    }

    String key() {
        return step + "," + what;
    }

    /** Of a step that is done more than once, the dearest. */
    StepCost dearest(StepCost other) {
        return toComplete + opening() >= other.toComplete + other.opening() ? this : other;
    }

    private int opening() {
        return toOpen == null ? 0 : toOpen;
    }

    /** In what it is not as expected, in words. */
    List<String> differences(StepCost expected) {
        return Stream.of(difference("statements to open", expected.opening(), opening()),
                        difference("statements to complete", expected.toComplete, toComplete),
                        difference("transactions", expected.transactions, transactions))
                .filter(words -> !words.isEmpty()).map(words -> "%s %s: %s".formatted(step, what, words)).toList();
    }

    private String difference(String of, int expected, int is) {
        return is == expected ? "" : is < expected
                ? "%d %s, %d fewer than the table says: bring its line down".formatted(is, of, expected - is)
                : "%d %s, %d more than the table says; sent most often were%n%s".formatted(is, of, is - expected, mostOften());
    }

    private String mostOften() {
        return repeated.lines().limit(MOST).collect(Collectors.joining("\n")).indent(4);
    }

    /** As in the table. */
    @Override
    public String toString() {
        return "%s,%s,%d,%d".formatted(key(), toOpen == null ? "" : toOpen, toComplete, transactions);
    }
}
