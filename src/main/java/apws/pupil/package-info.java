/**
 * Pupils, their parents and schools, and the files that bring them; who is the same person, and who has left. May use {@code imports} and
 * whatever lies below it.
 */
package apws.pupil;
