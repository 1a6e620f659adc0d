package apws.procedure.facts;

import apws.legal.Ledger;
import apws.legal.SessionKey;
import apws.legal.SessionUse;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.pupil.Parents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Which letters, penalty notices and prosecutions of a case have used marks that the school then amended. */
@Component("markUses")
@ForDiagrams
public class MarkUses {

    private final Letters letters;
    private final Ledger ledger;
    private final Parents parents;

    MarkUses(Letters letters, Ledger ledger, Parents parents) {
        this.letters = letters;
        this.ledger = ledger;
        this.parents = parents;
    }

    /** @param amended the sessions, as the form handed them on */
    public boolean inLettersOrNotices(String caseReference, long pupilId, SpinJsonNode amended) {
        return !ofLettersAndNotices(caseReference, pupilId, sessions(amended)).isEmpty();
    }

    /** @param amended the sessions, as the form handed them on */
    public boolean inProsecutions(long pupilId, SpinJsonNode amended) {
        return !ofProsecutions(pupilId, sessions(amended)).isEmpty();
    }

    private static List<SessionKey> sessions(SpinJsonNode amended) {
        return amended.elements().stream().map(session -> SessionKey.parse(session.stringValue())).toList();
    }

    /** As rows to be reviewed. */
    List<Map<String, Object>> ofLettersAndNotices(String caseReference, long pupilId, List<SessionKey> amended) {
        var rows = new ArrayList<Map<String, Object>>();
        letters.counting(caseReference, amended.stream().map(SessionKey::date).collect(Collectors.toSet())).forEach(letter -> rows.add(row(letter)));
        rows.addAll(uses(pupilId, amended, use -> use.notice() != null));
        return rows;
    }

    /** As rows to be reviewed. */
    List<Map<String, Object>> ofProsecutions(long pupilId, List<SessionKey> amended) {
        return uses(pupilId, amended, use -> use.notice() == null);
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
        return Map.of("use", use, "useText", "%s%s, against %s: %s".formatted(use.substring(0, 1).toUpperCase(), use.substring(1),
                parents.get(of.get(0).parentId()).name(),
                of.stream().map(one -> one.key().inWords() + (one.standing() ? "" : ", no longer in it")).collect(Collectors.joining("; "))),
                "useLink", "");
    }

    private static Map<String, Object> row(Letter letter) {
        return Map.of("use", letter.number(), "useText", "Letter %s (%s) to %s of %s, %s".formatted(letter.number(), letter.code(),
                letter.recipientName(), LetterFacts.recorded(letter), letter.status().inWords()), "useLink", LetterFacts.link(letter));
    }
}
