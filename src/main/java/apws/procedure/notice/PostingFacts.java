package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.FormFacts;
import apws.procedure.ReadsPeriods;
import apws.procedure.answers.LettersPosted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
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

    /** The day on which the last parent received the letter whose posting was recorded last: as printed, or as shown; ISO text. */
    public String receivedOn(String caseReference) {
        return entries.newest(caseReference, LettersPosted.class).stream().flatMap(posting -> of(posting).stream()).map(Posted::received).max(Comparator.naturalOrder())
                .orElseGet(calendar::today).toString();
    }

    /** @param chosen as the form has it: the parents whose letters are printed again; null before, when every parent gets one */
    public List<String> toPrintAgain(Object chosen) {
        return chosen instanceof SpinJsonNode json ? json.elements().stream().map(SpinJsonNode::stringValue).toList() : null;
    }

    /**
     * A letter to one parent, as it was posted.
     *
     * @param presumed  when it counts as received by its class of post
     * @param printed   when it is received as it says itself
     * @param shown     when it was received as was shown, or null
     * @param cameBack  the post brought it back
     */
    public record Posted(long parentId, LocalDate presumed, LocalDate printed, LocalDate shown, boolean cameBack) {

        /** Its days begin as it says; later where that is shown. */
        public LocalDate received() {
            return shown == null || shown.isBefore(printed) ? printed : shown;
        }

        /** So late that the days that it states are too few. */
        public boolean late() {
            return presumed.isAfter(printed);
        }
    }

    /** Those of that entry; none where the letters were not posted. */
    List<Posted> of(Entry posting) {
        var recorded = posting.as(LettersPosted.class);
        var letters = letters(posting.caseReference(), recorded.letterPosted());
        return recorded.posted().stream().map(row -> posted(letters, row)).toList();
    }

    private Posted posted(Map<Long, Letter> toParents, LettersPosted.Letter row) {
        var presumed = calendar.received(row.postedOn(), PostClass.of(row.postClass()));
        return new Posted(row.parentId(), presumed, letters.receiptOnPaper(toParents.get(row.parentId()).id()).orElse(presumed),
                row.shownReceivedOn(), row.undeliveredOn() != null);
    }

    /** @param variables with {@code postedLetter}, the code of the letters, and {@code runsFor}, the period that their receipt starts */
    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var newest = letters(CaseFacts.reference(variables), (String) variables.get("postedLetter")).values();
        return Map.of(
                "posted", newest.stream().map(PostingFacts::row).toList(),
                "postedTo", newest.stream().map(letter -> Map.of("value", letter.parentId().toString(), "label", letter.recipientName()))
                        .toList(),
                "receipts", receipts((String) variables.get("runsFor")));
    }

    /** The newest of the kind to each parent, by the parent's id. */
    private Map<Long, Letter> letters(String caseReference, String code) {
        var newest = new LinkedHashMap<Long, Letter>();
        letters.ofCase(caseReference).stream().filter(letter -> letter.code().equals(code) && letter.parentId() != null)
                .forEach(letter -> newest.put(letter.parentId(), letter));
        return newest;
    }

    /** To be posted on the day on which it is printed. */
    private static Map<String, Object> row(Letter letter) {
        return Map.of("parentId", letter.parentId().toString(), "name", letter.recipientName(), "letterNumber", letter.number(),
                "postedOn", LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON).toString());
    }

    private List<Map<String, Object>> receipts(String period) {
        var rows = new ArrayList<Map<String, Object>>();
        var today = calendar.today();
        for (var day = today; day.isAfter(today.minusWeeks(WEEKS_SHOWN)); day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                var received = calendar.received(day, PostClass.FIRST_CLASS);
                rows.add(Map.of("postedOn", Days.inWords(day), "receivedOn", Days.inWords(received),
                        "endsOn", Days.inWords(calendar.lastDay(received, period))));
            }
        }
        return rows;
    }
}
