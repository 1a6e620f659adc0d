package apws.procedure.facts;

import apws.calendar.MovableClock;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.form.ForSchoolsToo;
import apws.procedure.form.FormFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of a case, each with a way to read it. */
@Configuration(proxyBeanMethods = false)
class LetterFacts {

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
            var letter = letters.get(((Number) variables.get("letterId")).longValue());
            var facts = new HashMap<String, Object>();
            facts.put("letterText", "Letter %s (%s) to %s, recorded %s.".formatted(letter.number(), letter.code(), letter.recipientName(),
                    recorded(letter)));
            facts.put("letterLink", link(letter));
            facts.put("returnedText", letter.returnedOn() == null ? ""
                    : "Came back on %s: %s".formatted(CaseFacts.day(letter.returnedOn()), letter.returnedWhy()));
            return facts;
        };
    }

    private static Map<String, Object> row(Letter letter) {
        return Map.of("number", letter.number(), "letter", letter.code(), "sentOn", recorded(letter), "to", letter.recipientName(),
                "status", letter.status().inWords(), "link", link(letter));
    }

    static String link(Letter letter) {
        return "/api/letters/" + letter.id();
    }

    static String recorded(Letter letter) {
        return CaseFacts.day(LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON));
    }
}
