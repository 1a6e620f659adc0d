package apws.procedure.notice;

import apws.officer.Officers;
import apws.procedure.PupilVariables;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.PenaltyNoticeProcess;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The variables with which every {@code penalty-notice} begins (S2-12). */
@Component
public class NoticeStarts {

    private static final String STAGE_OF_NOTICES = "Stage 2";
    private static final String CONTINUING_ABSENCE = "continuingAbsence";
    private static final String LEAVE = "termTimeLeave";

    private final PupilVariables pupilVariables;
    private final Officers officers;

    NoticeStarts(PupilVariables pupilVariables, Officers officers) {
        this.pupilVariables = pupilVariables;
        this.officers = officers;
    }

    /**
     * @param caseReference null for a pupil with no case
     * @param reference     the process's business key
     * @param by            who prepares the notice where no officer has the case
     */
    Map<String, Object> variables(String caseReference, String reference, long pupilId, String by) {
        var hasOfficer = caseReference != null && officers.ofCase(caseReference).isPresent();
        var variables = new HashMap<>(pupilVariables.of(pupilId));
        variables.put(CaseVariables.CASE_REFERENCE, caseReference);
        variables.put(BetweenSteps.NOTICE_REFERENCE, reference);
        variables.put(CaseVariables.STAGE, STAGE_OF_NOTICES);
        variables.put("noticeOfficer", hasOfficer ? null : by);
        variables.put("authorisationReason", null);
        variables.put(PenaltyNoticeProcess.PARENT, null);
        variables.put(BetweenSteps.CONSIDERED_PARENT, null);
        return variables;
    }

    /** Of a notice that must be considered for that parent, of a pupil with a case. */
    Map<String, Object> toBeConsidered(String caseReference, long pupilId, long parentId, String by) {
        var variables = variables(caseReference, caseReference, pupilId, by);
        variables.put(PenaltyNoticeProcess.FOR, CONTINUING_ABSENCE);
        variables.put(PenaltyNoticeProcess.PARENT, String.valueOf(parentId));
        variables.put(BetweenSteps.CONSIDERED_PARENT, String.valueOf(parentId));
        return variables;
    }

    /** Whether it is for leave in term time, which needs no stage and no Notice to Improve (settlement 14). */
    public static boolean isForLeave(Object noticeFor) {
        return LEAVE.equals(noticeFor);
    }
}
