/** From the interview under caution to the sentence: evidence, referral, charge, hearings, outcomes, and last days for a charge. */
package apws.procedure.prosecution;
