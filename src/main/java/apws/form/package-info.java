/**
 * A form and its rules, free of the engine: what a {@code .form} asks, whether an answer keeps to it, and how a form that was filled in reads
 * on paper. May use {@code calendar}.
 */
package apws.form;
