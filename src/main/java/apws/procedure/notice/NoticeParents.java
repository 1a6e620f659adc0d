package apws.procedure.notice;

import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * To whom a penalty notice can go: each parent who may be written to, and whom a letter reaches, or the one for whom it must be
 * considered (S2-12).
 */
@Component("noticeParents")
class NoticeParents implements FormFacts {

    private final Parents parents;
    private final NoticeRecipients recipients;

    NoticeParents(Parents parents, NoticeRecipients recipients) {
        this.parents = parents;
        this.recipients = recipients;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var considered = (String) variables.get("consideredParent");
        return Map.of("noticeParents", parents.of(CaseFacts.pupilId(variables)).stream().filter(of -> recipients.whyNot(of).isEmpty())
                .filter(of -> considered == null || of.parent().id().toString().equals(considered))
                .map(of -> Map.of("value", of.parent().id().toString(), "label", named(of))).toList());
    }

    static String named(ParentOfPupil of) {
        return "%s (%s)".formatted(of.parent().name(), of.relationship());
    }
}
