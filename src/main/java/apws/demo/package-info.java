/** The fictitious authority, in the profile {@code demo} alone. May use everything; nothing uses it. */
package apws.demo;
