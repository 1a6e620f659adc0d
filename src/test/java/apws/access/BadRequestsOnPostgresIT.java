package apws.access;

import apws.OwnDatabase;
import java.io.IOException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("postgres")
@DirtiesContext
class BadRequestsOnPostgresIT extends BadRequests {

    @DynamicPropertySource
    static void theAuthoritysOwn(DynamicPropertyRegistry settings) throws IOException {
        var database = OwnDatabase.onPostgres();
        settings.add("SPRING_DATASOURCE_URL", database::url);
        settings.add("SPRING_DATASOURCE_USERNAME", database::user);
        settings.add("SPRING_DATASOURCE_PASSWORD", () -> "postgres");
    }
}
