/** Who has left, who may be one person, and parents whom no letter reaches. */
@NullMarked
package apws.procedure.people;

import org.jspecify.annotations.NullMarked;
