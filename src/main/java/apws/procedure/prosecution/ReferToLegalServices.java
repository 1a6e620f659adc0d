package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.legal.Proceedings;
import apws.legal.Submission;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.letter.LetterPost;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.procedure.names.StageVariables;
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
    private final SignedIn signedIn;

    ReferToLegalServices(Proceedings prosecutions, ReferralDetails details, LetterPost post, Letters letters, SchoolCalendar calendar,
                         SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.details = details;
        this.post = post;
        this.letters = letters;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var proceeding = prosecutions.get(input.number(ProsecutionOfParentProcess.PROCEEDING));
        var facts = details.of(proceeding, input.number(StageVariables.PREPARED_ENTRY),
                input.number(ProsecutionOfParentProcess.APPROVAL_ENTRY));
        long referral = post.issue(input.text("letter"), input.text("step"), facts, input).get(0);
        // its hash is that of the PDF: no other is ever made of this letter
        letters.render(referral);
        prosecutions.submitted(proceeding.id(), new Submission(calendar.today(), proceeding.submissions().size() + 1,
                letters.get(referral).sha256()), signedIn.userId());
    }
}
