package apws.journey;

import apws.OwnDatabase;
import java.io.IOException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On the database that an authority runs it on, with the settings that it would use. The server ends with the virtual machine. */
@ActiveProfiles("postgres")
@DirtiesContext
class WholeCaseOnPostgresIT extends WholeCaseJourney {

    @DynamicPropertySource
    static void theAuthoritysOwn(DynamicPropertyRegistry settings) throws IOException {
        var database = OwnDatabase.onPostgres();
        settings.add("SPRING_DATASOURCE_URL", database::url);
        settings.add("SPRING_DATASOURCE_USERNAME", database::user);
        settings.add("SPRING_DATASOURCE_PASSWORD", () -> "postgres");
    }
}
