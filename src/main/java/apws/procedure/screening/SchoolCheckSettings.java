package apws.procedure.screening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a school's list is shown.
 *
 * @param atOnce pupils on the form at once, those with the lowest attendance first: more than a person decides on in one sitting helps nobody
 */
@ConfigurationProperties("apws.school-check")
record SchoolCheckSettings(@DefaultValue("30") int atOnce) {
}
