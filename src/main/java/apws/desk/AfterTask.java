package apws.desk;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import apws.desk.CasePage.TaskLine;
import apws.letter.Letters;
import apws.procedure.casework.WhereItStands;
import apws.procedure.casework.WhereItStands.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has come of a task that somebody has just completed, for that person: what was recorded, which letters go, what is next in the case. */
@Component
@Transactional(readOnly = true)
class AfterTask {

    private final WhereItStands whereItStands;
    private final Cases cases;
    private final RecordReaders readers;
    private final Entries entries;
    private final Chronology chronology;
    private final Letters letters;
    private final Story story;
    private final DueDays dueDays;
    private final SignedIn signedIn;

    AfterTask(WhereItStands whereItStands, Cases cases, RecordReaders readers, Entries entries, Chronology chronology, Letters letters, Story story,
              DueDays dueDays, SignedIn signedIn) {
        this.whereItStands = whereItStands;
        this.cases = cases;
        this.readers = readers;
        this.entries = entries;
        this.chronology = chronology;
        this.letters = letters;
        this.story = story;
        this.dueDays = dueDays;
        this.signedIn = signedIn;
    }

    /**
     * @param recorded sentences, letters among them
     * @param next     what is open in the case now and theirs to know
     * @param ended    whether the case has ended with it
     * @param goOnWith the id of the task of theirs that is due first in the case; null where there is none
     */
    record Said(String reference, List<String> recorded, List<TaskLine> next, List<String> ahead, boolean ended, @Nullable String goOnWith,
                @Nullable String goOnName) {
    }

    /** Empty for a task that was about no case, that is not done, or that somebody else has done. */
    Optional<Said> of(String taskId) {
        return whereItStands.caseOfTaskDoneBy(signedIn.userId(), taskId).flatMap(cases::find)
                .flatMap(one -> readers.of(one).map(reading -> said(one, reading)));
    }

    private Said said(Case of, Reading reading) {
        var mine = entries.of(of.reference()).stream().filter(entry -> entry.madeBy().equals(signedIn.userId())).reduce((earlier, later) -> later);
        var next = of.open() ? whereItStands.nextOf(signedIn.userId(), of.reference()) : Optional.<OpenTask>empty();
        return new Said(of.reference(), mine.map(entry -> recorded(of, entry, reading)).orElse(List.of()), !of.open() ? List.of()
                : whereItStands.tasks(of.reference()).stream().filter(task -> reading.ofStep(task.step())).map(dueDays::line).toList(),
                !of.open() ? List.of() : dueDays.ahead(whereItStands.ahead(of.reference()), reading), !of.open(), next.map(OpenTask::id).orElse(null),
                next.map(OpenTask::name).orElse(null));
    }

    private List<String> recorded(Case of, Entry entry, Reading reading) {
        var lines = chronology.of(of.reference()).stream().filter(line -> entry.id() == (line.entryId() == null ? -1 : line.entryId())).toList();
        var sent = letters.ofCase(of.reference()).stream().filter(letter -> !letter.recordedAt().isBefore(entry.madeAt()) && reading.ofLetter(letter.code())).toList();
        return story.of(lines, Map.of(entry.id(), entry.form()), sent).stream().map(Story.Event::sentence).toList();
    }
}
