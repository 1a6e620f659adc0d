/** The engine's settings, clock and timers, tasks done on behalf of people, overdue tasks, and what becomes of a step that failed. */
@NullMarked
package apws.procedure.engine;

import org.jspecify.annotations.NullMarked;
