package apws.procedure.placement;

import apws.casework.CaseAlreadyOpen;
import apws.imports.ImportSettings;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import apws.officer.CannotTake;
import apws.pupil.Pupil;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of a file of cases under way. Each is a transaction of its own, taken back in a dry run: what becomes of one changes nothing about
 * another, and thousands hold nobody up.
 */
class CaseRows extends SmallFiles.CountedRows<CaseRows.UnderWay> {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRows.class);
    private static final String SINCE = "Since";
    private static final String DATE = "Date";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Sender sender;
    private final OpenCaseUnderWay openCaseUnderWay;
    private final TransactionTemplate transaction;
    private final boolean dryRun;
    private final List<CasesUnderWay.Placed> placed;
    private final Tried tried = new Tried();

    /** Where a pupil's case is to be put. */
    record UnderWay(Pupil pupil, Position position, OpenCaseUnderWay.Row row) {
    }

    CaseRows(Rejections rejections, ImportSettings settings, Sender sender, OpenCaseUnderWay openCaseUnderWay, TransactionTemplate transaction, boolean dryRun,
             List<CasesUnderWay.Placed> placed) {
        super(rejections, settings, "UPN", "Stage", "Step");
        this.sender = sender;
        this.openCaseUnderWay = openCaseUnderWay;
        this.transaction = transaction;
        this.dryRun = dryRun;
        this.placed = placed;
    }

    @Override
    protected UnderWay read() {
        var pupil = openCaseUnderWay.pupil(upn()).orElseThrow(() -> new BadRow("there is no pupil " + Rejections.shown(text("UPN"))));
        if (!sender.sendsFor(pupil.schoolCode())) {
            throw new BadRow("a pupil of a school not its own");
        }
        var position = position();
        position.needs().forEach(this::needed);
        return new UnderWay(pupil, position, row(position));
    }

    @Override
    protected Map<String, Object> says(UnderWay row) {
        return Map.of("the case of the pupil " + row.pupil().upn(), row);
    }

    @Override
    protected void take(UnderWay row) {
        try {
            placed.add(transaction.execute(status -> {
                var stands = openCaseUnderWay.place(row.pupil(), row.position(), row.row(), tried, sender.name());
                if (dryRun) {
                    tried.add(row.pupil().id(), row.row().officer());
                    status.setRollbackOnly();
                }
                return stands;
            }));
            count(true, false);
        } catch (CaseAlreadyOpen | CannotTake refused) {
            throw new BadRow(refused.getMessage());
        } catch (RuntimeException failed) {
            // its message may quote what the row says of a child
            LOG.error("A case under way could not be brought in: {} at {}", failed.getClass().getName(), failed.getStackTrace()[0]);
            throw new BadRow("could not be brought in: send it again by itself; if it fails again, the log has the step that failed");
        }
    }

    private Position position() {
        var stage = needed("Stage");
        return openCaseUnderWay.position(stage, needed("Step")).orElseThrow(() -> new BadRow("Step %s is none of %s's: %s".formatted(
                Rejections.shown(text("Step")), Rejections.shown(stage), openCaseUnderWay.stepsOf(stage))));
    }

    private OpenCaseUnderWay.Row row(Position position) {
        return new OpenCaseUnderWay.Row(position.needs().contains(SINCE) ? date(SINCE) : null, position.needs().contains(DATE) ? date(DATE) : null,
                text("Time").isEmpty() ? null : matching("Time", "([01][0-9]|2[0-3]):[0-5][0-9]", "a time such as 15:30"),
                text("Place"), text("With"), position.plan() == null ? null : target(),
                text("TargetInWords").isEmpty() ? "As agreed" : text("TargetInWords"), text("Officer"));
    }

    private BigDecimal target() {
        var target = new BigDecimal(matching("Target", "[0-9]{1,3}([.][0-9])?", "a percentage"));
        if (target.compareTo(WHOLE) > 0) {
            throw new BadRow("Target %s is more than 100 %%".formatted(target));
        }
        return target;
    }
}
