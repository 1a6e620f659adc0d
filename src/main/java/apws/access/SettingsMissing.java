package apws.access;

import java.util.List;

/** Settings without which the application cannot start safely. */
class SettingsMissing extends RuntimeException {

    private final transient List<RequiredSettings.Setting> settings;

    SettingsMissing(List<RequiredSettings.Setting> settings) {
        super("Not set: " + String.join(", ", settings.stream().map(RequiredSettings.Setting::property).toList()));
        this.settings = List.copyOf(settings);
    }

    List<RequiredSettings.Setting> settings() {
        return settings;
    }
}
