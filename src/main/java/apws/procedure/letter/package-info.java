/** A letter on its way: issued, rendered, brought to the print tray, come back, sent again. */
package apws.procedure.letter;
