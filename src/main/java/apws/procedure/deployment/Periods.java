package apws.procedure.deployment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.calendar.CronTimer;

/** Periods and moments as diagrams write them: whole days for the calendar, and what timers of the engine's own take. */
final class Periods {

    /** Longer than anything that the procedure waits for; what runs on for ever is a slip of the keyboard. */
    private static final Period LONGEST = Period.ofYears(10);
    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant SOME_MOMENT = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration LONGEST_WAIT = Duration.ofDays(3653);

    private Periods() {
    }

    /** What is wrong with a period of the calendar, {@code P14D}. */
    static Optional<String> mistakeIn(String text) {
        try {
            var period = Period.parse(text);
            return period.isZero() || Stream.of(period.getYears(), period.getMonths(), period.getDays()).anyMatch(part -> part < 0)
                    || SOME_DAY.plus(period).isAfter(SOME_DAY.plus(LONGEST)) ? Optional.of(noPeriod(text)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.of(noPeriod(text));
        }
    }

    /** What is wrong with the text of a timer, an element {@code timeDuration}, {@code timeCycle} or {@code timeDate}. */
    static Optional<String> mistakeInTimer(String element, String text) {
        return switch (element) {
            case "timeDuration" -> isLength(text) ? Optional.empty() : Optional.of(noPeriod(text));
            case "timeCycle" -> isCycle(text) ? Optional.empty()
                    : Optional.of("waits for '%s', which is no cycle: write it as R/P1D, or as a cron expression".formatted(text));
            default -> isMoment(text) ? Optional.empty()
                    : Optional.of("waits for '%s', which is no moment: write it as 2026-09-01T05:00:00".formatted(text));
        };
    }

    /** What is wrong with the waits between the tries of a failed job, {@code PT1M,PT5M}. */
    static Optional<String> mistakeInRetries(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).filter(one -> !isLength(one) && !isCycle(one)).findFirst().map(Periods::noPeriod);
    }

    /** What is wrong with a moment at which a task falls due. */
    static Optional<String> mistakeInMoment(String text) {
        return mistakeInTimer("timeDate", text);
    }

    private static String noPeriod(String text) {
        return "counts by '%s', which is no period: write it as P14D".formatted(text);
    }

    /** As the engine reads it, which knows no weeks. */
    private static boolean isLength(String text) {
        return reads(text, written -> {
            var length = DatatypeFactory.newDefaultInstance().newDuration(written);
            if (length.getSign() <= 0 || SOME_MOMENT.plus(Duration.ofMillis(length.getTimeInMillis(Date.from(SOME_MOMENT))))
                    .isAfter(SOME_MOMENT.plus(LONGEST_WAIT))) {
                throw new DateTimeException("is no time to wait");
            }
        });
    }

    private static boolean isCycle(String text) {
        if (text.startsWith("R")) {
            var parts = List.of(text.split("/", -1));
            return parts.get(0).matches("R\\d{0,4}") && (parts.size() == 2 && isLength(parts.get(1))
                    || parts.size() == 3 && (isMoment(parts.get(1)) && isLength(parts.get(2)) || isLength(parts.get(1)) && isMoment(parts.get(2))));
        }
        return reads(text, CronTimer::parse);
    }

    private static boolean isMoment(String text) {
        return reads(text, LocalDateTime::parse) || reads(text, LocalDate::parse) || reads(text, OffsetDateTime::parse);
    }

    private static boolean reads(String text, Reader reader) {
        try {
            reader.read(text);
            return true;
        } catch (Exception none) {
            return false;
        }
    }

    private interface Reader {

        void read(String text) throws Exception;
    }
}
