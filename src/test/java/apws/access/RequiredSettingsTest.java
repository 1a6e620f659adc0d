package apws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import apws.AttendanceIntervention;
import apws.access.RequiredSettings.Setting;
import apws.letter.Authority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTest {

    private final Users users = mock();
    private final People people = mock();

    @Test
    void without_configuration_the_application_does_not_start_and_says_what_to_set(CapturedOutput output) {
        assertThatThrownBy(() -> start()).isInstanceOf(SettingsMissing.class);

        assertThat(output).contains("APPLICATION FAILED TO START",
                "apws.administrator.id", "APWS_ADMINISTRATOR_ID", "the user name of the first administrator",
                "apws.administrator.password", "APWS_ADMINISTRATOR_PASSWORD", "12 characters or more",
                "--spring.profiles.active=demo");
    }

    @Test
    void what_is_set_is_not_asked_for_and_what_is_blank_is() {
        var missing = catchThrowableOfType(SettingsMissing.class,
                () -> start("--apws.administrator.id= ", "--apws.administrator.password=one that is long enough")).settings();

        assertThat(missing).extracting(Setting::property).contains("apws.administrator.id").doesNotContain("apws.administrator.password");
    }

    @Test
    void all_that_only_the_authority_can_say_is_asked_for_at_once() {
        var missing = catchThrowableOfType(SettingsMissing.class, () -> start()).settings();

        assertThat(missing).extracting(Setting::property).containsAll(components("apws.authority", Authority.class))
                .contains("apws.letter.tray");
    }

    @Test
    void a_list_in_a_file_counts_as_set() {
        var missing = catchThrowableOfType(SettingsMissing.class, () -> start("--apws.authority.address[0]=Civic Offices")).settings();

        assertThat(missing).extracting(Setting::property).doesNotContain("apws.authority.address");
    }

    private static List<String> components(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            var property = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            return component.getType().isRecord() ? components(property, component.getType()).stream() : Stream.of(property);
        }).toList();
    }

    @Test
    void a_property_in_several_words_has_its_environment_variable_without_dashes() {
        assertThat(new Setting("apws.authority.privacy-notice", "").variable()).isEqualTo("APWS_AUTHORITY_PRIVACYNOTICE");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short"})
    void an_administrator_is_not_made_without_a_fit_password(String password) {
        assertThatThrownBy(() -> setUp(password).afterSingletonsInstantiated()).isInstanceOf(SettingsMissing.class)
                .hasMessage("Not set: apws.administrator.password");

        verifyNoInteractions(users);
    }

    @Test
    void an_administrator_who_is_there_needs_no_password_in_the_configuration() {
        when(people.exists("head-of-it")).thenReturn(true);

        setUp(null).afterSingletonsInstantiated();

        verify(users).ensureUser("head-of-it", "System", "Administrator", "", null, Roles.ADMINISTRATOR);
    }

    @Test
    void the_password_stands_in_no_log() {
        assertThat(new AdministratorSettings("head-of-it", "a secret", "", "", "")).asString().doesNotContain("secret");
    }

    private AccessSetUp setUp(String password) {
        var administrator = new AdministratorSettings("head-of-it", password, "System", "Administrator", "");
        var settings = new AccessSettings("", 12, Duration.ZERO, 3, Duration.ZERO, Duration.ZERO, Duration.ZERO, DataSize.ofMegabytes(1),
                List.of(), List.of(), List.of());
        return new AccessSetUp(mock(), mock(), users, people, administrator, settings, mock(JdbcClient.class, RETURNS_DEEP_STUBS),
                new TransactionTemplate(mock(PlatformTransactionManager.class)));
    }

    /** As the packaged jar starts: with the application's own configuration file and no other. */
    private static void start(String... arguments) {
        var all = new ArrayList<>(List.of("--spring.config.location=classpath:/application.yaml"));
        all.addAll(List.of(arguments));
        new SpringApplicationBuilder(AttendanceIntervention.class).run(all.toArray(String[]::new)).close();
    }
}
