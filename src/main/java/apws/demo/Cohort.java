package apws.demo;

import apws.calendar.AcademicYear;
import apws.demo.Traits.Course;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The children who came to Reception in one academic year. They stay together until Year 11, so the same child is found again in any
 * year, one class further on. A child's number in the cohort says where they live and which schools they go to.
 */
record Cohort(Chance authority, AcademicYear entered, List<Traits> traits) {

    private static final int MAINSTREAM = DemoSchool.PRIMARY.stream().mapToInt(DemoSchool::places).sum();
    private static final int CHILDREN = MAINSTREAM + DemoSchool.SPECIAL.places();
    private static final int LAST_YEAR_OF_PRIMARY = 6;
    private static final double OLDER_SIBLING = 0.42;
    private static final double MOVED_IN = 0.1;
    /** Reception to Year 11. */
    static final int YEARS_OF_SCHOOL = 12;

    static Cohort of(Chance authority, AcademicYear entered) {
        return new Cohort(authority, entered, traits(authority.of("traits").of(entered.startsIn())));
    }

    /** The children as they are in the academic year {@code now}; those who have yet to move into the authority are left out. */
    List<Child> in(AcademicYear now) {
        int year = now.startsIn() - entered.startsIn();
        return IntStream.range(0, CHILDREN).mapToObj(number -> child(number, year)).filter(child -> !child.admittedOn().isAfter(now.last())).toList();
    }

    private Child child(int number, int year) {
        var chance = authority.of("child").of(entered.startsIn()).of(number);
        var family = family(number);
        boolean girl = chance.of("girl").within(0.49);
        var first = school(number, 0);
        var school = school(number, year);
        boolean special = school.phase() == Phase.SPECIAL;
        boolean ehcp = special || chance.of("ehcp").within(0.025);
        return new Child(Child.upn(first, entered, number + 1), chance.of("first name").oneOf(girl ? family.names().girls() : family.names().boys()),
                family.surname(), entered.first().minusYears(5).plusDays(chance.of("born").below(365)), school, year,
                admittedOn(chance, number, year), family, ehcp || chance.of("sen").within(0.14), ehcp,
                !family.lookedAfter() && chance.of("child in need").within(0.025), chance.of("medical need").within(special ? 0.2 : 0.012),
                chance.of("young carer").within(0.015), chance.of("part-time").within(special ? 0.04 : 0.005), traits.get(number), chance);
    }

    private static DemoSchool school(int number, int year) {
        if (number >= MAINSTREAM) {
            return DemoSchool.SPECIAL;
        }
        int town = town(number);
        if (year <= LAST_YEAR_OF_PRIMARY) {
            return DemoSchool.PRIMARY.get(town);
        }
        return town == 0 || town == 3 || town == 2 && number % 2 == 0 ? DemoSchool.HIGH : DemoSchool.ACADEMY;
    }

    private static int town(int number) {
        int town = 0;
        for (int left = number % MAINSTREAM; left >= DemoSchool.PRIMARY.get(town).places(); town++) {
            left -= DemoSchool.PRIMARY.get(town).places();
        }
        return town;
    }

    /** Most came when their school begins; a few moved into the authority in a later year, on a Monday. */
    private LocalDate admittedOn(Chance chance, int number, int year) {
        boolean secondary = year > LAST_YEAR_OF_PRIMARY && number < MAINSTREAM;
        var begins = entered.first().plusYears(secondary ? LAST_YEAR_OF_PRIMARY + 1 : 0);
        var later = chance.of("moved in");
        if (!later.within(MOVED_IN)) {
            return begins;
        }
        var movedIn = entered.first().plusYears(later.of("year").below(YEARS_OF_SCHOOL)).plusDays(20 + later.of("day").below(240))
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return movedIn.isBefore(begins) ? begins : movedIn;
    }

    /** Brothers and sisters are two or three years apart: from child to elder as long as there is one, so all find the same eldest. */
    private Family family(int number) {
        int home = number;
        int year = entered.startsIn();
        while (authority.of("elder").of(year).of(home).within(OLDER_SIBLING)) {
            year -= home % 2 == 0 ? 2 : 3;
            home = home < MAINSTREAM ? home : (home - MAINSTREAM) * MAINSTREAM / (CHILDREN - MAINSTREAM);
        }
        return Family.of("F%d%03d".formatted(year, home + 1), town(home), authority.of("family").of(year).of(home));
    }

    /**
     * Absence is spread unevenly: the years of most children are nearly whole, a few miss most of it. Each child gets a place in that
     * spread, evenly over the cohort so that every cohort has its share of the few, and each kind of absence leans on that place and on
     * chance of its own.
     */
    private static List<Traits> traits(Chance chance) {
        var places = IntStream.range(0, CHILDREN).boxed().sorted(Comparator.comparingDouble(n -> chance.of("place").of(n).fraction())).toList();
        var strain = new double[CHILDREN];
        for (int place = 0; place < CHILDREN; place++) {
            int number = places.get(place);
            strain[number] = -Math.log(1 - (place + chance.of("within place").of(number).fraction()) / CHILDREN);
        }
        var illness = factors(strain, 0.6, 1.4, chance.of("illness"));
        var absence = factors(strain, 0.8, 2.1, chance.of("absence"));
        var lateness = factors(strain, 0.7, 2, chance.of("lateness"));
        var suspension = factors(strain, 0.7, 2.5, chance.of("suspension"));
        return IntStream.range(0, CHILDREN)
                .mapToObj(n -> new Traits(illness[n], absence[n], lateness[n], suspension[n], Course.of(chance.of("course").of(n)))).toList();
    }

    private static double[] factors(double[] strain, double lean, double spread, Chance own) {
        var raw = new double[strain.length];
        for (int n = 0; n < raw.length; n++) {
            raw[n] = Math.pow(lean * strain[n] - (1 - lean) * Math.log(1 - own.of(n).fraction()), spread);
        }
        double average = IntStream.range(0, raw.length).mapToDouble(n -> raw[n]).average().orElseThrow();
        return IntStream.range(0, raw.length).mapToDouble(n -> raw[n] / average).toArray();
    }
}
