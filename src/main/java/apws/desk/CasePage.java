package apws.desk;

import apws.desk.Story.Event;
import apws.procedure.casework.StartsOfCase.Start;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as one person may see it. What is not theirs to read is null where it is one thing, and not there where it is a list.
 *
 * @param stands where it stands, in a line: open since, ended on and why
 * @param tasks  what is to be done now, the one due first first
 * @param ahead  what happens by itself next, with its day
 * @param starts what the reader can begin about it
 */
record CasePage(String reference, boolean open, String stands, @Nullable String officer, Person pupil, List<ParentLine> parents, List<Relative> siblings,
                List<CaseLine> otherCases, List<TaskLine> tasks, List<String> ahead, @Nullable AttendancePicture attendance,
                @Nullable String yearSoFar, @Nullable String unauthorised, @Nullable String nextLastDay, @Nullable PlanBox plan,
                List<LetterLine> letters, List<NoticeLine> notices, List<ProceedingLine> proceedings, List<Start> starts, List<Event> story) {

    record Person(String name, String upn, String born, String year, String school, List<String> support, @Nullable String left) {
    }

    record ParentLine(String name, String relationship, boolean livesWith, List<String> flags) {
    }

    record Relative(String name, String year, String school, List<CaseLine> cases) {
    }

    record CaseLine(String reference, String standing) {
    }

    /**
     * @param due  in words; "" for a task without a date
     * @param late whether it was due before today
     */
    record TaskLine(String name, String due, boolean late, String who) {
    }

    record PlanBox(String heading, String aim, String reviews, List<Action> actions) {
    }

    record Action(String what, String who, String byWhen) {
    }

    record LetterLine(long id, String name, String to, String on, String standing) {
    }

    record NoticeLine(String number, String to, String standing, String days) {
    }

    record ProceedingLine(String against, String offence, String standing) {
    }
}
