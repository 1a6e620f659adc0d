package apws.demo;

import apws.calendar.AcademicYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The children of the demo authority on any day, some two thousand of them: a pure function of the seed and the day. */
final class Population {

    private final Chance seed;
    private final Map<AcademicYear, List<Child>> years = new ConcurrentHashMap<>();

    Population(long seed) {
        this.seed = new Chance(seed);
    }

    /** Everyone on roll at some time of the academic year. */
    List<Child> in(AcademicYear year) {
        return years.computeIfAbsent(year, this::made);
    }

    List<Child> on(LocalDate day) {
        return in(AcademicYear.of(day)).stream().filter(child -> child.onRollOn(day)).toList();
    }

    private List<Child> made(AcademicYear year) {
        return IntStream.range(0, Cohort.YEARS_OF_SCHOOL)
                .mapToObj(since -> Cohort.of(seed, AcademicYear.startingIn(year.startsIn() - since)))
                .flatMap(cohort -> cohort.in(year).stream()).toList();
    }
}
