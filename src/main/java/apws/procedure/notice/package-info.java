/** Penalty notices and Notices to Improve: considered, prepared, authorised, posted, paid, withdrawn, prosecuted when unpaid. */
package apws.procedure.notice;
