package apws.procedure;

import apws.access.Viewer;
import apws.legal.EarlyGround;
import apws.legal.NoticeRequest;
import apws.legal.PenaltyNotices;
import apws.legal.SessionKey;
import apws.letter.Recipients;
import apws.pupil.Parents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/**
 * Issues the authorised notice: numbered, its sessions under notice, its terms as the table says today (S2-12).
 * Parameters: {@code parentId}, {@code sessions} as {@code 2026-10-05 AM}, {@code elsewhere}: earlier notices of other authorities;
 * {@code noticeFor}; {@code early}: an {@link EarlyGround}, or null where no letter's period runs.
 */
@Component
@ForDiagrams(needs = {"parentId", "sessions", "elsewhere", "noticeFor", "early"})
class IssuePenaltyNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final PenaltyNoticeTable table;
    private final Parents parents;
    private final Viewer viewer;

    IssuePenaltyNotice(PenaltyNotices notices, PenaltyNoticeTable table, Parents parents, Viewer viewer) {
        this.notices = notices;
        this.table = table;
        this.parents = parents;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var pupilId = given.pupilId();
        var parentId = given.number("parentId");
        var elsewhere = (int) given.number("elsewhere");
        var answer = table.of(pupilId, parentId, elsewhere, NoticeStarts.isForLeave(given.textOr("noticeFor", null)));
        var early = given.textOr("early", null);
        if (!answer.mayBeIssued()) {
            throw new FormFieldValidationException("authorisation", "authorisation: no notice can be issued by now. " + answer.because());
        }
        Recipients.whyNot(parents.get(parentId)).ifPresent(why -> {
            throw new FormFieldValidationException("authorisation", "authorisation: the notice cannot reach this parent: %s.".formatted(why));
        });
        var issued = notices.issue(new NoticeRequest(given.caseIfAny().orElse(null), pupilId, parentId,
                given.texts("sessions").stream().map(SessionKey::parse).toList(), answer.earlier(), elsewhere, answer.terms(),
                early == null || early.isEmpty() ? null : EarlyGround.valueOf(early)),
                viewer.userId());
        step.setVariable(NoticeStarts.NUMBER, issued.number());
    }
}
