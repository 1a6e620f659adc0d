package apws.procedure.people;

import apws.access.SignedIn;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.imports.NotSent;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who has left, as {@code say-who-left} has it, with the day, the reason and who said so. Whoever is undecided stays as before. */
@Component
@ForDiagrams
class KeepWhoLeft implements JavaDelegate {

    private static final String STEP = "Who is who";

    private final Entries entries;
    private final Pupils pupils;
    private final Parents parents;
    private final NotSent notSent;
    private final Cases cases;
    private final Chronology chronology;
    private final SignedIn signedIn;

    KeepWhoLeft(Entries entries, Pupils pupils, Parents parents, NotSent notSent, Cases cases, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.pupils = pupils;
        this.parents = parents;
        this.notSent = notSent;
        this.cases = cases;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var said = entries.latest(new StepInput(step).reference(), "say-who-left").orElseThrow();
        for (var row : said.data().path("whoMayHaveLeft")) {
            var who = row.path("who").asText().split(" ");
            if (who[0].equals("pupil")) {
                pupil(Long.parseLong(who[1]), row);
            } else {
                parent(Long.parseLong(who[3]), Long.parseLong(who[1]), row);
            }
        }
    }

    private void pupil(long pupilId, JsonNode row) {
        switch (row.path("decision").asText("")) {
            case "left" -> {
                var pupil = pupils.get(pupilId);
                var lastDay = LocalDate.parse(row.path("lastDay").asText());
                if (lastDay.isBefore(pupil.admittedOn())) {
                    throw new SentBack("whoMayHaveLeft: %s was admitted on %s and cannot have left before.".formatted(pupil.name(),
                            WhoLeftFacts.inWords(pupil.admittedOn())));
                }
                pupils.leave(pupilId, lastDay, row.path("reason").asText(), signedIn.userId());
                tell(pupilId, "%s leaves the school on %s".formatted(pupil.name(), WhoLeftFacts.inWords(lastDay)), row);
            }
            case "stays" -> {
                pupils.stay(pupilId);
                notSent.stay(pupilId, null, row.path("reason").asText(), signedIn.userId());
            }
            default -> { }
        }
    }

    private void parent(long pupilId, long parentId, JsonNode row) {
        var name = parents.get(parentId).name();
        switch (row.path("decision").asText("")) {
            case "left" -> {
                var lastDay = LocalDate.parse(row.path("lastDay").asText());
                parents.end(pupilId, parentId, lastDay, row.path("reason").asText(), signedIn.userId());
                tell(pupilId, "%s is the pupil’s parent until %s and no longer".formatted(name, WhoLeftFacts.inWords(lastDay)), row);
            }
            case "stays" -> {
                if (parents.until(pupilId, parentId).isPresent()) {
                    tell(pupilId, "%s is the pupil’s parent as before".formatted(name), row);
                }
                parents.takeEndBack(pupilId, parentId);
                notSent.stay(pupilId, parentId, row.path("reason").asText(), signedIn.userId());
            }
            default -> { }
        }
    }

    private void tell(long pupilId, String what, JsonNode row) {
        cases.openCaseOf(pupilId).ifPresent(open -> chronology.write(open.reference(), STEP,
                "%s: %s".formatted(what, row.path("reason").asText()), signedIn.userId()));
    }
}
