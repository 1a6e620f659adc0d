package apws.letter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the print room's folder is reached.
 *
 * @param trayAnswersWithin how long a letter is waited for; a share that takes longer counts as failed
 * @param trayTriedAgain    after how long what the folder did not take is brought again
 */
@ConfigurationProperties("apws.letter")
public record TraySettings(@DefaultValue("PT5S") Duration trayAnswersWithin, @DefaultValue("PT1M") Duration trayTriedAgain) {
}
