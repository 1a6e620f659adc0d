package apws.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A pupil's sessions in a period, counted in whole numbers: {@code attendance % = 100 × attended ÷ possible}.
 *
 * @param asAt         date of the last mark held in the period; null when there is none
 * @param possible     attended + authorised + unauthorised
 * @param unauthorised absences without leave, those with no reason yet among them
 */
public record Figures(LocalDate from, LocalDate to, LocalDate asAt, int possible, int attended, int authorised, int unauthorised,
                      int noReasonYet, int illness) {

    public int missed() {
        return authorised + unauthorised;
    }

    /** Per cent to two decimals, never rounded up, so that a whole-number threshold is met only when it is; null when no session was possible. */
    public BigDecimal attendance() {
        return percent(attended);
    }

    /** Per cent to two decimals, never rounded up; null when no session was possible. */
    public BigDecimal absence() {
        return percent(missed());
    }

    /** Whether that many per cent of the possible sessions, or more, were missed. */
    public boolean missedAtLeast(int percent) {
        return possible > 0 && 100L * missed() >= (long) percent * possible;
    }

    /** For people, rounded to one decimal: {@code 93.2 %}. */
    public String shown() {
        return possible == 0 ? "no sessions yet"
                : BigDecimal.valueOf(100L * attended).divide(BigDecimal.valueOf(possible), 1, RoundingMode.HALF_UP) + " %";
    }

    private BigDecimal percent(int sessions) {
        return possible == 0 ? null : BigDecimal.valueOf(10_000L * sessions / possible, 2);
    }
}
