/**
 * Reading files that others send, whatever they hold: CSV and its headings, dates, rejected rows and why, one file at a time over all nodes.
 * May use {@code calendar}.
 */
package apws.imports;
