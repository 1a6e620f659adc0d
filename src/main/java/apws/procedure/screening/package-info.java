/** From a register to a school's list: whom screening found, what the school decided, days on which the school was open after all. */
package apws.procedure.screening;
