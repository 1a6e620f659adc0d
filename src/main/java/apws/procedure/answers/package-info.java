/**
 * What people answer, as far as the application itself reads it: a record for each form. May use the codes of {@code legal} and the annotation of
 * {@code form}, and nothing else.
 */
package apws.procedure.answers;
