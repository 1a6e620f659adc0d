/**
 * What day it is, which days schools are open, when a period ends and when what is posted counts as received. The only place that reads a
 * clock. Uses no other package.
 */
@NullMarked
package apws.calendar;

import org.jspecify.annotations.NullMarked;
