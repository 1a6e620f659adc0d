package apws.procedure.prosecution;

import apws.access.Users;
import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Proceeding;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What goes with a referral to Legal Services whole, as it was recorded: the statement, interviews, plans and minutes themselves. */
@Component
class ReferralEnclosures {

    private static final Map<String, String> TITLES = Map.of(
            "prepare-prosecution", "Statement and evidence",
            "record-interview", "Record of the interview under caution",
            "record-questions", "Record of questions under caution",
            "agree-plan", "Support plan",
            "agree-fast-track-plan", "Fast Track plan",
            "agree-panel-plan", "Panel plan",
            "hold-mid-point-review", "Mid-point review",
            "hold-panel", "Minutes of the attendance panel",
            "hold-legal-meeting", "Minutes of the legal meeting");

    private final Entries entries;
    private final Chronology chronology;
    private final Users users;
    private final ObjectMapper json;

    ReferralEnclosures(Entries entries, Chronology chronology, Users users, ObjectMapper json) {
        this.entries = entries;
        this.chronology = chronology;
        this.users = users;
        this.json = json;
    }

    /** In the order of the case, each a row of form, answers and title; what is about one parent, of the one prosecuted alone. */
    List<Map<String, Object>> of(Proceeding proceeding) {
        return entries.of(proceeding.caseReference()).stream().filter(entry -> TITLES.containsKey(entry.form()))
                .filter(entry -> !entry.data().has("suspectId") || entry.data().path("suspectId").asLong() == proceeding.parentId())
                .map(entry -> Map.<String, Object>of("form", entry.form(), "answers", json.convertValue(entry.data(), Map.class),
                        "title", title(entry))).toList();
    }

    private String title(Entry entry) {
        return "%s, recorded on %s by %s".formatted(TITLES.get(entry.form()),
                Days.inWords(LocalDate.ofInstant(entry.madeAt(), MovableClock.LONDON)), users.nameOf(entry.madeBy()));
    }

    /** Who made entries and wrote lines, by id. */
    Map<String, String> people(String caseReference) {
        return Stream.concat(entries.of(caseReference).stream().map(Entry::madeBy), chronology.of(caseReference).stream()
                .map(ChronologyLine::writtenBy)).distinct().collect(Collectors.toMap(id -> id, users::nameOf));
    }
}
