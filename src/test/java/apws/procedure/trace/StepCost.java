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

    /** In what it costs more than it may, in words. */
    List<String> above(StepCost ceiling) {
        return Stream.of(above("statements to open", ceiling.opening(), opening()),
                        above("statements to complete", ceiling.toComplete, toComplete),
                        above("transactions", ceiling.transactions, transactions))
                .filter(words -> !words.isEmpty()).map(words -> "%s %s: %s".formatted(step, what, words)).toList();
    }

    private String above(String of, int ceiling, int is) {
        return is <= ceiling ? ""
                : "%d %s, %d more than the table allows; sent most often were%n%s".formatted(is, of, is - ceiling, mostOften());
    }

    /** Of both, in each figure the fewer. */
    StepCost fewer(StepCost other) {
        return new StepCost(step, what, toOpen == null ? null : Integer.valueOf(Math.min(toOpen, other.opening())),
                Math.min(toComplete, other.toComplete), Math.min(transactions, other.transactions), repeated);
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
