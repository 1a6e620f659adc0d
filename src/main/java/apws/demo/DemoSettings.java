package apws.demo;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param password          of everyone in the demo authority
 * @param administrator     the user whom the configuration makes administrator
 * @param schoolWeeksBefore how many weeks of school have passed in the demo when it is first opened, at most: no more than its stories
 *                          need; 0 begins it today, without cases
 * @param allSchoolsFor     for how many of them all schools have been there; before that one school alone brought the cases that have
 *                          come far
 * @param opensOn           the day on which it is first opened; null for today
 */
@ConfigurationProperties("apws.demo")
record DemoSettings(@DefaultValue("") String password, @DefaultValue("") String administrator,
                    @DefaultValue("36") int schoolWeeksBefore, @DefaultValue("6") int allSchoolsFor, LocalDate opensOn) {

    LocalDate opensOn(LocalDate today) {
        return opensOn == null ? today : opensOn;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DemoSettings[schoolWeeksBefore=" + schoolWeeksBefore + ", allSchoolsFor=" + allSchoolsFor + "]";
    }
}
