package apws.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Refuses to start where an authority has not yet said what only it can say, and names all of it at once. What that is stands in
 * {@code META-INF/required-settings.properties}, a line for each: the property, and what it is in words.
 */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    /** Needed until the administrator's account is there, so that a password need not stand in the configuration for ever. */
    static final Setting ADMINISTRATOR_PASSWORD = new Setting("apws.administrator.password",
            "the administrator's first password, of %d characters or more; may be taken out again when the account is there"
                    .formatted(AccessSettings.USUAL_SHORTEST_PASSWORD));

    private static final String LIST = "META-INF/required-settings.properties";

    /** A property that has to be set, and what it is. */
    record Setting(String property, String meaning) {

        /** The name of the environment variable that sets the property. */
        String variable() {
            return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        }
    }

    /** Once the configuration files have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var missing = new ArrayList<>(required().stream().filter(setting -> isMissing(environment, setting)).toList());
        if (!missing.isEmpty()) {
            if (isMissing(environment, ADMINISTRATOR_PASSWORD)) {
                missing.add(ADMINISTRATOR_PASSWORD);
            }
            throw new SettingsMissing(missing);
        }
    }

    private static boolean isMissing(ConfigurableEnvironment environment, Setting setting) {
        // a list stands under its own name in the environment, and under its first item's in a file
        var value = environment.getProperty(setting.property(), environment.getProperty(setting.property() + "[0]", ""));
        return value.isBlank();
    }

    private static List<Setting> required() {
        try {
            var lines = new TreeMap<String, Setting>();
            PropertiesLoaderUtils.loadProperties(new ClassPathResource(LIST))
                    .forEach((property, meaning) -> lines.put(property.toString(), new Setting(property.toString(), meaning.toString())));
            return List.copyOf(lines.values());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
