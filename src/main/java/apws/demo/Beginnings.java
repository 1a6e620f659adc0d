package apws.demo;

import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.demo.Stories.Told;
import apws.procedure.TaskHands;
import apws.pupil.Pupils;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people of the demo authority begin by hand while its last days are lived, each as themselves. */
@Component
@Profile("demo")
class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);
    private static final String LEAD = "lead";

    private final TaskHands hands;
    private final Cases cases;
    private final Pupils pupils;
    private final SchoolCalendar calendar;
    private final Answers answers = Answers.written();
    private final ByHand[] byHand = ByHand.written();

    Beginnings(TaskHands hands, Cases cases, Pupils pupils, SchoolCalendar calendar) {
        this.hands = hands;
        this.cases = cases;
        this.pupils = pupils;
        this.calendar = calendar;
    }

    /** @param today on which the demo begins for those who try it */
    void begin(LocalDate day, LocalDate today, Stories stories) {
        Arrays.stream(byHand).filter(one -> one.isOn(day, today, calendar)).forEach(one -> {
            try {
                begin(one, day, stories);
            } catch (RuntimeException refused) {
                LOG.warn("{} could not begin {}: {}", one.by(), one.process(), refused.getMessage());
            }
        });
    }

    private void begin(ByHand one, LocalDate day, Stories stories) {
        var told = stories.all().stream().filter(of -> of.story().key().equals(one.story())).findFirst();
        var user = one.by().equals(LEAD) ? DemoUser.leadOf(told.orElseThrow().child().school()) : DemoUser.find(one.by()).orElseThrow();
        var known = JsonNodeFactory.instance.objectNode();
        told.ifPresent(of -> known.put("caseReference", caseOf(of).reference()));
        var form = Resource.json("forms/" + one.process() + ".form");
        hands.start(user.id(), one.process(), new FormInHand(new Situation(day, known, new Chance(Fernshire.SEED).of(one.process())), user,
                calendar, true, List.of(one.says(), answers.everywhere())).filled(form));
    }

    private Case caseOf(Told told) {
        return cases.openCaseOf(pupils.withUpn(told.child().upn()).orElseThrow().id()).orElseThrow();
    }
}
