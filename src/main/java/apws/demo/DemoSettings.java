package apws.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param password          of everyone in the demo authority
 * @param administrator     the user whom the configuration makes administrator
 * @param schoolWeeksBefore how many weeks of school have passed in the demo when it is first opened; 0 begins it today, without cases
 */
@ConfigurationProperties("apws.demo")
record DemoSettings(@DefaultValue("") String password, @DefaultValue("") String administrator,
                    @DefaultValue("14") int schoolWeeksBefore) {

    /** Without the password. */
    @Override
    public String toString() {
        return "DemoSettings[schoolWeeksBefore=" + schoolWeeksBefore + "]";
    }
}
