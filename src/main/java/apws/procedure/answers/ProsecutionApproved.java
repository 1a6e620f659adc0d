package apws.procedure.answers;

import apws.form.OnForm;
import apws.legal.Offence;
import java.time.LocalDate;
import java.util.List;

/** What was approved against a parent, or asked for before that (S4-04); sessions as {@code 2026-09-14 AM}. */
@OnForm("approve-prosecution")
public record ProsecutionApproved(String evidenceWanted, LocalDate evidenceBy, Offence offence,
        LocalDate periodFrom, LocalDate periodTo, List<String> sessions, List<String> sessionsLeftOut, String leftOutWhy,
        String othersWhy, String evidenceEnough, String evidenceWhy, String publicInterest, String publicInterestWhy, String bestTool,
        String defenceLeave, String defenceSickness, String defenceReligion, String defenceTransport, String defenceTraveller,
        String defenceJustification, String defencesWords, String childrensServices, String orderReason, String otherViews,
        List<SupportCheck> supportChecks, String authority) implements FormAnswers {

    public record SupportCheck(String need, String done) {
    }
}
