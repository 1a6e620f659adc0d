package apws.demo;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stories of the demo authority ({@code demo/stories.yaml}) and the children they happen to, of one school: of the children most often
 * away those whom every letter reaches, one of a family, who stay at the school into the next year. Stories of leave happen to those who
 * are most often there.
 */
final class Stories {

    private static final int LAST_CLASS = 9;
    /** Before the school writes, the child has stayed away so long. */
    private static final int AWAY_BEFORE = 21;

    /**
     * @param from       when the school first writes, or the family goes away
     * @param refersFrom the first day on which the school refers the case
     */
    record Told(Story story, Child child, LocalDate from, LocalDate refersFrom) {

        LocalDate awayFrom() {
            return from.minusDays(AWAY_BEFORE);
        }

        /** The first day on which a child that was on leave comes again. */
        LocalDate backFrom(SchoolCalendar calendar) {
            return calendar.schoolDayFrom(from, story.leave().lasts() + 1);
        }
    }

    private final Map<String, Told> byUpn;

    private Stories(Map<String, Told> byUpn) {
        this.byUpn = byUpn;
    }

    static Stories none() {
        return new Stories(Map.of());
    }

    /** The earliest day on which the demo can begin with nothing to tell before. */
    static LocalDate begin(LocalDate today, SchoolCalendar calendar) {
        return Arrays.stream(written()).map(story -> story.beginsOn(today, calendar).minusDays(AWAY_BEFORE)).min(Comparator.naturalOrder())
                .orElse(today);
    }

    static Story[] written() {
        return Resource.read("demo/stories.yaml", Story[].class);
    }

    static Stories of(DemoSchool school, Population population, LocalDate firstDay, LocalDate today, SchoolCalendar calendar) {
        var left = population.on(firstDay).stream()
                .filter(child -> child.school().equals(school) && child.year() <= LAST_CLASS && reached(child))
                .sorted(Comparator.comparingDouble((Child child) -> -child.traits().absence()))
                .collect(Collectors.toCollection(ArrayList::new));
        var families = new HashSet<String>();
        left.removeIf(child -> !families.add(child.family().reference()));
        var told = new LinkedHashMap<String, Told>();
        Arrays.stream(written()).forEach(story -> {
            var child = left.stream().filter(one -> one.family().carers().size() == story.parents())
                    .reduce((oftener, rarer) -> story.leave() == null ? oftener : rarer)
                    .orElseThrow(() -> new IllegalStateException("There is no child left for the story " + story.key()));
            left.remove(child);
            told.put(child.upn(), new Told(story, child, later(firstDay, story.beginsOn(today, calendar)),
                    story.refersFrom(today, calendar)));
        });
        return new Stories(told);
    }

    private static boolean reached(Child child) {
        var family = child.family();
        return !family.lookedAfter() && !family.childProtection() && !family.mobile()
                && family.carers().stream().allMatch(of -> of.carer().doNotContactReason().isEmpty() && !of.carer().addressConfidential());
    }

    List<Told> all() {
        return List.copyOf(byUpn.values());
    }

    /** Empty for a child without a story. */
    Optional<Told> of(String upn) {
        return Optional.ofNullable(byUpn.get(upn));
    }

    /** Those to whom the school writes on {@code day} or earlier. */
    List<Told> begunBy(LocalDate day) {
        return byUpn.values().stream().filter(told -> told.story().leave() == null && !told.from().isAfter(day)).toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
