/** Every way to answer a form or to complete a task passes here: who may, what the form asks, the entry that is kept, what is shown of a case. */
package apws.procedure.gate;
