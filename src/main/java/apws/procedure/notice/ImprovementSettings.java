package apws.procedure.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a Notice to Improve gives a parent, in school weeks of five school days, from its receipt (settlement 14). The warning doubles
 * as one only where the fewest of them fall into its days.
 */
@ConfigurationProperties("apws.notice-to-improve")
public record ImprovementSettings(@DefaultValue("3") int leastSchoolWeeks, @DefaultValue("6") int mostSchoolWeeks) {

    private static final int DAYS_OF_A_SCHOOL_WEEK = 5;

    public int leastSchoolDays() {
        return schoolDays(leastSchoolWeeks);
    }

    public static int schoolDays(int schoolWeeks) {
        return schoolWeeks * DAYS_OF_A_SCHOOL_WEEK;
    }
}
