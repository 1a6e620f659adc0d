package apws.procedure;

import apws.access.Viewer;
import apws.legal.EarlyGround;
import apws.legal.NoticeRequest;
import apws.legal.PenaltyNotices;
import apws.legal.SessionKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
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
    private final Viewer viewer;

    IssuePenaltyNotice(PenaltyNotices notices, PenaltyNoticeTable table, NoticeRecipients recipients, Contemplated contemplated,
                       Viewer viewer) {
        this.notices = notices;
        this.table = table;
        this.recipients = recipients;
        this.contemplated = contemplated;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var pupilId = given.pupilId();
        var parentId = given.number("parentId");
        var elsewhere = (int) given.number("elsewhere");
        var answer = table.of(pupilId, parentId, new PenaltyNoticeTable.Told(elsewhere,
                NoticeStarts.isForLeave(given.textOr("noticeFor", null)), given.textOr("lookedAfterAsked", null) != null));
        var early = given.textOr("early", null);
        if (!answer.mayBeIssued()) {
            throw new FormFieldValidationException("authorisation", "authorisation: no notice can be issued by now. " + answer.because());
        }
        recipients.whyNot(pupilId, parentId).ifPresent(why -> {
            throw new FormFieldValidationException("authorisation", "authorisation: there is no notice to this parent: %s.".formatted(why));
        });
        var sessions = given.texts("sessions").stream().map(SessionKey::parse).toList();
        contemplated.of(pupilId, parentId, sessions).entrySet().stream().findFirst().ifPresent(session -> {
            throw new FormFieldValidationException("authorisation", "authorisation: proceedings for the session on %s are contemplated: it is %s."
                    .formatted(session.getKey().inWords(), session.getValue()));
        });
        var issued = notices.issue(new NoticeRequest(given.caseIfAny().orElse(null), pupilId, parentId,
                sessions, answer.earlier(), elsewhere, answer.terms(),
                early == null || early.isEmpty() ? null : EarlyGround.valueOf(early)),
                viewer.userId());
        step.setVariable(NoticeStarts.NUMBER, issued.number());
    }
}
