/** Allocation, absence, conflict, and the hand-over of a caseload, as diagrams call them. */
@NullMarked
package apws.procedure.officer;

import org.jspecify.annotations.NullMarked;
