/** Puts a case at a step: back to one that it has been through, or one that begins where the authority's own papers say it stands. */
package apws.procedure.placement;
