/** A letter on its way: issued, rendered, brought to the print tray, come back, sent again. */
@NullMarked
package apws.procedure.letter;

import org.jspecify.annotations.NullMarked;
