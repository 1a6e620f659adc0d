package apws.access;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, and how, instead of a stack trace. */
class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsMissing missing) {
        var list = missing.settings().stream()
                .map(setting -> "    %s%n        (or the environment variable %s)%n        %s"
                        .formatted(setting.property(), setting.variable(), setting.meaning()))
                .collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis("These settings are missing or do not fit:%n%n%s".formatted(list),
                "Set them in a file application.yaml beside the jar, or as environment variables, and start again. "
                        + "To look around with a fictitious authority instead, start with --spring.profiles.active=demo.", missing);
    }
}
