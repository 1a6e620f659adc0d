/** Who has left, who may be one person, and parents whom no letter reaches. */
package apws.procedure.people;
