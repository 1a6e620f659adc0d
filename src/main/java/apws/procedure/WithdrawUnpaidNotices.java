package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The prosecution of a parent's unpaid notices about this pupil was refused, declined or given up, or comes too late: each notice that no
 * prosecution holds is withdrawn, and the parent gets the letter about it (settlement 14). Where there is none, nothing happens.
 * Parameters: {@code letter} code, {@code step}; {@code parentId}, or null for every parent of the pupil; {@code because}, in words.
 */
@Component
@ForDiagrams(needs = {"letter", "step", "parentId", "because"})
class WithdrawUnpaidNotices implements JavaDelegate {

    private final PenaltyNotices notices;
    private final NoticeLetters letters;
    private final Parents parents;
    private final Viewer viewer;

    WithdrawUnpaidNotices(PenaltyNotices notices, NoticeLetters letters, Parents parents, Viewer viewer) {
        this.notices = notices;
        this.letters = letters;
        this.parents = parents;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        concerned(given).forEach(parent -> notices.withdrawUnprosecuted(given.pupilId(), parent, given.text("because"), viewer.userId())
                .forEach(notice -> letters.issue(notice, given)));
    }

    private List<Long> concerned(Given given) {
        return given.textOr("parentId", null) == null
                ? parents.of(given.pupilId()).stream().map(ParentOfPupil::parent).map(parent -> parent.id()).toList()
                : List.of(given.number("parentId"));
    }
}
