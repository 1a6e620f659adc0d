/** From a register to a school's list: whom screening found, what the school decided, days on which the school was open after all. */
@NullMarked
package apws.procedure.screening;

import org.jspecify.annotations.NullMarked;
