/** Education welfare officers: caseloads, absences, conflicts, and who gets a case. May use {@code casework} and whatever lies below it. */
package apws.officer;
