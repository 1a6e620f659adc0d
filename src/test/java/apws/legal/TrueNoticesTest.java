package apws.legal;

import static org.assertj.core.api.Assertions.assertThat;

import apws.legal.TrueNotices.Issued;
import apws.legal.TrueNotices.StepInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules by which penalty notices are held to their limits notice what they are for. */
class TrueNoticesTest {

    private static final StepInput WARNING = new StepInput("APWS 2.2.0", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 1),
            "FURTHER_SESSION,SUPPORT_REFUSED");

    @Test
    void aNoticeWithinItsLimitsIsNotDenied() {
        assertThat(TrueNotices.denied(notice(1, "2026-12-02", null), List.of(LocalDate.of(2026, 9, 14)), List.of(WARNING), List.of())).isEmpty();
        assertThat(TrueNotices.denied(notice(1, "2026-12-01", "SUPPORT_REFUSED"), List.of(), List.of(WARNING), List.of())).isEmpty();
    }

    /** Received on 4 December it runs until the 31st, and the margin until 11 February. */
    @Test
    void aSessionThatWouldExpireSoonAfterTheNoticeIsDenied() {
        var notice = notice(1, "2026-12-02", null);

        assertThat(TrueNotices.denied(notice, List.of(LocalDate.of(2026, 8, 11)), List.of(), List.of())).isEmpty();
        assertThat(TrueNotices.denied(notice, List.of(LocalDate.of(2026, 8, 10)), List.of(), List.of()))
                .containsExactly("the session of 2026-08-10 can be charged until 2027-02-10, and must be until 2027-02-11");
    }

    @Test
    void aNoticeInsideALettersDaysWithoutAGroundThatItNamedIsDenied() {
        assertThat(TrueNotices.denied(notice(1, "2026-12-01", null), List.of(), List.of(WARNING), List.of()))
                .containsExactly("issued on 2026-12-01 inside the days of APWS 2.2.0, on no ground that it named");
        assertThat(TrueNotices.denied(notice(1, "2026-11-02", "TERM_TIME_LEAVE"), List.of(), List.of(WARNING), List.of())).hasSize(1);
    }

    @Test
    void aThirdNoticeInThreeYearsIsDenied() {
        var third = notice(3, "2026-12-02", null);

        assertThat(TrueNotices.denied(third, List.of(), List.of(), List.of(notice(1, "2024-09-20", null), notice(2, "2025-09-20", null), third)))
                .containsExactly("a third to this parent for this child within three years");
        assertThat(TrueNotices.denied(third, List.of(), List.of(), List.of(notice(1, "2023-12-02", null), notice(2, "2025-09-20", null), third)))
                .isEmpty();
    }

    /** Received two days later. */
    private static Issued notice(long id, String issuedOn, String ground) {
        var on = LocalDate.parse(issuedOn);
        return new Issued(id, "PN-2026-0000" + id, 1, 2, on, on.plusDays(2), 28, "SERVED", ground);
    }
}
