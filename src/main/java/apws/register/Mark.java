package apws.register;

import java.time.LocalDate;

/**
 * A register code on the dates between which it stood.
 *
 * @param number the byte that stands for it in the database: never given to another mark
 * @param from   its first day; null when it has always stood
 * @param to     its last day; null while it stands
 */
record Mark(byte number, String code, MarkKind kind, LocalDate from, LocalDate to, String meaning) {

    static final String ILLNESS = "I";
    static final String NO_REASON_YET = "N";
    static final String ELSEWHERE = "D";

    boolean stoodOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
