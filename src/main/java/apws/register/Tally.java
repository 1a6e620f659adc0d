package apws.register;

import java.time.LocalDate;

/** Counts marks into figures. */
class Tally {

    private final MarkCodes codes;
    private final LocalDate from;
    private final LocalDate to;
    private LocalDate asAt;
    private int attended;
    private int authorised;
    private int unauthorised;
    private int noReasonYet;
    private int illness;

    Tally(MarkCodes codes, LocalDate from, LocalDate to) {
        this.codes = codes;
        this.from = from;
        this.to = to;
    }

    /** Counts those of the year's marks that lie in the period; several years are counted in their order. */
    Tally count(MarkedYear year) {
        int last = -1;
        for (int i = year.begin(from), end = year.end(to); i < end; i++) {
            if (year.marks()[i] != 0) {
                count(codes.numbered(year.marks()[i]));
                last = i;
            }
        }
        if (last >= 0) {
            asAt = MarkedYear.day(year.first(), last);
        }
        return this;
    }

    Figures figures() {
        return new Figures(from, to, asAt, attended + authorised + unauthorised, attended, authorised, unauthorised, noReasonYet, illness);
    }

    private void count(Mark mark) {
        if (mark.kind().attended) {
            attended++;
        } else if (mark.kind() == MarkKind.AUTHORISED) {
            authorised++;
            if (mark.code().equals(Mark.ILLNESS)) {
                illness++;
            }
        } else if (mark.kind() == MarkKind.UNAUTHORISED) {
            unauthorised++;
            if (mark.code().equals(Mark.NO_REASON_YET)) {
                noReasonYet++;
            }
        }
    }
}
