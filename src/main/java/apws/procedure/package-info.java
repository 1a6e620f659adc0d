/**
 * What every matter of the procedure shares: what a step reads from its variables, the calendar and figures that diagrams ask, the marks of what
 * diagrams may use. A bean lives in the package of the matter that its diagram is about; here only what three matters or more use. Knows
 * none of those packages but {@code names}.
 */
@NullMarked
package apws.procedure;

import org.jspecify.annotations.NullMarked;
