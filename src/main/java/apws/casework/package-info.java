/** The case: its entries, plans, chronology, and who may read which part of it. May use {@code register} and whatever lies below it. */
package apws.casework;
