package apws.desk;

import apws.calendar.MovableClock;
import apws.casework.ChronologyLine;
import apws.letter.Letter;
import apws.letter.LetterKinds;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * The chronology of a case in sentences, the newest first: what people did and decided, and each letter once, with all who got it. Reminders
 * of overdue tasks and a letter's way to the print room do not stand in it.
 */
@Component
class Story {

    private static final String SENTENCES = "desk/sentences.yaml";
    private static final String REMINDERS = "Overdue";
    private static final String LETTERS = "letters";
    private static final String OTHERWISE = "case";
    /** What a person has chosen is told, save an answer that says nothing without its question. */
    private static final List<String> SAYS_NOTHING_ALONE = List.of("Yes", "No");

    private final Sentences sentences;
    private final LetterKinds letterKinds;

    Story(LetterKinds letterKinds) {
        this.letterKinds = letterKinds;
        try (var stated = new ClassPathResource(SENTENCES).getInputStream()) {
            sentences = new JsonMapper().convertValue(new Yaml().load(stated), Sentences.class);
        } catch (IOException e) {
            throw new UncheckedIOException(SENTENCES + " is not readable", e);
        }
    }

    /**
     * @param kind    what the story can be narrowed to, such as {@code letters}
     * @param by      a user's id
     * @param entryId what can be opened; null where there is no more to it
     * @param letters those sent, each to open
     */
    record Event(LocalDate on, String kind, String sentence, String by, @Nullable Long entryId, List<Sent> letters) {
    }

    record Sent(long id, String to, String standing) {
    }

    private record Sentences(Map<String, List<String>> kinds, Map<String, String> sentences) {
    }

    private record At(Instant written, Event event) {
    }

    /**
     * @param forms the forms of the entries that may be opened, by their ids
     */
    List<Event> of(Collection<ChronologyLine> lines, Map<Long, String> forms, Collection<Letter> letters) {
        var events = new ArrayList<At>();
        lines.stream().filter(line -> line.letterId() == null && !line.step().equals(REMINDERS))
                .forEach(line -> events.add(new At(line.writtenAt(), event(line, line.entryId() == null ? null : forms.get(line.entryId())))));
        together(letters).forEach(sent -> events.add(new At(sent.get(0).recordedAt(), event(sent))));
        return events.stream().sorted(Comparator.comparing((At at) -> at.event().on()).thenComparing(At::written).reversed()).map(At::event).toList();
    }

    private Event event(ChronologyLine line, @Nullable String form) {
        var told = form == null ? null : sentences.sentences().get(form);
        return new Event(line.happenedOn(), form == null ? OTHERWISE : kindOf(form), told == null ? line.what() : told + decided(line.what()),
                line.writtenBy(), form == null ? null : line.entryId(), List.of());
    }

    /** What follows the task's name in the line, as the end of a sentence. */
    private static String decided(String line) {
        var at = line.indexOf(": ");
        var decided = at < 0 ? "" : line.substring(at + 2);
        return decided.isEmpty() || SAYS_NOTHING_ALONE.contains(decided) ? ""
                : ": " + decided.substring(0, 1).toLowerCase(Locale.UK) + decided.substring(1);
    }

    private String kindOf(String form) {
        return sentences.kinds().entrySet().stream().filter(kind -> kind.getValue().contains(form)).map(Map.Entry::getKey).findFirst()
                .orElse(OTHERWISE);
    }

    /** Those of one kind that were written at one step on one day. */
    private static Collection<List<Letter>> together(Collection<Letter> letters) {
        var together = new LinkedHashMap<String, List<Letter>>();
        letters.forEach(letter -> together.computeIfAbsent(String.join(" ", letter.code(), letter.step(), day(letter).toString()),
                one -> new ArrayList<>()).add(letter));
        return together.values();
    }

    private Event event(List<Letter> letters) {
        var first = letters.get(0);
        var name = letterKinds.nameOf(first.code());
        return new Event(day(first), LETTERS, "%s%s to %s".formatted(name.substring(0, 1).toUpperCase(Locale.UK), name.substring(1),
                inWords(letters.stream().map(Letter::recipientName).toList())), first.recordedBy(), null,
                letters.stream().map(letter -> new Sent(letter.id(), letter.recipientName(), letter.status().inWords())).toList());
    }

    static String inWords(List<String> names) {
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private static LocalDate day(Letter letter) {
        return LocalDate.ofInstant(letter.recordedAt(), MovableClock.LONDON);
    }
}
