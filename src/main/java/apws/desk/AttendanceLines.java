package apws.desk;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Plan;
import apws.pupil.Pupil;
import apws.register.MarkKind;
import apws.register.Registers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of a pupil, in words and as pictures. */
@Component
class AttendanceLines {

    private static final int WEEKS_SHOWN = 51;
    private static final int ROLLING_SCHOOL_WEEKS = 10;

    private final Registers registers;
    private final SchoolCalendar calendar;

    AttendanceLines(Registers registers, SchoolCalendar calendar) {
        this.registers = registers;
        this.calendar = calendar;
    }

    /**
     * @param picture        of the last twelve months
     * @param thisYear       the figures of the school year
     * @param inTenWeeks     sessions without leave in the rolling ten school weeks (settlement 14)
     * @param anyUnauthorised whether there is any session without leave in the twelve months
     */
    record Lines(AttendancePicture picture, String thisYear, String inTenWeeks, boolean anyUnauthorised) {
    }

    Lines of(Pupil pupil, @Nullable Plan plan) {
        var today = calendar.today();
        var from = today.minusWeeks(WEEKS_SHOWN);
        var held = registers.held(pupil.id(), from, today);
        var year = held.figures(calendar.academicYear(today).first(), today);
        var tenWeeks = calendar.schoolWeeksBack(today, ROLLING_SCHOOL_WEEKS);
        var marks = held.marks(from, today);
        return new Lines(new AttendancePicture(calendar, from, marks, held.weeks(from, today), plan),
                "%s this school year: %d of %d sessions attended, %d missed with leave, %d without".formatted(year.shown(), year.attended(),
                        year.possible(), year.authorised(), year.unauthorised()),
                "%d sessions without leave in the last ten school weeks, since %s".formatted(held.figures(tenWeeks, today).unauthorised(), Days.inWords(tenWeeks)),
                marks.stream().anyMatch(mark -> mark.kind() == MarkKind.UNAUTHORISED));
    }
}
