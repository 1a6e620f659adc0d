package apws.demo;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How far the demo authority has come.
 *
 * @param offset     by which its clock differs from the machine's
 * @param livedUntil the last day whose work is done
 * @param settled    whether the first start came to its end
 */
record DemoState(Duration offset, LocalDate livedUntil, boolean settled) {
}
