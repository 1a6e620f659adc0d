package apws.procedure.deployment;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param take names of the diagrams, decision tables and forms of which this application's version replaces an analyst's newer one */
@ConfigurationProperties("apws.deployment")
record DeploymentSettings(@DefaultValue List<String> take) {
}
