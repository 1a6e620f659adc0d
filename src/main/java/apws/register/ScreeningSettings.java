package apws.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When attendance says enough to act on.
 *
 * @param leastSessions possible sessions below which nothing is said of a pupil (settlement 2)
 */
@ConfigurationProperties("apws.screening")
record ScreeningSettings(@DefaultValue("20") int leastSessions) {
}
