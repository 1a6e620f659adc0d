package apws.procedure.trace;

import apws.pupil.Parent;
import apws.pupil.Pupil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A pupil of a test, with two parents who live apart. */
record Child(Pupil pupil, List<Parent> parents, StubbedRegister said) {

    /** {@code attends(96.4).since("2026-11-02")} */
    interface Since {
        Child since(String day);
    }

    interface Of {
        Since of(int possible);
    }

    long id() {
        return pupil.id();
    }

    Since attends(double percent) {
        return day -> {
            said.rate(id(), LocalDate.parse(day), percent);
            return this;
        };
    }

    /** Without leave, both sessions of each of these days. */
    Child missed(String... days) {
        for (var day : days) {
            said.missed(id(), day + " AM", "O");
            said.missed(id(), day + " PM", "O");
        }
        return this;
    }

    /** @param session such as {@code 2026-10-05 AM}, missed without leave until {@code at} */
    Child corrected(String session, String code, Instant at) {
        said.corrected(id(), session, code, at);
        return this;
    }

    Of attended(int sessions) {
        return possible -> day -> {
            said.count(id(), LocalDate.parse(day), sessions, possible);
            return this;
        };
    }
}
