/**
 * Letters: their codes, wording, facts, PDF, record, and the print room's tray. May use {@code officer} and whatever lies below it; never
 * {@code legal}, which hands over what a letter says of it.
 */
package apws.letter;
