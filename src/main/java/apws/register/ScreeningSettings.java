package apws.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When attendance says enough to act on.
 *
 * @param leastSessions       possible sessions below which nothing is said of a pupil (settlement 2)
 * @param watchedSchoolWeeks  the school weeks over which the pupils with open cases are watched
 * @param watchedBelow        attendance in those weeks, in per cent, below which somebody is told
 * @param watchedSessions     possible sessions in those weeks below which nobody is told
 */
@ConfigurationProperties("apws.screening")
record ScreeningSettings(@DefaultValue("20") int leastSessions, @DefaultValue("4") int watchedSchoolWeeks,
                         @DefaultValue("90") int watchedBelow, @DefaultValue("10") int watchedSessions) {
}
