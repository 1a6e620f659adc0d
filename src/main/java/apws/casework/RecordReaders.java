package apws.casework;

import apws.access.SignedIn;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** Which parts of a case's record whoever is looking may read, as {@code casework/record-readers.yaml} says. */
@Component
public class RecordReaders {

    private static final String TABLE = "casework/record-readers.yaml";
    private static final String EVERY_PART = "all";
    private static final String OFFICER = "ewo";
    private static final String SCHOOL = "school";
    private static final String OWN = "own";

    private final Table table;
    private final SignedIn signedIn;
    private final CaseHolders holders;
    private final Entries entries;
    private final Chronology chronology;

    RecordReaders(SignedIn signedIn, CaseHolders holders, Entries entries, Chronology chronology) {
        this.signedIn = signedIn;
        this.holders = holders;
        this.entries = entries;
        this.chronology = chronology;
        try (var stated = new ClassPathResource(TABLE).getInputStream()) {
            table = new JsonMapper().convertValue(new Yaml().load(stated), Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " is not readable", e);
        }
    }

    /** What somebody may read of one case. */
    public final class Reading {

        private final Set<String> parts;

        private Reading(Set<String> parts) {
            this.parts = parts;
        }

        public boolean ofEntry(Entry entry) {
            return reads(part(one -> one.forms().contains(entry.form())).or(() -> RecordReaders.this.ofStep(entry.step())));
        }

        public boolean ofLine(ChronologyLine line) {
            return ofStep(line.step());
        }

        /** @param step null for what the diagram leaves to whoever calls it: that is read by those alone who read all */
        public boolean ofStep(@Nullable String step) {
            return reads(RecordReaders.this.ofStep(step));
        }

        /** @param code the letter's, such as {@code AL 1.1.0} */
        public boolean ofLetter(String code) {
            return reads(part(one -> one.letters().contains(code)));
        }

        /** @param name by which a diagram shows it */
        public boolean ofFact(String name) {
            return reads(part(one -> one.facts().contains(name)));
        }

        private boolean reads(Optional<String> part) {
            return parts.contains(EVERY_PART) || part.filter(parts::contains).isPresent();
        }
    }

    /** Empty where this person reads nothing of it, and is told what is told of a case that is not there. */
    public Optional<Reading> of(Case subject) {
        if (holders.isInConflict(signedIn.userId(), subject.pupilId())) {
            return Optional.empty();
        }
        return reading(subject.schoolCode(), reader -> isMet(reader, subject));
    }

    /** The same of what concerns a pupil without a case. */
    public Optional<Reading> ofPupil(long pupilId, String schoolCode) {
        if (holders.isInConflict(signedIn.userId(), pupilId)) {
            return Optional.empty();
        }
        return reading(schoolCode, reader -> reader.from() == null && !OWN.equals(reader.as()));
    }

    /** The same of what concerns no pupil, such as who the officers are. */
    public Optional<Reading> ofNobody() {
        return reading(null, reader -> reader.from() == null && !OWN.equals(reader.as()));
    }

    private Optional<Reading> reading(String schoolCode, Predicate<Reader> isMet) {
        if (signedIn.isTheApplication()) {
            return Optional.of(new Reading(Set.of(EVERY_PART)));
        }
        var parts = table.readers().stream()
                .filter(reader -> reader.who().equals(SCHOOL) ? signedIn.isOfSchool(schoolCode) : signedIn.hasRole(reader.who()))
                .filter(isMet).flatMap(reader -> reader.reads().stream()).collect(Collectors.toUnmodifiableSet());
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Reading(parts));
    }

    private boolean isMet(Reader reader, Case subject) {
        if (reader.who().equals(OFFICER) && OWN.equals(reader.as()) && !holders.holds(signedIn.userId(), subject.reference())) {
            return false;
        }
        return reader.from() == null || hasCome(subject.reference(), reader.from());
    }

    private boolean hasCome(String reference, String step) {
        return chronology.hasCome(reference, step) || entries.hasCome(reference, step);
    }

    private Optional<String> ofStep(String step) {
        return step == null ? Optional.empty() : part(one -> one.steps().stream().anyMatch(step::startsWith));
    }

    private Optional<String> part(Predicate<Part> which) {
        return table.parts().stream().filter(which).map(Part::part).findFirst();
    }

    private record Table(List<Part> parts, List<Reader> readers) {
    }

    private record Part(String part, Set<String> forms, List<String> steps, Set<String> letters, Set<String> facts) {
    }

    private record Reader(String who, String as, String from, Set<String> reads) {
    }
}
