package apws.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether every letter says only what its record holds, by rule: for any database on which cases were followed, a journey's or a demo's.
 * A letter is read as it is printed, and compared with what was frozen with it and with the case, the parents, the post and the engine's
 * timers beside it.
 */
public final class TrueLetters {

    /** A warning's "If attendance has improved, we say so" claims nothing: it says what follows from what nobody knows yet. */
    private static final Pattern CALLED_BETTER =
            Pattern.compile("(?<!\\bIf attendance )has improved|is better than before|came in more often than before");
    private static final LetterPaper PAPER = new LetterPaper();

    /** One letter as it lies in the database. */
    record Found(String number, String code, Long parentId, long pupilId, String recipientName, String recipientAddress, String template,
                 String post, String content, String closedBecause) {
    }

    /**
     * What letters say and their record denies, each with the letter's number.
     *
     * @param after id of the last letter that is not looked at
     */
    public static List<String> denied(JdbcClient database, long after) {
        var denied = new ArrayList<String>();
        for (var letter : database.sql("""
                select l.number, l.code, l.parent_id, l.pupil_id, l.recipient_name, l.recipient_address, l.template, l.post, l.content,
                    c.closed_because
                from letter l left join attendance_case c on c.reference = l.case_reference where l.id > :after order by l.id""")
                .param("after", after).query(Found.class).list()) {
            denied(letter, others(database, letter)).forEach(rule -> denied.add("%s (%s): %s".formatted(letter.number(), letter.code(), rule)));
        }
        denied.addAll(TrueLastDays.denied(database, after));
        return denied;
    }

    /** The last letter so far. */
    public static long last(JdbcClient database) {
        return database.sql("select coalesce(max(id), 0) from letter").query(Long.class).single();
    }

    /** Full names of the pupil's other parents. */
    private static List<String> others(JdbcClient database, Found letter) {
        return letter.parentId() == null ? List.of() : database.sql("""
                select p.first_name || ' ' || p.last_name from parent p join parent_of_pupil pp on pp.parent_id = p.id
                where pp.pupil_id = :pupil and p.id <> :parent and p.first_name <> ''""")
                .param("pupil", letter.pupilId()).param("parent", letter.parentId()).query(String.class).list();
    }

    static List<String> denied(Found letter, List<String> otherParents) {
        var content = FrozenContent.thaw(letter.content());
        return denied(letter, content, LeftOutTest.text(PAPER.html(letter.template(), letter.number(), content)), otherParents);
    }

    static List<String> denied(Found letter, LetterContent content, String said, List<String> otherParents) {
        var denied = new ArrayList<String>();
        if (CALLED_BETTER.matcher(said).find() && !content.improved()) {
            denied.add("calls attendance better, and the figures do not");
        }
        if (said.contains("regularly") && letter.code().equals("CLOSING") && letter.closedBecause() != null
                && !letter.closedBecause().startsWith("Regular attendance")) {
            denied.add("says regular of a case closed because: " + letter.closedBecause());
        }
        if (letter.code().equals("CASE ENDED") && (said.contains("regular") || "died".equals(content.details().get("ground")))) {
            denied.add("says regular of a case that ended otherwise, or is sent on a death");
        }
        if (said.toLowerCase().contains("you can appeal") && !letter.code().equals("OUTCOME GUILTY")) {
            denied.add("speaks of an appeal without a conviction");
        }
        for (var day : List.of("meetingOn", "reviewOn", "lookAgainOn", "nextLookOn", "writtenAnswersBy", "commentsBy")) {
            var on = content.details().get(day);
            if (on != null && LocalDate.parse(on.toString()).isBefore(content.on())) {
                denied.add("%s is %s, and the letter of %s".formatted(day, on, content.on()));
            }
        }
        if (said.contains("how it is sent") && (letter.post().isBlank() || letter.recipientAddress().isBlank())) {
            denied.add("claims a posting that is not recorded");
        }
        if (content.receipt() != null && letter.code().equals("APWS 2.2.0")
                && !content.receipt().on().plusDays(29).equals(content.receipt().warningTo())) {
            denied.add("its 30 days are not 30: %s to %s".formatted(content.receipt().on(), content.receipt().warningTo()));
        }
        otherParents.stream().filter(said::contains).forEach(name -> denied.add("names another parent, " + name));
        LeftOutTest.holes(said).forEach(hole -> denied.add("has a hole: " + hole));
        return denied;
    }

    private TrueLetters() {
    }

    /** For a letter that is not in a database. */
    static Found of(Sheet sheet, LetterContent content, String closedBecause) {
        return new Found("L-2026-000123", sheet.code, content.to().parentId(), 1, content.to().name(), String.join("\n", content.to().address()),
                new LetterKinds().of(sheet.code).to().get(content.to().audience()), "first class", FrozenContent.freeze(content), closedBecause);
    }
}
