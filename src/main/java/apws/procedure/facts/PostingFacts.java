package apws.procedure.facts;

import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.ReadsPeriods;
import apws.procedure.form.FormFacts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** How letters that start a period were posted, and when they count as received (S2-05). */
@Component("posting")
@ForDiagrams
@ReadsPeriods("runsFor")
public class PostingFacts implements FormFacts {

    private static final int WEEKS_SHOWN = 4;

    private final Letters letters;
    private final Entries entries;
    private final SchoolCalendar calendar;

    PostingFacts(Letters letters, Entries entries, SchoolCalendar calendar) {
        this.letters = letters;
        this.entries = entries;
        this.calendar = calendar;
    }

    /** The day on which the last parent received the letter whose posting was recorded last: as shown, or as it counts; ISO text. */
    public String receivedOn(String caseReference) {
        var posted = entries.latest(caseReference, "record-posting").orElseThrow().data().path("posted");
        return StreamSupport.stream(posted.spliterator(), false).map(this::received).max(Comparator.naturalOrder())
                .orElseGet(calendar::today).toString();
    }

    /** @param variables with {@code postedLetter}, the code of the letters, and {@code runsFor}, the period that their receipt starts */
    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        return Map.of(
                "posted", rows(CaseFacts.reference(variables), (String) variables.get("postedLetter")),
                "receipts", receipts((String) variables.get("runsFor")));
    }

    private List<Map<String, Object>> rows(String caseReference, String code) {
        var newest = new LinkedHashMap<Long, Letter>();
        letters.ofCase(caseReference).stream().filter(letter -> letter.code().equals(code) && letter.parentId() != null)
                .forEach(letter -> newest.put(letter.parentId(), letter));
        return newest.values().stream().map(letter -> Map.<String, Object>of("parentId", letter.parentId().toString(),
                "name", letter.recipientName(), "letterNumber", letter.number())).toList();
    }

    private List<Map<String, Object>> receipts(String period) {
        var rows = new ArrayList<Map<String, Object>>();
        var today = calendar.today();
        for (var day = today; day.isAfter(today.minusWeeks(WEEKS_SHOWN)); day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                var received = calendar.received(day, PostClass.FIRST_CLASS);
                rows.add(Map.of("postedOn", CaseFacts.day(day), "receivedOn", CaseFacts.day(received),
                        "endsOn", CaseFacts.day(calendar.lastDay(received, period))));
            }
        }
        return rows;
    }

    /** As its class of post says, or later where that is shown. */
    public LocalDate received(JsonNode letter) {
        var presumed = calendar.received(LocalDate.parse(letter.path("postedOn").asText()), PostClass.of(letter.path("postClass").asText()));
        var shown = letter.path("shownReceivedOn").asText("");
        return shown.isEmpty() || LocalDate.parse(shown).isBefore(presumed) ? presumed : LocalDate.parse(shown);
    }
}
