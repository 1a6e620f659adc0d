/**
 * What the law decides: which sessions can still be charged, what used them, penalty notices, Notices to Improve, prosecutions, time limits.
 * May use {@code letter} and whatever lies below it.
 */
package apws.legal;
