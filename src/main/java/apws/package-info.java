/** The application: one process, one database, an embedded engine. {@code ArchitectureTest} holds which package may use which. */
package apws;
