package apws.form;

import static apws.calendar.PostClass.FIRST_CLASS;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day that somebody appoints, and of which others learn by letter: where it is an unusual one, it is asked whether it is meant. Whoever
 * says so in the field that the property names is taken at their word, and the reason is kept with the day.
 * <ul>
 * <li>{@code schoolDayUnless}: a weekend, a bank holiday, a closed day and the school holidays are unusual.
 * <li>{@code afterLetterUnless}: a day is unusual on which, or after which, a letter posted first class today would arrive (settlement 5).
 * </ul>
 */
final class AppointedDay {

    static final String SCHOOL_DAY = "schoolDayUnless";
    static final String AFTER_LETTER = "afterLetterUnless";

    private final SchoolCalendar calendar;

    AppointedDay(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /** What is unusual about it, with a day that is not, while nobody says why it is meant. */
    Optional<String> unusual(Field field, String answer, Scope scope) {
        var day = LocalDate.parse(answer);
        var arrives = calendar.received(calendar.today(), FIRST_CLASS);
        var unusual = new ArrayList<String>();
        if (asks(field, SCHOOL_DAY, scope)) {
            calendar.withoutSchool(day).ifPresent(kind -> unusual.add("is " + kind));
        }
        if (asks(field, AFTER_LETTER, scope) && !day.isAfter(arrives)) {
            unusual.add("comes too soon: a letter posted first class today arrives on " + Days.inWords(arrives));
        }
        return unusual.isEmpty() ? Optional.empty() : Optional.of("%s. Choose another day, such as %s, or say why this day all the same"
                .formatted(String.join(", and ", unusual), Days.inWords(usualFrom(field, day, arrives))));
    }

    private LocalDate usualFrom(Field field, LocalDate day, LocalDate arrives) {
        var from = field.property(AFTER_LETTER) == null || day.isAfter(arrives) ? day : arrives.plusDays(1);
        return field.property(SCHOOL_DAY) == null ? from : calendar.schoolDayOnOrAfter(from);
    }

    private static boolean asks(Field field, String property, Scope scope) {
        return field.property(property) != null
                && !(Paths.get(scope.self(), reason(field, property)) instanceof String why && !why.isBlank());
    }

    /** Where the reason stands: in the field of that key beside the date. */
    static List<String> reason(Field field, String property) {
        var path = new ArrayList<>(field.path());
        path.set(path.size() - 1, field.property(property));
        return List.copyOf(path);
    }
}
