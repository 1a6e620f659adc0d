/** A parent says that marks are wrong: what the school answers, and what becomes of letters, notices and prosecutions that used them. */
package apws.procedure.dispute;
