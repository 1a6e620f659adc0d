package apws.casework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A support plan as agreed: an Inclusion Support Plan or an Early Help Plan.
 *
 * @param code       the form's, such as {@code ISP 1.1}
 * @param version    1 for the case's first plan
 * @param target     the attendance aimed at, in per cent
 * @param baselineTo last day of the attendance that the plan starts from
 * @param entryId    the entry that holds all that was agreed
 * @param parentId   whose own plan it is, after a conviction (settlement 12); null for the plan of the case
 */
public record Plan(@Id Long id, String caseReference, String code, int version, LocalDate startOn, LocalDate midPointOn, LocalDate reviewOn,
                   BigDecimal target, String targetInWords, LocalDate baselineFrom, LocalDate baselineTo, int baselinePossible,
                   int baselineAttended, int baselineUnauthorised, long entryId, Long parentId) {

    /** Attendance before the plan in per cent, floored to two decimals; null where no session was possible. */
    public BigDecimal baseline() {
        return baselinePossible == 0 ? null
                : BigDecimal.valueOf(100L * baselineAttended).divide(BigDecimal.valueOf(baselinePossible), 2, RoundingMode.FLOOR);
    }
}
