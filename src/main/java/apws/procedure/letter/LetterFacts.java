package apws.procedure.letter;

import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.gate.ReadableRecord;
import apws.procedure.names.BetweenSteps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of a case, each with a way to read it. */
@Configuration(proxyBeanMethods = false)
public class LetterFacts {

    private final Letters letters;
    private final ReadableRecord readers;

    LetterFacts(Letters letters, ReadableRecord readers) {
        this.letters = letters;
        this.readers = readers;
    }

    @Bean
    @ForSchoolsToo
    FormFacts lettersSent() {
        return variables -> {
            var reference = CaseFacts.reference(variables);
            var readable = readers.letters(reference);
            return Map.of("letters", letters.ofCase(reference).stream().filter(letter -> readable.test(letter.code())).map(LetterFacts::row).toList());
        };
    }

    /** The letter that a process {@code send-letter} is about. */
    @Bean
    @ForSchoolsToo
    FormFacts letter() {
        return variables -> {
            var letter = letters.get(CaseFacts.number(variables, BetweenSteps.LETTER));
            var facts = new HashMap<String, Object>();
            facts.put("letterText", "Letter %s (%s) to %s, recorded %s.".formatted(letter.number(), letter.code(), letter.recipientName(),
                    recorded(letter)));
            facts.put("letterLink", link(letter));
            facts.put("returnedText", letter.returnedOn() == null ? ""
                    : "Came back on %s: %s".formatted(Days.inWords(letter.returnedOn()), letter.returnedWhy()));
            facts.put("tooLateText", tooLate(letter.id()));
            return facts;
        };
    }

    /** Why it is no use to send it again, and what to do instead; empty while it is in time for what it names. */
    private String tooLate(long letterId) {
        var days = letters.tooLateFor(letterId);
        return days.isEmpty() ? "" : "It names %s, and sent again today it would come on %s: too late. Do not send it again, but correct the address. "
                .formatted(days.stream().distinct().map(Days::inWords).collect(Collectors.joining(" and ")), Days.inWords(letters.wouldComeOn(letterId)))
                + "Tell the parent otherwise, or see to it that the meeting is put off: its own task then sends a new invitation.";
    }

    private static Map<String, Object> row(Letter letter) {
        return Map.of("number", letter.number(), "letter", letter.code(), "sentOn", recorded(letter), "to", letter.recipientName(),
                "status", letter.status().inWords(), "link", link(letter));
    }

    public static String link(Letter letter) {
        return "/api/letters/" + letter.id();
    }

    public static String recorded(Letter letter) {
        return Days.inWords(LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON));
    }
}
