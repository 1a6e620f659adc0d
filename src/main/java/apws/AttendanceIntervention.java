package apws;

import apws.calendar.MovableClock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** A council's Attendance &amp; Pupil Welfare Service: one Spring Boot application around the diagrams in {@code bpmn/}. */
@SpringBootApplication
@ConfigurationPropertiesScan
// a repository stands inside the one class that uses it
@EnableJdbcRepositories(considerNestedRepositories = true)
public class AttendanceIntervention {

    // one time zone for dates, timers and due dates, whatever the machine's own
    static {
        TimeZone.setDefault(TimeZone.getTimeZone(MovableClock.LONDON));
    }

    public static void main(String[] args) {
        SpringApplication.run(AttendanceIntervention.class, args);
    }
}
