/**
 * What Java and the diagrams both name, in one class per diagram: its key, messages, variables and steps. {@code NamesTest} compares each with
 * its diagram. Uses nothing.
 */
@NullMarked
package apws.procedure.names;

import org.jspecify.annotations.NullMarked;
