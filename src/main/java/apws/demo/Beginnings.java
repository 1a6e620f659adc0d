package apws.demo;

import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.demo.Stories.Told;
import apws.procedure.engine.TasksOnBehalf;
import apws.pupil.Pupils;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people of the demo authority begin by hand while its first weeks are lived, each as themselves. */
@Component
@Profile("demo")
class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);
    private static final String LEAD = "lead";

    private final TasksOnBehalf hands;
    private final Cases cases;
    private final Pupils pupils;
    private final SchoolCalendar calendar;
    private final Answers answers = Answers.written();
    private final ByHand[] byHand = ByHand.written();
    private Stories stories = Stories.none();
    private LocalDate opensOn = LocalDate.MIN;

    Beginnings(TasksOnBehalf hands, Cases cases, Pupils pupils, SchoolCalendar calendar) {
        this.hands = hands;
        this.cases = cases;
        this.pupils = pupils;
        this.calendar = calendar;
    }

    /** @param opensOn on which the demo begins for those who try it */
    void take(Stories taken, LocalDate opensOn) {
        stories = taken;
        this.opensOn = opensOn;
    }

    void begin(LocalDate day) {
        Arrays.stream(byHand).filter(one -> one.isOn(day, opensOn, calendar)).forEach(one -> {
            try {
                begin(one, day);
            } catch (RuntimeException refused) {
                LOG.warn("{} could not begin {}: {}", one.by(), one.process(), refused.getMessage());
            }
        });
    }

    private void begin(ByHand one, LocalDate day) {
        var told = stories.all().stream().filter(of -> of.story().key().equals(one.story())).findFirst();
        var user = one.by().equals(LEAD) ? DemoUser.leadOf(told.orElseThrow().child().school()) : DemoUser.find(one.by()).orElseThrow();
        var known = JsonNodeFactory.instance.objectNode();
        told.ifPresent(of -> {
            known.put("upn", of.child().upn());
            caseOf(of).ifPresent(open -> known.put("caseReference", open.reference()));
        });
        var form = Resource.json("forms/" + one.form() + ".form");
        hands.start(user.id(), one.process(), new FormInHand(new Situation(day, known, new Chance(Fernshire.SEED).of(one.process())), user,
                calendar, true, List.of(one.says(), answers.everywhere())).filled(form));
    }

    private Optional<Case> caseOf(Told told) {
        return cases.openCaseOf(pupils.withUpn(told.child().upn()).orElseThrow().id());
    }
}
