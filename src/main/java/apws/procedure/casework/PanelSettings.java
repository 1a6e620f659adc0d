package apws.procedure.casework;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a panel usually goes by.
 *
 * @param notice between the booking and the panel; less is warned of, and needs a reason
 * @param review from the start of the plan, where the panel does not say otherwise (settlement 5)
 */
@ConfigurationProperties("apws.panel")
record PanelSettings(@DefaultValue("P10D") Period notice, @DefaultValue("P30D") Period review) {
}
