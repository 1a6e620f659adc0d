package apws.procedure.notice;

import apws.access.SignedIn;
import apws.access.Users;
import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.answers.NoticeAsPrepared;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The notice as it was prepared, for whoever authorises it, and whether that is the same person (S2-12). */
@Component("noticePrepared")
class NoticePrepared implements FormFacts {

    private final Entries entries;
    private final FilledForm forms;
    private final Parents parents;
    private final PenaltyNoticeTable table;
    private final Users users;
    private final SignedIn signedIn;

    NoticePrepared(Entries entries, FilledForm forms, Parents parents, PenaltyNoticeTable table, Users users, SignedIn signedIn) {
        this.entries = entries;
        this.forms = forms;
        this.parents = parents;
        this.table = table;
        this.users = users;
        this.signedIn = signedIn;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupilId = CaseFacts.pupilId(variables);
        var prepared = prepared(variables);
        var notice = prepared.as(NoticeAsPrepared.class);
        var answer = table.of(pupilId, notice.parentId(), new PenaltyNoticeTable.Told(
                notice.earlierElsewhere() == null ? 0 : notice.earlierElsewhere(), NoticeStarts.isForLeave(variables.get(PenaltyNoticeProcess.FOR)),
                notice.lookedAfterAskedOn() != null));
        var facts = new HashMap<String, Object>();
        facts.put("preparedLine", "To %s, for %d sessions; prepared by %s on %s.".formatted(parents.get(notice.parentId()).name(),
                notice.noticeSessions().size(), users.nameOf(prepared.madeBy()),
                Days.inWords(LocalDate.ofInstant(prepared.madeAt(), MovableClock.LONDON))));
        facts.put("preparedTerms", "%d sessions in ten school weeks; %d earlier notices in three years. %s To pay: %s.".formatted(
                answer.sessions(), answer.earlier(), answer.because(),
                answer.mayBeIssued() ? NoticeEligibility.inWords(answer.terms()) : "nothing"));
        facts.put("noticeMayBeIssued", answer.mayBeIssued());
        facts.put("preparedByYou", prepared.madeBy().equals(signedIn.userId()));
        facts.put("preparedRows", rows(prepared));
        return facts;
    }

    /** Of this notice, whatever else a diagram names: who may read that may not read another's. */
    private Entry prepared(Map<String, Object> variables) {
        var prepared = entries.get(CaseFacts.number(variables, PenaltyNoticeProcess.PREPARED_ENTRY));
        if (!prepared.caseReference().equals(variables.get(BetweenSteps.NOTICE_REFERENCE))) {
            throw new IllegalStateException("Entry %d is not of the notice that is shown".formatted(prepared.id()));
        }
        return prepared;
    }

    private List<Map<String, String>> rows(Entry prepared) {
        return forms.answers(prepared.filledIn(), prepared.data(), (key, number) -> key.equals("parentId") ? parents.get(Long.parseLong(number)).name() : null)
                .stream().map(answered -> Map.of("part", answered.part(), "question", answered.question(), "answer", answered.answer())).toList();
    }
}
