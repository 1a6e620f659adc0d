/** A case from its start to its end: meetings, plans, reviews, panels, contacts, a move to another school, a withdrawal. */
package apws.procedure.casework;
