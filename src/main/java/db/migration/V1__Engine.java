package db.migration;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The engine's own tables, from the create scripts in its jar, so that one tool keeps the history of the whole database. */
public class V1__Engine extends BaseJavaMigration {

    private static final List<String> SCRIPTS =
            List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        var database = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgres" : "h2";
        for (var script : SCRIPTS) {
            ScriptUtils.executeSqlScript(connection,
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, script)));
        }
    }
}
