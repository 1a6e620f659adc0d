package apws.procedure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What penalty notices say of the authority.
 *
 * @param payHow ways to pay, in words
 */
@ConfigurationProperties("apws.penalty-notice")
record NoticeSettings(String payHow) {
}
