package apws.procedure.people;

import apws.access.SignedIn;
import apws.calendar.Days;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.imports.NotSent;
import apws.procedure.SentBack;
import apws.procedure.answers.WhoLeft;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import org.springframework.stereotype.Component;

/** One pupil or parent who has left, or has not, as a row of {@code say-who-left} has it: with the day, the reason and who said so. */
@Component
class Departures {

    private static final String STEP = "Who is who";

    private final Pupils pupils;
    private final Parents parents;
    private final NotSent notSent;
    private final Cases cases;
    private final Chronology chronology;
    private final SignedIn signedIn;

    Departures(Pupils pupils, Parents parents, NotSent notSent, Cases cases, Chronology chronology, SignedIn signedIn) {
        this.pupils = pupils;
        this.parents = parents;
        this.notSent = notSent;
        this.cases = cases;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    void pupil(long pupilId, WhoLeft.Row row) {
        switch (row.decision()) {
            case "left" -> {
                var pupil = pupils.get(pupilId);
                var lastDay = row.lastDay();
                if (lastDay.isBefore(pupil.admittedOn())) {
                    throw new SentBack("whoMayHaveLeft", "%s was admitted on %s and cannot have left before.".formatted(pupil.name(),
                            Days.inWords(pupil.admittedOn())));
                }
                pupils.leave(pupilId, lastDay, row.reason(), signedIn.userId());
                tell(pupilId, "%s leaves the school on %s".formatted(pupil.name(), Days.inWords(lastDay)), row);
            }
            case "stays" -> {
                pupils.stay(pupilId);
                notSent.stay(pupilId, null, row.reason(), signedIn.userId());
            }
            default -> { }
        }
    }

    void parent(long pupilId, long parentId, WhoLeft.Row row) {
        var name = parents.get(parentId).name();
        switch (row.decision()) {
            case "left" -> {
                var lastDay = row.lastDay();
                parents.end(pupilId, parentId, lastDay, row.reason(), signedIn.userId());
                tell(pupilId, "%s is the pupil’s parent until %s and no longer".formatted(name, Days.inWords(lastDay)), row);
            }
            case "stays" -> {
                if (parents.until(pupilId, parentId).isPresent()) {
                    tell(pupilId, "%s is the pupil’s parent as before".formatted(name), row);
                }
                parents.takeEndBack(pupilId, parentId);
                notSent.stay(pupilId, parentId, row.reason(), signedIn.userId());
            }
            default -> { }
        }
    }

    private void tell(long pupilId, String what, WhoLeft.Row row) {
        cases.openCaseOf(pupilId).ifPresent(open -> chronology.write(open.reference(), STEP,
                "%s: %s".formatted(what, row.reason()), signedIn.userId()));
    }
}
