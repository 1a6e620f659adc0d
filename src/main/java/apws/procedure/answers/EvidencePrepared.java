package apws.procedure.answers;

import apws.form.OnForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The evidence as it was put together against the parents who are to be prosecuted (S4-03). */
@OnForm("prepare-prosecution")
public record EvidencePrepared(String noticeNumber, List<OfParent> prosecutions, String summary, String witnessName, String witnessPost,
        Integer statementPages, LocalDate statementSignedOn, String otherStatements, List<Exhibit> exhibits, LocalDate certificateFrom,
        LocalDate certificateTo, String certificateSignedBy, LocalDate certificateSignedOn, String unusedMaterial, String avoidDates,
        BigDecimal costsSoFar) implements FormAnswers, Certified {

    /** What it says of that parent alone. */
    public Optional<OfParent> against(long parentId) {
        return prosecutions.stream().filter(row -> row.parentId() == parentId).findFirst();
    }

    /** {@code prosecute} is {@code yes} or {@code no}. */
    public record OfParent(Long parentId, String prosecute, String interview, LocalDate born) {
    }

    public record Exhibit(String mark, String what) {
    }
}
