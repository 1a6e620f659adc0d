package apws.demo;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.Map;

/**
 * Something that somebody of the demo authority begins by hand ({@code demo/by-hand.yaml}).
 *
 * @param process such as {@code record-mark-dispute}
 * @param form    with which it begins, where that has another name
 * @param by      who; {@code lead}: the attendance lead of the story's school
 * @param story   the key of the story it is about: its {caseReference} or {upn} can be put in; null where it is about none
 * @param says    under the names of the start form's fields
 */
record ByHand(String process, String form, String by, int schoolDaysAgo, String story, Map<String, Object> says) {

    ByHand {
        form = form == null ? process : form;
    }

    static ByHand[] written() {
        return Resource.read("demo/by-hand.yaml", ByHand[].class);
    }

    boolean isOn(LocalDate day, LocalDate today, SchoolCalendar calendar) {
        return day.equals(calendar.schoolDayBefore(today, schoolDaysAgo));
    }
}
