package apws.desk;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Plan;
import apws.pupil.Pupil;
import apws.register.Registers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of a pupil, in words and as pictures. */
@Component
class AttendanceLines {

    private static final int WEEKS_SHOWN = 51;

    private final Registers registers;
    private final SchoolCalendar calendar;

    AttendanceLines(Registers registers, SchoolCalendar calendar) {
        this.registers = registers;
        this.calendar = calendar;
    }

    /** The last twelve months. */
    AttendancePicture picture(Pupil pupil, @Nullable Plan plan) {
        var today = calendar.today();
        var from = today.minusWeeks(WEEKS_SHOWN);
        return new AttendancePicture(calendar, from, registers.marks(pupil.id(), from, today), registers.weeks(pupil.id(), from, today), plan);
    }

    String thisYear(Pupil pupil) {
        var year = calendar.academicYear(calendar.today());
        var figures = registers.figures(pupil.id(), year.first(), calendar.today());
        return "%s this school year: %d of %d sessions attended, %d missed with leave, %d without".formatted(figures.shown(), figures.attended(),
                figures.possible(), figures.authorised(), figures.unauthorised());
    }

    String unauthorised(Pupil pupil) {
        var ten = registers.rollingSchoolWeeks(pupil.id(), calendar.today());
        return "%d sessions without leave in the last ten school weeks, since %s".formatted(ten.unauthorised(), Days.inWords(ten.from()));
    }
}
