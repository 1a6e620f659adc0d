/** Allocation, absence, conflict, and the hand-over of a caseload, as diagrams call them. */
package apws.procedure.officer;
