/** A parent says that marks are wrong: what the school answers, and what becomes of letters, notices and prosecutions that used them. */
@NullMarked
package apws.procedure.dispute;

import org.jspecify.annotations.NullMarked;
