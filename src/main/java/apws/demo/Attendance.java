package apws.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;

/**
 * Why a child is away, day by day of a school year: illness in spells that are more frequent in winter, absence without leave that begins
 * most often on Mondays and Fridays, one family holiday in term time for some, and so on through the register's marks, each as often as the
 * published figures say for that kind of school. A pure function of the seed, the child and the school year.
 */
final class Attendance {

    private static final List<String> MUSLIM_FAMILIES_SPEAK = List.of("Urdu", "Arabic");
    private static final MonthDay EXAMS_FROM = MonthDay.of(5, 20);
    private static final double MOST_ABSENCE = 0.9;

    private final MarkShares shares;

    Attendance(MarkShares shares) {
        this.shares = shares;
    }

    /** One entry per school day of the year; null before the child came to the school. */
    RegisterDay[] of(Child child, SchoolYear year) {
        return new OneYear(child, year).days();
    }

    private final class OneYear {

        private final Child child;
        private final SchoolYear year;
        private final Chance chance;
        private final Phase phase;
        private final int days;
        private final Spell holiday;
        private final int closedDay;
        private final int workExperienceFrom;
        private final RegularlyElsewhere elsewhere;
        private int illUntil;
        private int awayUntil;
        private int suspendedUntil;

        OneYear(Child child, SchoolYear year) {
            this.child = child;
            this.year = year;
            this.chance = child.chance().of("marks").of(year.year().startsIn());
            this.phase = child.school().phase();
            this.days = year.days().size();
            this.holiday = holiday();
            var ofSchool = new Chance(child.school().code().hashCode()).of(year.year().startsIn());
            this.closedDay = ofSchool.of("closed").within(0.3) ? ofSchool.of("closed day").below(days) : -1;
            this.workExperienceFrom = days - 25 + ofSchool.of("work experience").below(15);
            this.elsewhere = RegularlyElsewhere.of(chance, mark -> shares.of(mark, phase));
        }

        RegisterDay[] days() {
            var all = new RegisterDay[days];
            for (int day = 0; day < days; day++) {
                var marks = on(day, year.days().get(day), chance.of(day));
                all[day] = child.onRollOn(year.days().get(day)) ? marks : null;
            }
            return all;
        }

        private RegisterDay on(int day, LocalDate date, Chance today) {
            boolean ill = ill(day, date, today);
            boolean away = away(day, date, today);
            boolean suspended = suspended(day, today);
            if (day == closedDay) {
                return RegisterDay.whole("Y4");
            }
            if (holiday.holds(day)) {
                return RegisterDay.whole("G");
            }
            if (suspended) {
                return RegisterDay.whole("E");
            }
            if (ill) {
                return explained(RegisterDay.whole("I"), today);
            }
            if (away) {
                return explained(withoutLeave(today), today);
            }
            if (isEid(date) && MUSLIM_FAMILIES_SPEAK.contains(child.family().names().language()) && today.of("eid").within(0.6)) {
                return RegisterDay.whole("R");
            }
            if (child.family().mobile() && day > days / 2 && day < days / 2 + 30) {
                return RegisterDay.whole("T");
            }
            if (child.year() == 11 && MonthDay.from(date).isAfter(EXAMS_FROM) && date.getMonthValue() < 9 && today.of("study").within(0.012)) {
                return RegisterDay.whole("S");
            }
            if (today.of("leave").within(shares.of("C", phase))) {
                return RegisterDay.whole("C");
            }
            if (child.year() == 10 && day >= workExperienceFrom && day < workExperienceFrom + 5 && chance.of("work experience").within(0.53)) {
                return RegisterDay.whole("W");
            }
            if (isTrip(day)) {
                return RegisterDay.whole("V");
            }
            return elsewhere.on(date.getDayOfWeek()).map(RegisterDay::whole).orElseGet(() -> inSchool(date, today));
        }

        private boolean ill(int day, LocalDate date, Chance today) {
            if (day >= illUntil) {
                double rate = Math.min(0.6, 1.06 * shares.of("I", phase) * child.traits().illness() * (0.5 + 0.5 * course(day)) * season(date));
                illUntil = today.of("falls ill").within(begins(rate, 2.17)) ? day + illnessLasts(today.of("ill for").fraction()) : 0;
            }
            return day < illUntil;
        }

        private static int illnessLasts(double drawn) {
            return drawn < 0.48 ? 1 : drawn < 0.72 ? 2 : drawn < 0.86 ? 3 : drawn < 0.92 ? 4 : drawn < 0.97 ? 5 : 10;
        }

        private boolean away(int day, LocalDate date, Chance today) {
            if (day >= awayUntil) {
                double rate = Math.min(MOST_ABSENCE, 1.36 * shares.of("O", phase) * child.traits().absence() * course(day));
                double lasts = 1.3 + 6 * rate;
                boolean goes = today.of("stays away").within(begins(rate, lasts) * weekday(date));
                awayUntil = goes ? day + 1 + (int) (-Math.log(1 - today.of("away for").fraction()) * (lasts - 0.8)) : 0;
            }
            return day < awayUntil;
        }

        private RegisterDay withoutLeave(Chance today) {
            double drawn = today.of("which half").fraction();
            return drawn < 0.76 ? RegisterDay.whole("O")
                    : drawn < 0.94 ? new RegisterDay(RegisterDay.PRESENT_MORNING, "O", 0) : new RegisterDay("O", RegisterDay.PRESENT_AFTERNOON, 0);
        }

        private boolean suspended(int day, Chance today) {
            if (day >= suspendedUntil) {
                double rate = Math.min(0.2, shares.of("E", phase) * child.traits().suspension());
                suspendedUntil = today.of("is suspended").within(begins(rate, 2.5)) ? day + 1 + today.of("suspended for").below(4) : 0;
            }
            return day < suspendedUntil;
        }

        /** In school for the day, apart from an hour or a half. */
        private RegisterDay inSchool(LocalDate date, Chance today) {
            var morning = RegisterDay.PRESENT_MORNING;
            var afternoon = RegisterDay.PRESENT_AFTERNOON;
            var traits = child.traits();
            double late = Math.min(0.5, 2.5 * shares.of("L", phase) * traits.lateness());
            double veryLate = Math.min(0.3, 2.5 * shares.of("U", phase) * traits.lateness());
            double drawn = today.of("comes").fraction();
            if (drawn < veryLate) {
                morning = "U";
            } else if (drawn < veryLate + late) {
                morning = "L";
            }
            double visit = today.of("appointment").fraction() / (child.medicalNeed() ? 4 : 1);
            double visits = 1.5 * shares.of("M", phase);
            if (visit < visits / 2) {
                morning = "M";
            }
            if (visit > visits / 4 && visit < visits) {
                afternoon = "M";
            } else if (child.partTimeTimetable() && date.getDayOfWeek().getValue() % 5 != 1) {
                afternoon = "C2";
            } else if (today.of("sport").within(2 * shares.of("P", phase))) {
                afternoon = "P";
            } else if (today.of("performance").within(2 * shares.of("C1", phase))) {
                afternoon = "C1";
            } else if (today.of("interview").within(2 * shares.of("J1", phase))) {
                afternoon = "J1";
            }
            if (today.of("never explained").within(2 * shares.of("N", phase) * Math.min(20, traits.absence()))) {
                morning = RegisterDay.NO_REASON_YET;
            }
            return new RegisterDay(morning, afternoon, 0);
        }

        /** Families do not always ring on the first day: until they do, the mark is N. */
        private RegisterDay explained(RegisterDay marks, Chance today) {
            return today.of("nobody rang").within(0.3) ? marks.knownAfter(1 + today.of("rang after").below(5)) : marks;
        }

        private Spell holiday() {
            var family = child.family().chance().of("holiday").of(year.year().startsIn());
            int lasts = 5 + family.of("lasts").below(5);
            boolean goes = family.of("goes").within(shares.of("G", phase) * days / 7);
            int from = family.of("from").below(days - lasts);
            return goes ? new Spell(from, from + lasts) : new Spell(0, 0);
        }

        private boolean isTrip(int day) {
            var ofClass = new Chance(child.school().code().hashCode()).of(year.year().startsIn()).of(child.year()).of("trip");
            return ofClass.of(day).within(shares.of("V", phase) * 1.1);
        }

        private double course(int day) {
            return child.traits().course().factor(chance, day, days);
        }
    }

    private record Spell(int from, int to) {

        boolean holds(int day) {
            return from <= day && day < to;
        }
    }

    /** With what chance a spell begins on a day without one, so that spells of this length make up {@code rate} of all days. */
    private static double begins(double rate, double lasts) {
        return Math.min(1, rate / ((1 - rate) * lasts));
    }

    private static double weekday(LocalDate date) {
        return date.getDayOfWeek() == MONDAY ? 1.3 : date.getDayOfWeek() == FRIDAY ? 1.25 : 0.82;
    }

    private static double season(LocalDate date) {
        return switch (date.getMonth()) {
            case NOVEMBER, JANUARY, FEBRUARY -> 1.15;
            case DECEMBER -> 1.35;
            case OCTOBER, MARCH -> 1;
            case SEPTEMBER -> 0.75;
            default -> 0.87;
        };
    }

    private static boolean isEid(LocalDate date) {
        var hijri = HijrahDate.from(date);
        int month = hijri.get(ChronoField.MONTH_OF_YEAR);
        int day = hijri.get(ChronoField.DAY_OF_MONTH);
        return month == 10 && day == 1 || month == 12 && day == 10;
    }
}
