package apws.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Every pupil by the words of their own name and of their parents' names, as they stood when they were gathered. */
final class NameIndex {

    /** A pupil whose own name, or whose parent's, is like what was typed; the better, the higher. */
    record Match(long pupilId, int likeness, boolean byParent) {
    }

    private record Word(List<String> sounds, List<Name> in) {
    }

    private record Name(long pupilId, boolean ofParent) {
    }

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::likeness).reversed()
            .thenComparing(Match::byParent).thenComparing(Match::pupilId);

    private final Map<String, Word> words = new HashMap<>();
    private final Map<Long, String> schools = new HashMap<>();

    void add(long pupilId, String schoolCode, String name) {
        schools.put(pupilId, schoolCode);
        add(new Name(pupilId, false), name);
    }

    /** @param pupilId a pupil who was added before */
    void addParent(long pupilId, String name) {
        add(new Name(pupilId, true), name);
    }

    private void add(Name of, String name) {
        for (var word : Words.of(name)) {
            words.computeIfAbsent(word, said -> new Word(Likeness.sounds(said), new ArrayList<>(1))).in().add(of);
        }
    }

    /**
     * Whoever is like each word that was typed, the best first; a pupil's own name before a parent's.
     *
     * @param school whether pupils of the school with that code are looked for
     */
    List<Match> like(List<String> typed, Predicate<String> school) {
        var best = new HashMap<Long, Match>();
        alike(typed).forEach((name, likeness) -> {
            if (school.test(schools.getOrDefault(name.pupilId(), ""))) {
                best.merge(name.pupilId(), new Match(name.pupilId(), likeness, name.ofParent()),
                        (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        });
        return best.values().stream().sorted(BEST_FIRST).toList();
    }

    private Map<Name, Integer> alike(List<String> typed) {
        Map<Name, Integer> found = Map.of();
        for (int i = 0; i < typed.size(); i++) {
            var these = alike(typed.get(i));
            found = i == 0 ? these : both(found, these);
        }
        return found;
    }

    private Map<Name, Integer> alike(String typed) {
        var likeness = new Likeness(typed);
        var found = new HashMap<Name, Integer>();
        words.forEach((word, of) -> {
            int like = likeness.of(word, of.sounds());
            if (like > Likeness.NONE) {
                of.in().forEach(name -> found.merge(name, like, Math::max));
            }
        });
        return found;
    }

    private static Map<Name, Integer> both(Map<Name, Integer> one, Map<Name, Integer> other) {
        var both = new HashMap<Name, Integer>();
        one.forEach((name, likeness) -> {
            var too = other.get(name);
            if (too != null) {
                both.put(name, likeness + too);
            }
        });
        return both;
    }
}
