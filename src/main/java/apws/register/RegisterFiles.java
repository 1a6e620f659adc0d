package apws.register;

import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import apws.imports.Counts;
import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.Imports;
import apws.imports.NotSuchAFile;
import apws.imports.Rejections;
import apws.imports.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers as CSV, long or wide. Good rows go in, bad ones are reported by line and reason, and a file that is no register changes nothing.
 * The same file again changes nothing; a mark that differs from the one held replaces it, and both are kept with the time. A mark on a day
 * without school is held, reported and not counted until the school says that it was open.
 */
@Component
public class RegisterFiles implements FileReader {

    private static final String KIND = "register";

    private final JdbcClient jdbc;
    private final MarkCodes codes;
    private final MarkStore store;
    private final ClosedDays closedDays;
    private final DaysWithoutSchool daysWithoutSchool;
    private final SchoolCalendar calendar;
    private final ImportSettings settings;
    private final Imports imports;
    private final ClusterLock turn;
    private final TransactionTemplate transaction;

    RegisterFiles(JdbcClient jdbc, MarkCodes codes, MarkStore store, ClosedDays closedDays, DaysWithoutSchool daysWithoutSchool,
                  SchoolCalendar calendar, ImportSettings settings, Imports imports, ClusterLock turn, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.store = store;
        this.closedDays = closedDays;
        this.daysWithoutSchool = daysWithoutSchool;
        this.calendar = calendar;
        this.settings = settings;
        this.imports = imports;
        this.turn = turn;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
        return read(fileName, content, sender);
    }

    /** The file is read first, so that others wait only while its marks are written. */
    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        var rejections = new Rejections(settings.limits().rejected());
        var pupils = new RegisterPupils(jdbc, sender);
        var openDays = new OpenDays(closedDays, daysWithoutSchool);
        var register = new RegisterRows(codes, settings, pupils, openDays, calendar.today(), rejections);
        try {
            register.read(content);
        } catch (NotSuchAFile refused) {
            return transaction.execute(status -> imports.refused(KIND, fileName, sender, refused.getMessage(), rejections));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return transaction.execute(status -> {
            turn.take("import");
            var id = imports.begin(KIND, fileName, sender);
            var counts = Counts.NONE;
            for (var year : register.years().entrySet()) {
                counts = counts.plus(store.merge(new MarkStore.Sent(id, sender, year.getKey(), pupils, year.getValue(), openDays), rejections));
            }
            openDays.keepUnanswered();
            return imports.finish(id, register.rows(), rejections, counts);
        });
    }
}
