package apws.demo;

import apws.calendar.SchoolCalendar;
import apws.procedure.TaskHands;
import apws.procedure.TaskHands.OpenTask;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo authority at work while its first weeks are lived: each school's attendance lead and the APWS office do their own
 * tasks, as themselves, most within days and some late. What they decide leans on what the forms recommend and on chance.
 */
@Component
@Profile("demo")
class Cast {

    private static final Logger LOG = LoggerFactory.getLogger(Cast.class);
    /** A task done brings up the next one, which now and then is done on the same day. */
    private static final int ROUNDS = 4;

    private final TaskHands hands;
    private final SchoolCalendar calendar;
    private final Chance chance = new Chance(Fernshire.SEED).of("cast");

    Cast(TaskHands hands, SchoolCalendar calendar) {
        this.hands = hands;
        this.calendar = calendar;
    }

    void work(LocalDate today) {
        for (var school : DemoSchool.all()) {
            work(DemoUser.leadOf(school), new AttendanceLead(school, calendar), today);
        }
        work(DemoUser.OFFICE, new Office(), today);
    }

    private void work(DemoUser user, Persona persona, LocalDate today) {
        Set<String> looked = new HashSet<>();
        boolean done = true;
        for (int round = 0; done && round < ROUNDS; round++) {
            done = false;
            for (var task : hands.open(user.id())) {
                if (looked.add(task.id()) && isTimeFor(task, user, today)) {
                    done |= work(user, persona, task, today);
                }
            }
        }
    }

    private boolean work(DemoUser user, Persona persona, OpenTask task, LocalDate today) {
        var answers = persona.answers(task.task(), new Situation(today, hands.shown(user.id(), task.id()), chanceOf(task, user)));
        return answers.isPresent() && done(user, task, answers.get());
    }

    /** A form that has been changed since may ask for more than this cast knows of: its task is then left for whoever tries the demo. */
    private boolean done(DemoUser user, OpenTask task, Map<String, Object> answers) {
        try {
            hands.complete(user.id(), task.id(), answers);
            return true;
        } catch (RuntimeException refused) {
            LOG.warn("{} could not do the task {}: {}", user.id(), task.task(), refused.getMessage());
            return false;
        }
    }

    /** A list is looked at every other week or so; a case's task is done within days, and by some only when it is long overdue. */
    private boolean isTimeFor(OpenTask task, DemoUser user, LocalDate today) {
        if (task.caseReference() == null) {
            return chance.of(user.id()).of(today.toEpochDay()).within(0.13);
        }
        if (task.begunOn().isAfter(today)) {
            return false;
        }
        double drawn = chanceOf(task, user).of("takes").fraction();
        int takes = drawn < 0.3 ? 0 : drawn < 0.55 ? 1 : drawn < 0.75 ? 2 : drawn < 0.92 ? 4 : 10;
        return calendar.schoolDays(task.begunOn(), today).size() > takes;
    }

    private Chance chanceOf(OpenTask task, DemoUser user) {
        return chance.of(task.caseReference() == null ? user.id() : task.caseReference()).of(task.task()).of(task.begunOn().toEpochDay());
    }
}
