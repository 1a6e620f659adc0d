package apws.procedure.notice;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.PenaltyNotice;
import apws.officer.Allocations;
import apws.procedure.SentBack;
import apws.pupil.Pupils;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The case that the prosecution of an unpaid notice is kept with: the open one; without one that in which the notice was issued; and where
 * there never was one, a case that is closed again at once, so that a stage may begin in another at any time (settlement 14).
 */
@Component
class CaseOfProsecution {

    private static final String STEP = "S2-12";

    private final Cases cases;
    private final Chronology chronology;
    private final Pupils pupils;
    private final Allocations allocations;
    private final SignedIn signedIn;

    CaseOfProsecution(Cases cases, Chronology chronology, Pupils pupils, Allocations allocations, SignedIn signedIn) {
        this.cases = cases;
        this.chronology = chronology;
        this.pupils = pupils;
        this.allocations = allocations;
        this.signedIn = signedIn;
    }

    /** A prosecution is an officer's work: a case that is still the school's, or that there was none of, gets one. */
    Case withOfficer(PenaltyNotice notice) {
        var of = cases.openCaseOf(notice.pupilId()).or(() -> Optional.ofNullable(notice.caseReference()).map(cases::get))
                .orElseGet(() -> forTheRecord(notice));
        if (allocations.allocate(of.reference(), signedIn.userId()).isEmpty()) {
            throw new SentBack("unpaidDecision",
                    "no officer is free to take the case: raise an officer's limit by reallocating a case, then decide again");
        }
        return of;
    }

    private Case forTheRecord(PenaltyNotice notice) {
        var because = "Holds the prosecution of penalty notice %s, which goes on by itself".formatted(notice.number());
        var opened = cases.open(notice.pupilId(), pupils.get(notice.pupilId()).schoolCode(), signedIn.userId());
        chronology.write(opened.reference(), STEP, because, signedIn.userId());
        cases.close(opened.reference(), because);
        return cases.get(opened.reference());
    }
}
