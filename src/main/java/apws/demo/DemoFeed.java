package apws.demo;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import apws.pupil.ImportResult;
import apws.pupil.ParentFiles;
import apws.pupil.PupilFiles;
import apws.pupil.SchoolFiles;
import apws.pupil.Schools;
import apws.pupil.Sender;
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
    private static final List<DemoSchool> IN_ORDER_OF_SWITCHING_ON = List.of(DemoSchool.HIGH, DemoSchool.PRIMARY.get(0), DemoSchool.ACADEMY,
            DemoSchool.PRIMARY.get(1), DemoSchool.SPECIAL, DemoSchool.PRIMARY.get(2), DemoSchool.PRIMARY.get(3), DemoSchool.PRIMARY.get(4));

    private final SchoolFiles schoolFiles;
    private final PupilFiles pupilFiles;
    private final ParentFiles parentFiles;
    private final RegisterFiles registerFiles;
    private final Schools schools;
    private final SchoolCalendar calendar;
    private final Population population = new Population(Fernshire.SEED);
    private final DemoRegister registers;

    DemoFeed(SchoolFiles schoolFiles, PupilFiles pupilFiles, ParentFiles parentFiles, RegisterFiles registerFiles, Schools schools,
             SchoolCalendar calendar) {
        this.schoolFiles = schoolFiles;
        this.pupilFiles = pupilFiles;
        this.parentFiles = parentFiles;
        this.registerFiles = registerFiles;
        this.schools = schools;
        this.calendar = calendar;
        this.registers = new DemoRegister(population, new Attendance(MarkShares.published()), calendar);
    }

    /**
     * The authority as it is on {@code day}: its schools, switched on one after the other from then on, its pupils with their parents, and
     * the registers of this school year so far and of the one before.
     */
    void authority(LocalDate day) {
        taken(schoolFiles.read("schools.csv", DemoFiles.schools(DemoSchool.all()), AUTHORITY));
        var from = calendar.schoolDayOnOrAfter(day);
        for (var school : IN_ORDER_OF_SWITCHING_ON.subList(0, DemoSchool.all().size() - 1)) {
            schools.switchOn(school.code(), from);
            from = calendar.schoolDayOnOrAfter(from.plusDays(4));
        }
        var onRoll = population.on(day);
        pupils(onRoll);
        var upns = onRoll.stream().map(Child::upn).collect(Collectors.toSet());
        var yearBefore = AcademicYear.of(day).first().minusDays(1);
        for (var school : DemoSchool.all()) {
            history(school, yearBefore, upns);
            history(school, day.minusDays(1), upns);
        }
    }

    private void history(DemoSchool school, LocalDate until, Set<String> upns) {
        var lines = registers.upTo(until, school).stream().filter(line -> upns.contains(line.upn())).toList();
        taken(registerFiles.read("register-%s-until-%s.csv".formatted(school.key(), until), DemoFiles.register(lines), AUTHORITY));
    }

    /** The registers of the school day {@code day}, which arrive on the morning of {@code arrival}, and whoever has come or gone since. */
    void register(LocalDate day, LocalDate arrival) {
        var onRoll = population.on(day).stream().map(Child::upn).collect(Collectors.toSet());
        for (var school : DemoSchool.all()) {
            var lines = registers.sentOn(day, school).stream().filter(line -> onRoll.contains(line.upn())).toList();
            taken(registerFiles.read("register-%s-%s.csv".formatted(school.key(), day), DemoFiles.register(lines),
                    Sender.ofSchool(DemoUser.leadOf(school).id(), school.code())));
        }
        if (AcademicYear.of(day).equals(AcademicYear.of(arrival))) {
            pupils(population.on(arrival).stream().filter(child -> child.admittedOn().isAfter(day)).toList());
        } else {
            newSchoolYear(day, arrival);
        }
    }

    /** Everyone is one class further on, Year 6 and Year 11 leave their schools, Reception comes. */
    private void newSchoolYear(LocalDate day, LocalDate arrival) {
        var now = population.on(arrival);
        var upns = now.stream().map(Child::upn).collect(Collectors.toSet());
        var left = population.on(day).stream().filter(child -> !upns.contains(child.upn())).toList();
        taken(pupilFiles.read("leavers-%s.csv".formatted(day), DemoFiles.pupils(left, AcademicYear.of(day).last()), AUTHORITY));
        pupils(now);
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
