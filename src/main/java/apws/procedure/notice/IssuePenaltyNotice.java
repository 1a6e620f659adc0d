package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.EarlyGround;
import apws.legal.NoticeRequest;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.prosecution.Contemplated;
import apws.register.SessionKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Issues the authorised notice: numbered, its sessions under notice, its terms as the table says today (S2-12).
 * Parameters: {@code parentId}, {@code sessions} as {@code 2026-10-05 AM}, {@code elsewhere}: earlier notices of other authorities;
 * {@code noticeFor}; {@code early}: an {@link EarlyGround}, or null where no letter's period runs; {@code lookedAfterAsked}: the day on
 * which those were asked whom a looked-after child calls for, or null.
 */
@Component
@ForDiagrams(needs = {"parentId", "sessions", "elsewhere", "noticeFor", "early", "lookedAfterAsked"})
class IssuePenaltyNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final PenaltyNoticeTable table;
    private final NoticeRecipients recipients;
    private final Contemplated contemplated;
    private final SignedIn signedIn;

    IssuePenaltyNotice(PenaltyNotices notices, PenaltyNoticeTable table, NoticeRecipients recipients, Contemplated contemplated,
                       SignedIn signedIn) {
        this.notices = notices;
        this.table = table;
        this.recipients = recipients;
        this.contemplated = contemplated;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var pupilId = input.pupilId();
        var parentId = input.number(PenaltyNoticeProcess.PARENT);
        var elsewhere = (int) input.number("elsewhere");
        var answer = table.of(pupilId, parentId, new PenaltyNoticeTable.Told(elsewhere,
                NoticeStarts.isForLeave(input.textOr(PenaltyNoticeProcess.FOR, null)), input.textOr("lookedAfterAsked", null) != null));
        var early = input.textOr("early", null);
        if (!answer.mayBeIssued()) {
            throw new SentBack("authorisation", "no notice can be issued by now. " + answer.because());
        }
        recipients.whyNot(pupilId, parentId).ifPresent(why -> {
            throw new SentBack("authorisation", "there is no notice to this parent: %s.".formatted(why));
        });
        var sessions = input.texts("sessions").stream().map(SessionKey::parse).toList();
        contemplated.of(pupilId, parentId, sessions).entrySet().stream().findFirst().ifPresent(session -> {
            throw new SentBack("authorisation", "proceedings for the session on %s are contemplated: it is %s."
                    .formatted(session.getKey().inWords(), session.getValue()));
        });
        var issued = notices.issue(new NoticeRequest(input.caseIfAny().orElse(null), pupilId, parentId,
                sessions, answer.earlier(), elsewhere, answer.terms(),
                early == null || early.isEmpty() ? null : EarlyGround.valueOf(early)),
                signedIn.userId());
        step.setVariable(PenaltyNoticeProcess.NUMBER, issued.number());
    }
}
