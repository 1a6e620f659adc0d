/** What an analyst may deploy, and what is refused by name. */
package apws.procedure.deployment;
