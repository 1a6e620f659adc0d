package apws.register;

import apws.calendar.AcademicYear;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ObjIntConsumer;

/**
 * A pupil's academic year: a byte per session, morning and afternoon of every calendar day from 1 September on, 0 where no mark is held.
 * The row ends with its last mark.
 */
record MarkedYear(LocalDate first, byte[] marks) {

    /** A leap year's sessions. */
    static final int SESSIONS = 2 * 366;

    static int index(LocalDate first, LocalDate day, Session session) {
        return 2 * (int) ChronoUnit.DAYS.between(first, day) + session.ordinal();
    }

    static LocalDate day(LocalDate first, int index) {
        return first.plusDays(index / 2);
    }

    static Session session(int index) {
        return Session.values()[index % 2];
    }

    /** The marks held from {@code from} to {@code to}, in order, each with its place in the year. */
    void each(LocalDate from, LocalDate to, ObjIntConsumer<Byte> mark) {
        for (int i = begin(from); i < end(to); i++) {
            if (marks[i] != 0) {
                mark.accept(marks[i], i);
            }
        }
    }

    int begin(LocalDate from) {
        return from.isAfter(first) ? Math.min(marks.length, index(first, from, Session.AM)) : 0;
    }

    int end(LocalDate to) {
        if (to.isBefore(first)) {
            return 0;
        }
        return to.isBefore(AcademicYear.of(first).last()) ? Math.min(marks.length, index(first, to, Session.PM) + 1) : marks.length;
    }
}
