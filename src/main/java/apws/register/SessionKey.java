package apws.register;

import apws.calendar.Days;
import java.time.LocalDate;
import java.util.Comparator;

/** One session of a pupil. As text, such as {@code 2026-10-05 AM}, it is what forms and variables carry. */
public record SessionKey(LocalDate date, Session half) implements Comparable<SessionKey> {

    private static final Comparator<SessionKey> IN_ORDER = Comparator.comparing(SessionKey::date).thenComparing(SessionKey::half);

    /** @throws RuntimeException for what {@link #toString()} never wrote */
    public static SessionKey parse(String text) {
        var parts = text.strip().split(" ", 2);
        return new SessionKey(LocalDate.parse(parts[0]), Session.valueOf(parts[1]));
    }

    @Override
    public String toString() {
        return date + " " + half;
    }

    public String inWords() {
        return "%s in the %s".formatted(Days.inWords(date), half.inWords());
    }

    @Override
    public int compareTo(SessionKey other) {
        return IN_ORDER.compare(this, other);
    }
}
