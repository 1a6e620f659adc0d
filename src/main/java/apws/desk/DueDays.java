package apws.desk;

import apws.access.Users;
import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.RecordReaders.Reading;
import apws.desk.CasePage.TaskLine;
import apws.procedure.casework.WhereItStands.Ahead;
import apws.procedure.casework.WhereItStands.OpenTask;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** When something is due, as people say it: today, 3 school days from now, 2 school days late. */
@Component
class DueDays {

    private static final int AHEAD = 3;
    private static final int COUNTED_FOR = 366;

    private final SchoolCalendar calendar;
    private final Users users;

    DueDays(SchoolCalendar calendar, Users users) {
        this.calendar = calendar;
        this.users = users;
    }

    TaskLine line(OpenTask task) {
        return line(task, task.assignee() == null ? task.group() : users.nameOf(task.assignee()));
    }

    /** @param who whose task it is, in words */
    TaskLine line(OpenTask task, String who) {
        return new TaskLine(task.name(), task.due() == null ? "" : inWords(task.due()), task.due() != null && task.due().isBefore(calendar.today()), who);
    }

    /** The next few that the reader may know of. */
    List<String> ahead(List<Ahead> all, Reading reading) {
        return all.stream().filter(one -> reading.ofStep(one.step())).limit(AHEAD).map(one -> "%s: %s".formatted(one.name(), Days.withWeekday(one.on())))
                .toList();
    }

    private String inWords(LocalDate on) {
        var today = calendar.today();
        if (on.equals(today)) {
            return "due today";
        }
        return on.isAfter(today) ? "due on %s, %s".formatted(Days.withWeekday(on), schoolDays(today, on, "from now"))
                : "was due on %s, %s".formatted(Days.withWeekday(on), schoolDays(on, today, "late"));
    }

    private String schoolDays(LocalDate from, LocalDate to, String how) {
        if (ChronoUnit.DAYS.between(from, to) > COUNTED_FOR) {
            return "more than a year " + how;
        }
        var days = calendar.schoolDays(from.plusDays(1), to).size();
        return days == 1 ? "1 school day " + how : days + " school days " + how;
    }
}
