package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** What a parent says of marks; the sessions as {@code 2026-09-14 AM}. */
@OnForm("write-dispute-down")
public record MarkDispute(List<String> disputedSessions, String disputedBy, LocalDate saidOn, LocalDate sentToSchoolOn,
        String whatIsSaid, String evidence) implements FormAnswers {
}
