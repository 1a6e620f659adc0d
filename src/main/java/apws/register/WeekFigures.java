package apws.register;

import java.time.LocalDate;

/** The figures of the week that begins on {@code monday}. */
public record WeekFigures(LocalDate monday, Figures figures) {
}
