package apws.demo;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Where a few children are on the same days of every week: at alternative provision, taught by the authority, at their other school. */
record RegularlyElsewhere(String mark, Set<DayOfWeek> days) {

    private static final double AT_ANOTHER_SCHOOL = 0.003;

    static RegularlyElsewhere of(Chance child, ToDoubleFunction<String> share) {
        var elsewhere = child.of("elsewhere");
        double drawn = elsewhere.fraction();
        double provision = share.applyAsDouble("B") * 5 * 1.1;
        double taught = share.applyAsDouble("K") * 5 / 3 * 1.1;
        if (drawn < provision) {
            return new RegularlyElsewhere("B", Set.of(elsewhere.of("day").oneOf(List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY))));
        }
        if (drawn < provision + taught) {
            return new RegularlyElsewhere("K", Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY));
        }
        if (drawn < provision + taught + AT_ANOTHER_SCHOOL) {
            return new RegularlyElsewhere("D", Set.of(DayOfWeek.FRIDAY));
        }
        return new RegularlyElsewhere("", Set.of());
    }

    Optional<String> on(DayOfWeek day) {
        return days.contains(day) ? Optional.of(mark) : Optional.empty();
    }
}
