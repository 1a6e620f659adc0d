package apws.letter;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param tray        the print room's folder; a missing one is reported, not made, because it is usually a mounted share
 * @param makeTray    for trying things out: the folder is made at the start where it is missing, and letters left in it by an
 *                    earlier try give way
 * @param marksWithin how long parents are asked to take for saying that a mark is wrong, ISO-8601, ending on a school day
 */
@Validated
@ConfigurationProperties("apws.letter")
public record LetterSettings(@NotNull(message = "set the folder from which the print room takes the letters") Path tray,
                             boolean makeTray, @DefaultValue("P14D") String marksWithin) {
}
