/**
 * The desk: finding a pupil, and the page of a case. It shows what other packages hold, to each reader the parts that are theirs, and changes
 * nothing. May use every package but {@code demo}.
 */
@NullMarked
package apws.desk;

import org.jspecify.annotations.NullMarked;
