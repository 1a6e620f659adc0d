package apws.procedure.prosecution;

import apws.calendar.MovableClock;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Listings;
import apws.legal.Proceedings;
import apws.procedure.answers.EvidencePrepared;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * For which sessions proceedings against a parent are contemplated in the pupil's open case, so that no penalty notice holds them
 * (settlement 14): listed to the parent in an invitation to an interview or a letter of intended proceedings, or within the certificate of
 * a prosecution that is being prepared. Once a prosecution is approved, the ledger says what each can still be used for.
 */
@Component
public class Contemplated {

    private final Cases cases;
    private final Listings listings;
    private final Entries entries;
    private final Proceedings prosecutions;

    Contemplated(Cases cases, Listings listings, Entries entries, Proceedings prosecutions) {
        this.cases = cases;
        this.listings = listings;
        this.entries = entries;
        this.prosecutions = prosecutions;
    }

    /** Those among them, each with why, in words. */
    public Map<SessionKey, String> of(long pupilId, long parentId, Collection<SessionKey> among) {
        var because = new TreeMap<SessionKey, String>();
        cases.openCaseOf(pupilId).map(Case::reference).ifPresent(reference -> {
            prepared(reference, pupilId, parentId).ifPresent(entry -> among.stream().filter(session -> within(entry.as(EvidencePrepared.class), session.date()))
                    .forEach(session -> because.put(session, "in a prosecution that is being prepared")));
            listings.contemplated(reference, pupilId, parentId).forEach((session, letter) -> {
                if (among.contains(session)) {
                    because.put(session, "listed to this parent (%s)".formatted(letter));
                }
            });
        });
        return because;
    }

    private Optional<Entry> prepared(String reference, long pupilId, long parentId) {
        return entries.newest(reference, EvidencePrepared.class, said -> said.noticeNumber().isEmpty() && said.against(parentId).isPresent())
                .filter(entry -> entry.as(EvidencePrepared.class).against(parentId).orElseThrow().prosecute().equals("yes"))
                .filter(entry -> prosecutions.ofParent(pupilId, parentId).stream().noneMatch(since -> since.notice() == null
                        && !since.approvedOn().isBefore(LocalDate.ofInstant(entry.madeAt(), MovableClock.LONDON))));
    }

    private static boolean within(EvidencePrepared prepared, LocalDate day) {
        return !day.isBefore(prepared.certificateFrom()) && !day.isAfter(prepared.certificateTo());
    }
}
