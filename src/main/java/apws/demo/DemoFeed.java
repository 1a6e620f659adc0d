package apws.demo;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import apws.imports.ImportResult;
import apws.imports.Sender;
import apws.officer.OfficerFiles;
import apws.pupil.ParentFiles;
import apws.pupil.PupilFiles;
import apws.pupil.SchoolFiles;
import apws.pupil.Schools;
import apws.register.RegisterFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Hands the demo authority's files to the imports, as its schools would. */
@Component
@Profile("demo")
class DemoFeed {

    private static final Sender AUTHORITY = Sender.ofEverySchool("fernshire");
    /** The last of these is not switched on, so that there is one to preview. */
    private static final List<DemoSchool> IN_ORDER_OF_SWITCHING_ON = List.of(DemoSchool.PRIMARY.get(0), DemoSchool.ACADEMY,
            DemoSchool.PRIMARY.get(1), DemoSchool.SPECIAL, DemoSchool.PRIMARY.get(2), DemoSchool.PRIMARY.get(3), DemoSchool.PRIMARY.get(4));

    private final SchoolFiles schoolFiles;
    private final PupilFiles pupilFiles;
    private final ParentFiles parentFiles;
    private final RegisterFiles registerFiles;
    private final OfficerFiles officerFiles;
    private final Schools schools;
    private final SchoolCalendar calendar;
    private final Population population;
    private final DemoRegister registers;
    /** Those whose pupils and registers come: at the beginning of the first start one alone. */
    private Set<DemoSchool> sending = Set.copyOf(DemoSchool.all());

    DemoFeed(SchoolFiles schoolFiles, PupilFiles pupilFiles, ParentFiles parentFiles, RegisterFiles registerFiles, Schools schools,
             OfficerFiles officerFiles, SchoolCalendar calendar, Turns turns) {
        this.schoolFiles = schoolFiles;
        this.pupilFiles = pupilFiles;
        this.parentFiles = parentFiles;
        this.registerFiles = registerFiles;
        this.schools = schools;
        this.officerFiles = officerFiles;
        this.calendar = calendar;
        this.population = new Population(Fernshire.SEED);
        this.registers = new DemoRegister(population, new Attendance(MarkShares.published()), calendar, turns::marks);
    }

    Population population() {
        return population;
    }

    /**
     * The authority as it is on {@code day}: its schools and officers, and of the first school the pupils with their parents and this
     * year's registers so far.
     */
    void authority(LocalDate day, DemoSchool first) {
        taken(schoolFiles.read("schools.csv", DemoFiles.schools(DemoSchool.all()), AUTHORITY));
        taken(officerFiles.read("officers.csv", DemoFiles.officers(DemoUser.officers()), AUTHORITY));
        sending = Set.of(first);
        schools.switchOn(first.code(), day);
        pupils(onRoll(day));
        history(first, day.minusDays(1), upns(onRoll(day)));
    }

    /**
     * All other schools, switched on one after the other from {@code day} on; with the registers of this school year so far and of the one
     * before.
     */
    void allSchools(LocalDate day) {
        var first = sending;
        sending = Set.copyOf(DemoSchool.all());
        var from = calendar.schoolDayOnOrAfter(day);
        for (var school : IN_ORDER_OF_SWITCHING_ON.subList(0, IN_ORDER_OF_SWITCHING_ON.size() - 1)) {
            schools.switchOn(school.code(), from);
            from = calendar.schoolDayOnOrAfter(from.plusDays(2));
        }
        pupils(onRoll(day));
        var upns = upns(onRoll(day));
        for (var school : DemoSchool.all()) {
            history(school, AcademicYear.of(day).first().minusDays(1), upns);
            if (!first.contains(school)) {
                history(school, day.minusDays(1), upns);
            }
        }
    }

    private void history(DemoSchool school, LocalDate until, Set<String> upns) {
        var lines = registers.upTo(until, school).stream().filter(line -> upns.contains(line.upn())).toList();
        taken(registerFiles.read("register-%s-until-%s.csv".formatted(school.key(), until), DemoFiles.register(lines), AUTHORITY));
    }

    /** The registers of the school day {@code day}, which arrive on the morning of {@code arrival}, and whoever has come or gone since. */
    void register(LocalDate day, LocalDate arrival) {
        var upns = upns(onRoll(day));
        for (var school : sending) {
            var lines = registers.sentOn(day, school).stream().filter(line -> upns.contains(line.upn())).toList();
            taken(registerFiles.read("register-%s-%s.csv".formatted(school.key(), day), DemoFiles.register(lines),
                    Sender.ofSchool(DemoUser.leadOf(school).id(), school.code())));
        }
        if (AcademicYear.of(day).equals(AcademicYear.of(arrival))) {
            pupils(onRoll(arrival).stream().filter(child -> child.admittedOn().isAfter(day)).toList());
        } else {
            newSchoolYear(day, arrival);
        }
    }

    /** Everyone is one class further on, Year 6 and Year 11 leave their schools, Reception comes. */
    private void newSchoolYear(LocalDate day, LocalDate arrival) {
        var now = onRoll(arrival);
        var upns = upns(now);
        var left = onRoll(day).stream().filter(child -> !upns.contains(child.upn())).toList();
        taken(pupilFiles.read("leavers-%s.csv".formatted(day), DemoFiles.pupils(left, AcademicYear.of(day).last()), AUTHORITY));
        pupils(now);
    }

    private List<Child> onRoll(LocalDate day) {
        return population.on(day).stream().filter(child -> sending.contains(child.school())).toList();
    }

    private static Set<String> upns(List<Child> children) {
        return children.stream().map(Child::upn).collect(Collectors.toSet());
    }

    private void pupils(List<Child> children) {
        if (!children.isEmpty()) {
            taken(pupilFiles.read("pupils.csv", DemoFiles.pupils(children, null), AUTHORITY));
            taken(parentFiles.read("parents.csv", DemoFiles.parents(children), AUTHORITY));
        }
    }

    private static void taken(ImportResult result) {
        if (result.refusedBecause() != null || result.rejected() > 0) {
            throw new IllegalStateException("Import %d, of %s, was refused or had %d rows rejected".formatted(result.id(), result.fileName(),
                    result.rejected()));
        }
    }
}
