package apws.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known, while a file or all pupils are gone through, of schools that were open on days without school; and on which it has to be
 * asked. Looked up where there is such a day.
 */
class OpenDays {

    private final ClosedDays closed;
    private final DaysWithoutSchool known;
    private final Map<String, Set<LocalDate>> unanswered = new HashMap<>();
    private DaysWithoutSchool.Answers answers;

    OpenDays(ClosedDays closed, DaysWithoutSchool known) {
        this.closed = closed;
        this.known = known;
    }

    Optional<String> kindOfClosed(LocalDate day) {
        return closed.kind(day);
    }

    /** Whether the school where the pupil was has said that it was open; where it has said nothing, it is remembered that the day has marks. */
    boolean isOpen(long pupilId, String schoolNow, LocalDate day) {
        if (answers == null) {
            answers = known.answers();
        }
        var school = answers.formerSchools().getOrDefault(pupilId, List.of()).stream().filter(former -> !day.isAfter(former.until())).findFirst()
                .map(DaysWithoutSchool.FormerSchool::code).orElse(schoolNow);
        if (answers.open().getOrDefault(school, Set.of()).contains(day)) {
            return true;
        }
        unanswered.computeIfAbsent(school, code -> new TreeSet<>()).add(day);
        return false;
    }

    /** The schools will be asked. */
    void keepUnanswered() {
        unanswered.forEach(known::found);
    }
}
