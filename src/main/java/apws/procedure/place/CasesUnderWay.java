package apws.procedure.place;

import apws.pupil.ImportResult;
import apws.pupil.Imports;
import apws.pupil.Sender;
import apws.pupil.SmallFiles;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that are already under way on a spreadsheet, as CSV: {@code UPN,Stage,Step,Officer,Since,Date,Time,Place,With,Target,TargetInWords}. Each is
 * put where it stands, with its timers; what may be in which column where says {@code procedure/positions.yaml}. Row by row, so that the good ones
 * are in whatever is wrong with others, and a file that broke off is sent again as it is. A dry run does all of it and takes it back, so that what
 * it lists is what would happen.
 */
@Component
public class CasesUnderWay {

    private final SmallFiles files;
    private final Imports imports;
    private final BringIn bringIn;
    private final TransactionTemplate transaction;

    CasesUnderWay(SmallFiles files, Imports imports, BringIn bringIn, TransactionTemplate transaction) {
        this.files = files;
        this.imports = imports;
        this.bringIn = bringIn;
        this.transaction = transaction;
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

    public Outcome read(String fileName, InputStreamSource content, Sender sender, boolean dryRun) {
        var placed = new ArrayList<Placed>();
        var account = files.readRowByRow("cases under way", fileName, content, sender,
                (rejections, settings) -> new CaseRows(rejections, settings, sender, bringIn, transaction, dryRun, placed));
        return transaction.execute(status -> {
            var result = account.get();
            var refused = refused(result.id());
            if (dryRun) {
                status.setRollbackOnly();
            }
            return new Outcome(dryRun, result, dryRun ? placed.stream().map(Placed::inADryRun).toList() : placed, refused);
        });
    }

    private List<Refused> refused(long importId) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(imports.rejected(importId), StandardCharsets.UTF_8)) {
            return rows.stream().map(row -> new Refused(Long.parseLong(row.getField("line")), row.getField("reason"))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
