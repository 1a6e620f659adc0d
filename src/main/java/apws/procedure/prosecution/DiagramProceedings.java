package apws.procedure.prosecution;

import apws.legal.Proceeding;
import apws.legal.ProceedingStatus;
import apws.legal.Proceedings;
import apws.legal.Route;
import apws.procedure.ForDiagrams;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The prosecutions of a case as diagrams speak of them (settlements 11 and 12). */
@Component("proceedings")
@ForDiagrams
public class DiagramProceedings {

    private final Proceedings prosecutions;
    private final CourtProceedings court;

    DiagramProceedings(Proceedings prosecutions, CourtProceedings court) {
        this.prosecutions = prosecutions;
        this.court = court;
    }

    public boolean convicted(Long proceedingId) {
        return prosecutions.get(proceedingId).guilty();
    }

    /** The charge waits for the court: it has not been decided yet, or is heard again. */
    public boolean beforeCourt(Long proceedingId) {
        return prosecutions.get(proceedingId).status() == ProceedingStatus.CHARGED;
    }

    /** Whether the charge is answered in writing by a day and has no hearing yet. */
    public boolean singleJustice(Long proceedingId) {
        return prosecutions.get(proceedingId).charge().route() == Route.SINGLE_JUSTICE_PROCEDURE;
    }

    /** The day by which the parent answers, as ISO text. */
    public String respondBy(Long proceedingId) {
        return prosecutions.get(proceedingId).summons().respondBy().toString();
    }

    /** Whether the original offence of the unpaid notice is charged, whatever came of that since. */
    public boolean noticeCharged(String notice) {
        return prosecutions.ofNotice(notice).map(proceeding -> proceeding.charge() != null).orElse(false);
    }

    /** Whether a court has decided on the original offence of the unpaid notice. */
    public boolean noticeDecided(String notice) {
        return prosecutions.ofNotice(notice).map(Proceeding::decided).orElse(false);
    }

    /** Why no court has decided on it, in words. */
    public String whyNoticeNotDecided(String notice) {
        return prosecutions.ofNotice(notice).map(proceeding -> "Its prosecution was %s: %s".formatted(
                proceeding.outcome() == null ? proceeding.status().inWords() : proceeding.outcome().inWords(),
                proceeding.endedBecause() == null ? "no reason given" : proceeding.endedBecause()))
                .orElse("Its prosecution was not approved");
    }

    /** Whether the proceedings are of an unpaid notice whose prosecution is over, so that it would not hear what comes of them. */
    public boolean leaveNoticeBehind(Long proceedingId) {
        return court.leaveNoticeBehind(prosecutions.get(proceedingId));
    }

    /**
     * Whether attendance has been regular since the conviction of a parent.
     *
     * @param since counts those approved on this day or later, ISO text
     */
    public boolean sustained(String caseReference, String since) {
        return prosecutions.sustained(caseReference, LocalDate.parse(since));
    }

    /** Whether absence went on after the conviction of a parent, of those approved on that day or later. */
    public boolean absenceContinued(String caseReference, String since) {
        return prosecutions.absenceContinued(caseReference, LocalDate.parse(since));
    }

    /** As it was recorded; before that is known, what it is. */
    public String court(Long proceedingId) {
        var summons = prosecutions.get(proceedingId).summons();
        return summons == null ? "The magistrates' court" : summons.court();
    }

    /** The day of the outcome, as ISO text. */
    public String endedOn(Long proceedingId) {
        return prosecutions.get(proceedingId).endedOn().toString();
    }

    /** That charged, in ordinary words. */
    public String offence(Long proceedingId) {
        return prosecutions.get(proceedingId).offence().inOrdinaryWords();
    }

    /** What became of the charge, such as {@code NOT_GUILTY}. */
    public String outcome(Long proceedingId) {
        return prosecutions.get(proceedingId).outcome().name();
    }

    /** What became of the charge, in words. */
    public String result(Long proceedingId) {
        var proceeding = prosecutions.get(proceedingId);
        var because = proceeding.endedBecause();
        return because == null || because.isBlank() ? proceeding.outcome().inWords() : proceeding.outcome().inWords() + ": " + because;
    }
}
