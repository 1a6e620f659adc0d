package apws.demo;

import apws.calendar.SchoolCalendar;
import apws.demo.Answers.By;
import apws.demo.Answers.OfTask;
import apws.demo.Stories.Told;
import apws.demo.Turns.Turn;
import apws.procedure.engine.TasksOnBehalf;
import apws.procedure.engine.TasksOnBehalf.OpenTask;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo authority at work while its first weeks are lived: schools' attendance leads, the APWS office, officers, the
 * panel's chair, managers and Legal Services do their own tasks, as themselves, most within days and some late. What they decide leans on
 * the case's story where it has one, and else on what the forms recommend and on chance.
 */
@Component
@Profile("demo")
class Cast {

    private static final Logger LOG = LoggerFactory.getLogger(Cast.class);
    /** A task done brings up the next one, which now and then is done on the same day. */
    private static final int ROUNDS = 4;
    private static final int DAYS_LEFT_ALONE = 14;
    private static final String LIST = "decide-whom-to-write-to";
    private static final String REFERRAL = "refer-to-apws";

    private final TasksOnBehalf hands;
    private final SchoolCalendar calendar;
    private final Pupils pupils;
    private final Parents parents;
    private final Turns turns;
    private final Answers answers = Answers.written();
    private final Chance chance = new Chance(Fernshire.SEED).of("cast");

    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<Long, Optional<Told>> tales = new HashMap<>();
    /** How often a task was done in a story. */
    private final Map<String, Integer> times = new HashMap<>();
    /** Until when a task is left that was refused: what a letter's window kept back can be done once it is over. */
    private final Map<String, LocalDate> leftAloneUntil = new HashMap<>();
    /** Children with a story to whose parents the school has written. */
    private final Set<String> written = new HashSet<>();
    private Stories stories = Stories.none();
    /** Open tasks of one kind, as far as the work of the day has come. */
    private Map<String, Long> howMany = Map.of();

    Cast(TasksOnBehalf hands, SchoolCalendar calendar, Pupils pupils, Parents parents, Turns turns) {
        this.hands = hands;
        this.calendar = calendar;
        this.pupils = pupils;
        this.parents = parents;
        this.turns = turns;
    }

    /** From now on these stories are what happens; their children begin to stay away some weeks before. */
    void take(Stories taken) {
        stories = taken;
        stories.all().forEach(told -> {
            if (told.story().leave() == null) {
                turns.turn(told.child().upn(), told.awayFrom(), Turn.STAYS_AWAY);
            } else {
                turns.turn(told.child().upn(), told.from(), Turn.ON_LEAVE);
                turns.turn(told.child().upn(), told.backFrom(calendar), Turn.COMES);
            }
        });
    }

    /** @param all whether schools write to children without a story, too */
    void work(LocalDate today, boolean all) {
        Set<String> looked = new HashSet<>();
        boolean done = true;
        for (int round = 0; done && round < ROUNDS; round++) {
            done = false;
            var open = hands.open();
            howMany = open.stream().collect(Collectors.groupingBy(OpenTask::task, Collectors.counting()));
            for (var task : open) {
                if (looked.add(task.id()) && !today.isBefore(leftAloneUntil.getOrDefault(task.id(), today))) {
                    done |= task.task().equals(LIST) ? list(task, today, all) : ofCase(task, today);
                }
            }
        }
    }

    /**
     * A list is looked at every other week or so, and when it is time to write to a child with a story; where others are above such a child on a
     * list that shows only so many, they are put off.
     */
    private boolean list(OpenTask task, LocalDate today, boolean all) {
        var lead = DemoUser.leadOf(DemoSchool.of(task.schoolCode()));
        boolean looksAtAll = all && chance.of(lead.id()).of(today.toEpochDay()).within(0.13);
        var due = stories.begunBy(today).stream().filter(told -> told.child().school().code().equals(task.schoolCode()))
                .map(told -> told.child().upn()).filter(upn -> !written.contains(upn)).collect(Collectors.toSet());
        if (!looksAtAll && due.isEmpty()) {
            return false;
        }
        var at = situation(lead, task, today);
        boolean crowded = due.stream().anyMatch(upn -> !at.shown().path("candidates").findValuesAsText("upn").contains(upn));
        var whom = new AttendanceLead.Whom(due, upn -> (looksAtAll || crowded) && stories.of(upn).isEmpty(), looksAtAll);
        var given = leadOf(task).list(at, whom);
        if (given.isEmpty() || !done(lead, task, given.get())) {
            return false;
        }
        written.addAll(AttendanceLead.sent(given.get()));
        return true;
    }

    private boolean ofCase(OpenTask task, LocalDate today) {
        var ofTask = answers.of(task.task());
        var user = ofTask.flatMap(of -> who(of, task));
        if (user.isEmpty()) {
            return false;
        }
        var told = task.pupilId() == null ? Optional.<Told>empty() : tales.computeIfAbsent(task.pupilId(), this::told);
        return told.isPresent() ? inStory(told.get(), task, ofTask.get(), user.get(), today)
                : inAnyCase(task, ofTask.get(), user.get(), today);
    }

    private Optional<Told> told(long pupilId) {
        return stories.of(pupils.get(pupilId).upn());
    }

    private Optional<DemoUser> who(OfTask of, OpenTask task) {
        if (task.assignee() != null) {
            return DemoUser.find(task.assignee());
        }
        return Optional.ofNullable(switch (of.by()) {
            case LEAD -> DemoUser.leadOf(DemoSchool.of(task.schoolCode()));
            case OFFICE -> DemoUser.OFFICE;
            case OFFICER -> null;
            case CHAIR -> DemoUser.CHAIR;
            case MANAGER -> DemoUser.SERVICE_MANAGER;
            case LEGAL -> DemoUser.LEGAL;
        });
    }

    private boolean inStory(Told told, OpenTask task, OfTask of, DemoUser user, LocalDate today) {
        var story = told.story();
        var parent = story.tellsParentsApart(task.task()) ? letterOfParent(hands.shown(user.id(), task.id())) : "";
        var time = String.join(" ", story.key(), task.task(), parent);
        var answer = story.answer(task.task(), parent, times.getOrDefault(time, 0));
        var from = answer.get(Story.AFTER) instanceof Integer days ? task.cameUpOn().plusDays(days)
                : of.waits() ? LocalDate.MAX : task.begunOn().plusDays(of.after());
        if (story.stopsAt(task.task(), parent) || from.isAfter(today) || task.task().equals(REFERRAL) && told.refersFrom().isAfter(today)
                || !filledIn(task, user, today, true, List.of(answer, of.says(), answers.everywhere()))) {
            return false;
        }
        times.merge(time, 1, Integer::sum);
        if (answer.get(Story.THEN_COMES) instanceof Boolean comes) {
            turns.turn(told.child().upn(), today.plusDays(1), comes ? Turn.COMES : Turn.STAYS_AWAY);
        }
        return true;
    }

    private String letterOfParent(JsonNode shown) {
        var id = shown.path("parentId");
        return id.isMissingNode() || id.isNull() ? "" : parents.get(id.asLong()).reference().replaceFirst("^.*(?=.$)", "");
    }

    private boolean inAnyCase(OpenTask task, OfTask of, DemoUser user, LocalDate today) {
        if (of.waits() || howMany.get(task.task()) <= of.leaves() || of.leaves() == 0 && !isTimeFor(task, user, today)
                || !of.done(chanceOf(task, user))) {
            return false;
        }
        if (of.by() == By.LEAD) {
            var given = leadOf(task).answers(task.task(), situation(user, task, today));
            if (given.isPresent()) {
                return done(user, task, given.get());
            }
        }
        return filledIn(task, user, today, false, List.of(of.says(), answers.everywhere()));
    }

    private boolean filledIn(OpenTask task, DemoUser user, LocalDate today, boolean usual, List<Map<String, Object>> said) {
        var form = forms.computeIfAbsent(task.form(), id -> Resource.json("forms/" + id + ".form"));
        return done(user, task, new FormInHand(situation(user, task, today), user, calendar, usual, said).filled(form));
    }

    /**
     * A form that has been changed since may ask for more than this cast knows of: its task is then left, for whoever tries the demo, or
     * until it is tried again.
     */
    private boolean done(DemoUser user, OpenTask task, Map<String, Object> given) {
        try {
            hands.complete(user.id(), task.id(), given);
            howMany.merge(task.task(), -1L, Long::sum);
            return true;
        } catch (RuntimeException refused) {
            leftAloneUntil.put(task.id(), calendar.today().plusDays(DAYS_LEFT_ALONE));
            LOG.warn("{} could not do the task {}: {}", user.id(), task.task(), refused.getMessage());
            return false;
        }
    }

    private AttendanceLead leadOf(OpenTask task) {
        return new AttendanceLead(DemoSchool.of(task.schoolCode()), calendar);
    }

    private Situation situation(DemoUser user, OpenTask task, LocalDate today) {
        return new Situation(today, hands.shown(user.id(), task.id()), chanceOf(task, user));
    }

    /** Within days, and by some only when it is long overdue. */
    private boolean isTimeFor(OpenTask task, DemoUser user, LocalDate today) {
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
