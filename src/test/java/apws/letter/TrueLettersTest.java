package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import apws.letter.TrueLastDays.Awaited;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules by which letters are compared with their record notice what they are for. */
class TrueLettersTest {

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void noLetterStatesWhatItsRecordDenies(Sheet sheet) {
        assertThat(TrueLetters.denied(TrueLetters.of(sheet, sheet.content(), "Regular attendance achieved"), List.of())).isEmpty();
    }

    @Test
    void anImprovementWithoutFiguresIsDenied() {
        var content = Sheet.SUSPENDED_AS_BEFORE.content();

        assertThat(TrueLetters.denied(TrueLetters.of(Sheet.SUSPENDED_AS_BEFORE, content, null), content,
                "Good news: Ava’s attendance has improved", List.of())).containsExactly("calls attendance better, and the figures do not");
    }

    @Test
    void whatFollowsIfAttendanceHasImprovedIsNoClaimThatItHas() {
        var content = Sheet.SUSPENDED_AS_BEFORE.content();
        var letter = TrueLetters.of(Sheet.SUSPENDED_AS_BEFORE, content, null);

        assertThat(TrueLetters.denied(letter, content, "We look together. If attendance has improved, we say so.", List.of())).isEmpty();
        assertThat(TrueLetters.denied(letter, content, "If attendance has improved, we say so. Ava’s attendance has improved.", List.of()))
                .containsExactly("calls attendance better, and the figures do not");
    }

    @Test
    void aRegularClosingOfACaseClosedOtherwiseIsDenied() {
        assertThat(TrueLetters.denied(TrueLetters.of(Sheet.CLOSING, Sheet.CLOSING.content(), "Closed by the school after the watch"), List.of()))
                .containsExactly("says regular of a case closed because: Closed by the school after the watch");
    }

    @Test
    void aMeetingThatIsOverWhenItsInvitationIsSentIsDenied() {
        var late = Samples.letter("AL 1.2.0", Samples.MOTHER, Samples.LEE, Samples.USUAL,
                Samples.with(Samples.meeting(), Map.of("meetingOn", "2026-11-20")));

        assertThat(TrueLetters.denied(TrueLetters.of(Sheet.MEETING, late, null), List.of()))
                .containsExactly("meetingOn is 2026-11-20, and the letter of 2026-11-23");
    }

    @Test
    void aLastDayIsTheDayBeforeItsTimerFires() {
        assertThat(TrueLastDays.denied(noticeThatIsOver("2026-12-23"))).isEmpty();
        assertThat(TrueLastDays.denied(noticeThatIsOver("2026-12-24")))
                .contains("L-2026-000123 (PENALTY NOTICE): prints 2026-12-22 as a last day, and the timer period-over fires on 2026-12-24");
        assertThat(TrueLastDays.denied(noticeThatIsOver("2026-12-22"))).isPresent();
    }

    /** The last of a warning's days is the Tuesday before Christmas. */
    @Test
    void aWarningIsOverOnTheFirstSchoolDayAfterItsLastDay() {
        assertThat(TrueLastDays.denied(warningThatIsOver("2027-01-04"))).isEmpty();
        assertThat(TrueLastDays.denied(warningThatIsOver("2026-12-23"))).isPresent();
        assertThat(TrueLastDays.denied(warningThatIsOver("2027-01-05"))).isPresent();
    }

    @Test
    void onlyAReceiptThatIsShownToBeLaterMovesATimerAndOnlyLater() {
        var shown = new Awaited("L-2026-000123", "PENALTY NOTICE", LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 22),
                LocalDate.of(2026, 11, 27), "period-over", LocalDate.of(2026, 12, 25), false);
        assertThat(TrueLastDays.denied(shown)).isEmpty();
        assertThat(TrueLastDays.denied(new Awaited(shown.number(), shown.code(), shown.countedFrom(), shown.lastDay(), shown.receivedOn(),
                shown.timer(), shown.lastDay(), false))).isPresent();
    }

    private static Awaited noticeThatIsOver(String day) {
        return new Awaited("L-2026-000123", "PENALTY NOTICE", LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 22),
                LocalDate.of(2026, 11, 25), "period-over", LocalDate.parse(day), false);
    }

    private static Awaited warningThatIsOver(String day) {
        return new Awaited("L-2026-000123", "APWS 2.2.0", LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 22),
                LocalDate.of(2026, 11, 23), "warning-over", LocalDate.parse(day), true);
    }

    @Test
    void anotherParentAnAppealAndAHoleAreDenied() {
        var content = Sheet.OUTCOME_NOT_GUILTY.content();

        assertThat(TrueLetters.denied(TrueLetters.of(Sheet.OUTCOME_NOT_GUILTY, content, null), content,
                "Tom Brown knows whether you can appeal ().", List.of("Tom Brown"))).hasSize(3);
    }
}
