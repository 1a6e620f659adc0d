package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.legal.LedgerSession;
import apws.legal.Listings;
import apws.legal.SessionsToCharge;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.letter.LetterPost;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.pupil.Parents;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Writes to one parent, alone, for which sessions they may be charged, and keeps that these were listed to them: a charge holds what was
 * listed (settlement 9). Parameters: {@code letter} code, {@code step}, {@code details} with {@code periodFrom} and {@code periodTo}; the
 * parent is {@code parentId}, and where an unpaid notice is prosecuted {@code noticeNumber} says which.
 */
@Component
@ForDiagrams(needs = {"letter", "step", "details"})
class ListSessions implements JavaDelegate {

    private final SessionsToCharge sessions;
    private final Listings listings;
    private final Registers registers;
    private final Parents parents;
    private final LetterPost post;
    private final SignedIn signedIn;

    ListSessions(SessionsToCharge sessions, Listings listings, Registers registers, Parents parents, LetterPost post, SignedIn signedIn) {
        this.sessions = sessions;
        this.listings = listings;
        this.registers = registers;
        this.parents = parents;
        this.post = post;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        long parentId = input.number(ProsecutionOfParentProcess.PARENT);
        var details = new HashMap<>(input.map("details"));
        var listed = sessions.of(input.pupilId(), parentId, input.textOr(ProsecutionOfParentProcess.NOTICE, null), day(details, "periodFrom"),
                day(details, "periodTo"));
        if (listed.isEmpty()) {
            throw new SentBack("periodFrom", "there is no session from %s to %s for which %s can still be charged: choose another period".formatted(
                    details.get("periodFrom"), details.get("periodTo"), parents.get(parentId).name()));
        }
        details.put("recipients", List.of(parentId));
        details.put("sessions", rows(input.pupilId(), listed));
        post.issue(input.text("letter"), input.text("step"), details, input);
        listings.list(input.caseReference(), input.pupilId(), parentId, listed.stream().map(LedgerSession::key).toList(),
                input.text("letter"), signedIn.userId());
    }

    private static LocalDate day(Map<String, Object> details, String name) {
        return LocalDate.parse(details.get(name).toString());
    }

    private List<Map<String, Object>> rows(long pupilId, List<LedgerSession> listed) {
        var meanings = new HashMap<String, String>();
        registers.marks(pupilId, listed.get(0).date(), listed.get(listed.size() - 1).date())
                .forEach(mark -> meanings.put(mark.code(), mark.meaning()));
        return listed.stream().map(session -> Map.<String, Object>of("date", session.date().toString(), "half", session.half().name(),
                "code", session.code(), "meaning", meanings.getOrDefault(session.code(), ""))).toList();
    }
}
