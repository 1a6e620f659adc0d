package apws.procedure.notice;

import apws.letter.Authority;
import apws.letter.Recipients;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who gets no penalty notice and no Notice to Improve: a parent whom no letter reaches, and the authority itself, which has parental
 * responsibility for a child in its care and whom schools keep among a pupil's contacts (settlement 14).
 */
@Component
public class NoticeRecipients {

    private final Parents parents;
    private final Authority authority;
    private final NoticeSettings settings;

    NoticeRecipients(Parents parents, Authority authority, NoticeSettings settings) {
        this.parents = parents;
        this.authority = authority;
        this.settings = settings;
    }

    /** The pupil's parents now, the authority left out. */
    List<Parent> parentsOf(long pupilId) {
        return parents.of(pupilId).stream().filter(of -> !isTheAuthority(of)).map(ParentOfPupil::parent).toList();
    }

    /** In words; empty for one who can get a notice. */
    public Optional<String> whyNot(ParentOfPupil of) {
        return isTheAuthority(of) ? Optional.of("parental responsibility lies with the authority itself, which is given no notice")
                : Recipients.whyNot(of.parent());
    }

    Optional<String> whyNot(long pupilId, long parentId) {
        return parents.everOf(pupilId).stream().filter(of -> of.parent().id() == parentId).findFirst()
                .flatMap(this::whyNot);
    }

    /** By the relationship that the school wrote down, or by the council's own name. */
    boolean isTheAuthority(ParentOfPupil of) {
        return settings.authorityAs().stream().anyMatch(of.relationship().strip()::equalsIgnoreCase)
                || of.parent().name().toLowerCase(Locale.UK).contains(authority.name().toLowerCase(Locale.UK));
    }
}
