package apws.access;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Has every log written without what databases say of values: the message of an error of theirs quotes what could not be stored, which may
 * be a child's name, and the driver quotes whole rows. Takes effect as soon as logging is set up, for the console and for files.
 */
class LogsWithoutValues implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Once Spring Boot has set logging up. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            rules(logging).put("wEx", StackTraceWithoutValues::new);
            rules(logging).put("m", MessageWithoutValues::new);
            logging.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(LogsWithoutValues::readPatternAgain);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Supplier<?>> rules(LoggerContext logging) {
        var rules = (Map<String, Supplier<?>>) logging.getObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS);
        if (rules == null) {
            rules = new HashMap<>();
            logging.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, rules);
        }
        return rules;
    }

    private static void readPatternAgain(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> written
                && written.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> pattern) {
            pattern.stop();
            pattern.start();
        }
    }
}
