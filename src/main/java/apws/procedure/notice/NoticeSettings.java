package apws.procedure.notice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What penalty notices say of the authority, and how to know it among a pupil's contacts.
 *
 * @param payHow      ways to pay, in words
 * @param authorityAs relationships to the pupil under which schools keep the authority itself, in whatever case
 */
@ConfigurationProperties("apws.penalty-notice")
record NoticeSettings(String payHow, List<String> authorityAs) {
}
