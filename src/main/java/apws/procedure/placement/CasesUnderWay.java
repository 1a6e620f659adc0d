package apws.procedure.placement;

import apws.imports.ImportResult;
import apws.imports.Imports;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that are already under way on a spreadsheet, as CSV: {@code UPN,Stage,Step,Officer,Since,Date,Time,Place,With,Target,TargetInWords}. Each is
 * put where it stands, with its timers; what may be in which column where says {@code procedure/positions.yaml}. Row by row, so that the good ones
 * are in whatever is wrong with others, and a file that broke off is sent again as it is. A dry run does all of it and takes every row back, so that
 * what it lists is what would happen; what was found is kept either way, for whoever asks.
 */
@Component
public class CasesUnderWay {

    private static final String BROUGHT_IN = "cases under way";
    private static final String TRIED = "cases under way, dry run";

    private final SmallFiles files;
    private final Imports imports;
    private final OpenCaseUnderWay openCaseUnderWay;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;
    private final TransactionTemplate row;

    CasesUnderWay(SmallFiles files, Imports imports, OpenCaseUnderWay openCaseUnderWay, JdbcClient jdbc, ObjectMapper json, PlatformTransactionManager transactions) {
        this.files = files;
        this.imports = imports;
        this.openCaseUnderWay = openCaseUnderWay;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.row = new TransactionTemplate(transactions);
        row.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param caseReference of the case that was opened; null in a dry run
     * @param standsAt      the tasks that are open there, in words; empty where only a date is waited for
     * @param until         the next date that is waited for; null where none is
     */
    public record Placed(String upn, String caseReference, String stage, String step, String standsAt, LocalDate until) {

        private Placed inADryRun() {
            return new Placed(upn, null, stage, step, standsAt, until);
        }
    }

    public record Refused(long line, String reason) {
    }

    public record Outcome(boolean dryRun, ImportResult result, List<Placed> placed, List<Refused> refused) {
    }

    /** As {@link ImportResult#kind()}. */
    static String kind(boolean dryRun) {
        return dryRun ? TRIED : BROUGHT_IN;
    }

    public Outcome read(String fileName, InputStreamSource content, Sender sender, boolean dryRun) {
        var placed = new ArrayList<Placed>();
        var account = files.readRowByRow(kind(dryRun), fileName, content, sender,
                (rejections, settings) -> new CaseRows(rejections, settings, sender, openCaseUnderWay, row, dryRun, placed));
        return transaction.execute(status -> {
            var result = account.get();
            keep(result.id(), dryRun ? placed.stream().map(Placed::inADryRun).toList() : placed);
            return outcome(result.id()).orElseThrow();
        });
    }

    /** Of a file that waits: what is known of it so far. Empty where the import is of another kind, or none. */
    Optional<Outcome> outcome(long importId) {
        return transaction.execute(status -> imports.find(importId).filter(result -> List.of(TRIED, BROUGHT_IN).contains(result.kind()))
                .map(result -> new Outcome(result.kind().equals(TRIED), result, placed(importId), refused(importId))));
    }

    private void keep(long importId, List<Placed> placed) {
        try {
            jdbc.sql("insert into cases_brought_in (import_id, placed) values (:id, :placed)").param("id", importId)
                    .param("placed", json.writeValueAsString(placed)).update();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Placed> placed(long importId) {
        return jdbc.sql("select placed from cases_brought_in where import_id = :id").param("id", importId).query(String.class).optional()
                .map(kept -> {
                    try {
                        return json.readValue(kept, new TypeReference<List<Placed>>() { });
                    } catch (JsonProcessingException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                }).orElse(List.of());
    }

    private List<Refused> refused(long importId) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(imports.rejected(importId), StandardCharsets.UTF_8)) {
            return rows.stream().map(row -> new Refused(Long.parseLong(row.getField("line")), row.getField("reason"))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
