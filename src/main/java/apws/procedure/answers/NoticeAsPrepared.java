package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** A penalty notice as it was prepared (S2-12); sessions as {@code 2026-09-14 AM}. */
@OnForm("prepare-penalty-notice")
public record NoticeAsPrepared(Long parentId, List<String> noticeSessions, Integer earlierElsewhere,
        LocalDate lookedAfterAskedOn) implements FormAnswers {
}
