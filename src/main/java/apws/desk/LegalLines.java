package apws.desk;

import apws.calendar.Days;
import apws.casework.Case;
import apws.desk.CasePage.NoticeLine;
import apws.desk.CasePage.ProceedingLine;
import apws.legal.Ledger;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notices, prosecutions and the time that is left, in words. */
@Component
class LegalLines {

    private final PenaltyNotices notices;
    private final Proceedings proceedings;
    private final Ledger ledger;
    private final Parents parents;

    LegalLines(PenaltyNotices notices, Proceedings proceedings, Ledger ledger, Parents parents) {
        this.notices = notices;
        this.proceedings = proceedings;
        this.ledger = ledger;
        this.parents = parents;
    }

    String nextLastDay(Pupil pupil) {
        return ledger.nextToExpire(pupil.id()).map(session -> "The next last day for a charge is %s, for %s".formatted(
                Days.inWords(session.lastDayToCharge()), session.key().inWords())).orElse("No session runs out of time");
    }

    List<NoticeLine> notices(Case of) {
        return notices.ofCase(of.reference()).stream().map(this::line).toList();
    }

    private NoticeLine line(PenaltyNotice notice) {
        return new NoticeLine(notice.number(), parents.get(notice.parentId()).name(), notice.status().inWords(),
                notice.lastDay() == null ? "service is not recorded yet" : "to be paid by " + Days.inWords(notice.lastDay()));
    }

    List<ProceedingLine> proceedings(Case of) {
        return proceedings.of(of.reference()).stream().map(this::line).toList();
    }

    private ProceedingLine line(Proceeding proceeding) {
        return new ProceedingLine(parents.get(proceeding.parentId()).name(), proceeding.offence().inWords(),
                proceeding.outcome() == null ? proceeding.status().inWords() : proceeding.outcome().inWords());
    }
}
