/**
 * Attendance: marks and their codes, figures, days without school, register files, and screening. May use {@code pupil} and whatever lies
 * below it.
 */
package apws.register;
