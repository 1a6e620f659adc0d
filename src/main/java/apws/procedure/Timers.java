package apws.procedure;

import apws.calendar.CalendarSettings;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out open timers anew when the school calendar that they were counted with has changed. */
@Component
class Timers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final String COUNTED_WITH = "apws.calendar";

    private final ManagementService management;
    private final CalendarSettings settings;

    Timers(ManagementService management, CalendarSettings settings) {
        this.management = management;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments started) {
        var counted = settings.toString();
        var before = management.getProperties().get(COUNTED_WITH);
        if (before != null && !before.equals(digest(counted))) {
            int moved = recalculate();
            LOG.info("The school calendar has changed: {} open timers were worked out anew", moved);
        }
        management.setProperty(COUNTED_WITH, digest(counted));
    }

    /** Every open timer that waits for a date, from the expression in its diagram. */
    int recalculate() {
        List<Job> open = management.createJobQuery().timers().active().list().stream().filter(timer -> timer.getProcessInstanceId() != null).toList();
        open.forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        return open.size();
    }

    private static String digest(String calendar) {
        return Integer.toHexString(calendar.hashCode());
    }
}
