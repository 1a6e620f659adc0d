package apws.procedure.casework;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.names.StageVariables;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What whoever fixes the day of a panel, or of its review, goes by (S3-01, S3-06). */
@Configuration(proxyBeanMethods = false)
class PanelDates {

    private final SchoolCalendar calendar;
    private final PanelSettings settings;

    PanelDates(SchoolCalendar calendar, PanelSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    @Bean
    FormFacts panelNotice() {
        return variables -> {
            var enough = calendar.today().plus(settings.notice());
            return Map.of("today", calendar.today().toString(), "noticeEnoughFrom", enough.toString(),
                    "panelNoticeText", "Parents usually get %d days' notice, here for a panel on %s or later.".formatted(
                            settings.notice().getDays(), Days.inWords(enough)));
        };
    }

    @Bean
    FormFacts panelReview() {
        return variables -> Map.of("panelReviewText", "%d days from the start of the plan is %s. The panel may say otherwise.".formatted(
                settings.review().getDays(),
                Days.inWords(calendar.after(CaseFacts.date(variables, StageVariables.PLAN_START), settings.review().toString()))));
    }
}
