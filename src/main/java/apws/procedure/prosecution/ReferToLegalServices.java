package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.calendar.SchoolCalendar;
import apws.legal.Proceedings;
import apws.legal.Submission;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.LetterPost;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Submits the prosecution to Legal Services: the referral as one PDF, and on record which version went and its hash (S4-05). */
@Component
@ForDiagrams(needs = {"letter", "step"})
class ReferToLegalServices implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ReferralDetails details;
    private final LetterPost post;
    private final Letters letters;
    private final SchoolCalendar calendar;
    private final Viewer viewer;

    ReferToLegalServices(Proceedings prosecutions, ReferralDetails details, LetterPost post, Letters letters, SchoolCalendar calendar,
                         Viewer viewer) {
        this.prosecutions = prosecutions;
        this.details = details;
        this.post = post;
        this.letters = letters;
        this.calendar = calendar;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var proceeding = prosecutions.get(given.number("proceedingId"));
        long referral = post.issue(given.text("letter"), given.text("step"), details.of(proceeding), given).get(0);
        // its hash is that of the PDF: no other is ever made of this letter
        letters.render(referral);
        prosecutions.submitted(proceeding.id(), new Submission(calendar.today(), proceeding.submissions().size() + 1,
                letters.get(referral).sha256()), viewer.userId());
    }
}
