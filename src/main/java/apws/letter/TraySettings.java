package apws.letter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the print room's folder is reached.
 *
 * @param trayAnswersWithin how long a letter's step waits for the folder; a share that takes longer counts as failed, and is tried again
 */
@ConfigurationProperties("apws.letter")
record TraySettings(@DefaultValue("PT5S") Duration trayAnswersWithin) {
}
