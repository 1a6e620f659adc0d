package apws.procedure.dispute;

import apws.access.Roles;
import apws.legal.Ledger;
import apws.legal.SessionUse;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.letter.LetterFacts;
import apws.pupil.Parents;
import apws.register.Correction;
import apws.register.SessionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which letters, penalty notices and prosecutions of a case have used marks that the school then amended. */
@Component("markUses")
@ForDiagrams
public class MarkUses {

    private final Letters letters;
    private final Ledger ledger;
    private final DisputedMarks marks;
    private final Parents parents;
    private final Officers officers;

    MarkUses(Letters letters, Ledger ledger, DisputedMarks marks, Parents parents, Officers officers) {
        this.letters = letters;
        this.ledger = ledger;
        this.marks = marks;
        this.parents = parents;
        this.officers = officers;
    }

    /** @param amended the sessions, as the form handed them on */
    public boolean inLettersOrNotices(String caseReference, long pupilId, SpinJsonNode amended) {
        return !inLettersAndNotices(caseReference, pupilId, sessions(amended)).isEmpty();
    }

    /** @param amended the sessions, as the form handed them on */
    public boolean inProsecutions(long pupilId, SpinJsonNode amended) {
        return !inProsecutions(pupilId, sessions(amended)).isEmpty();
    }

    /**
     * Who looks at letters and notices: the officer of the case. Before there is one the school, whose letters they are, and the APWS
     * office where a notice is among them.
     *
     * @return the group; null where it is the officer
     */
    public @Nullable String reviewGroup(String caseReference, long pupilId, String schoolGroup, SpinJsonNode amended) {
        if (officers.ofCase(caseReference).isPresent()) {
            return null;
        }
        return uses(pupilId, sessions(amended), use -> use.notice() != null).isEmpty() ? schoolGroup : Roles.APWS_OFFICE;
    }

    /** @param amended such as {@code 2026-10-05 AM} */
    static List<SessionKey> sessions(Collection<?> amended) {
        return amended.stream().map(session -> SessionKey.parse(session.toString())).toList();
    }

    private static List<SessionKey> sessions(SpinJsonNode amended) {
        return sessions(amended.elements().stream().map(SpinJsonNode::stringValue).toList());
    }

    /** As rows to be reviewed. */
    List<Map<String, Object>> inLettersAndNotices(String caseReference, long pupilId, List<SessionKey> amended) {
        var rows = new ArrayList<Map<String, Object>>();
        letters.counting(caseReference, until(pupilId, amended)).forEach(letter -> rows.add(row(letter)));
        rows.addAll(uses(pupilId, amended, use -> use.notice() != null));
        return rows;
    }

    /** As rows to be reviewed. */
    List<Map<String, Object>> inProsecutions(long pupilId, List<SessionKey> amended) {
        return uses(pupilId, amended, use -> use.notice() == null);
    }

    /** Until when a letter that counted the day counted what was wrong. */
    private Map<LocalDate, Instant> until(long pupilId, List<SessionKey> amended) {
        var until = new HashMap<LocalDate, Instant>();
        for (var session : amended) {
            var corrected = marks.lastCorrection(pupilId, session).map(Correction::correctedAt);
            until.merge(session.date(), corrected.orElse(Instant.MAX), (one, other) -> one.isAfter(other) ? one : other);
        }
        return until;
    }

    private List<Map<String, Object>> uses(long pupilId, List<SessionKey> amended, Predicate<SessionUse> wanted) {
        var sessionsOf = new LinkedHashMap<String, List<SessionUse>>();
        for (var session : amended) {
            ledger.usesOf(pupilId, session).stream().filter(wanted)
                    .forEach(use -> sessionsOf.computeIfAbsent(use.inWords(), name -> new ArrayList<>()).add(use));
        }
        return sessionsOf.entrySet().stream().map(used -> row(used.getKey(), used.getValue())).toList();
    }

    private Map<String, Object> row(String use, List<SessionUse> of) {
        return Map.of("use", use, "useText", "%s%s, against %s: %s".formatted(use.substring(0, 1).toUpperCase(Locale.UK), use.substring(1),
                parents.get(of.get(0).parentId()).name(),
                of.stream().map(one -> one.key().inWords() + (one.standing() ? "" : ", no longer in it")).collect(Collectors.joining("; "))),
                "useLink", "");
    }

    private static Map<String, Object> row(Letter letter) {
        return Map.of("use", letter.number(), "useText", "Letter %s (%s) to %s of %s, %s".formatted(letter.number(), letter.code(),
                letter.recipientName(), LetterFacts.recorded(letter), letter.status().inWords()), "useLink", LetterFacts.link(letter));
    }
}
