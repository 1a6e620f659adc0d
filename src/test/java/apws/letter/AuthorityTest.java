package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AuthorityTest {

    private static final String[] WHO_WRITES = {"apws.authority.name=Fairhaven Council", "apws.authority.service-name=Attendance Service",
        "apws.authority.address[0]=Civic Offices", "apws.authority.telephone=01632 960100", "apws.authority.email=a@fairhaven.example",
        "apws.authority.hours=9am to 5pm", "apws.authority.signatory.name=Ruth Hargreaves", "apws.authority.signatory.post=Service Manager",
        "apws.authority.legal-services.name=Legal Services", "apws.authority.legal-services.address[0]=Civic Offices",
        "apws.authority.privacy-notice=www.fairhaven.example", "apws.authority.other-formats=ring us", "apws.letter.tray=target/tray"};

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class)).withUserConfiguration(Settings.class);

    @Test
    void startsWhenItKnowsWhoWrites() {
        product.withPropertyValues(WHO_WRITES).run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean(Authority.class).signatory().post()).isEqualTo("Service Manager");
        });
    }

    @Test
    void doesNotStartWhileAnythingOfItIsMissingAndSaysWhat() {
        for (var missing : WHO_WRITES) {
            var name = missing.substring(0, missing.indexOf('=')).replace("[0]", "");
            product.withPropertyValues(Arrays.stream(WHO_WRITES).filter(setting -> !setting.equals(missing)).toArray(String[]::new))
                    .run(stopped -> {
                        assertThat(stopped).hasFailed();
                        assertThat(stopped.getStartupFailure()).rootCause()
                                .hasMessageContaining(name.substring(name.lastIndexOf('.') + 1).split("-")[0]).hasMessageContaining("set ");
                    });
        }
    }

    @TestConfiguration
    @EnableConfigurationProperties({Authority.class, LetterSettings.class})
    static class Settings {
    }
}
