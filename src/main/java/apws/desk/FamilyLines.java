package apws.desk;

import apws.calendar.Days;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.RecordReaders;
import apws.desk.CasePage.CaseLine;
import apws.desk.CasePage.ParentLine;
import apws.desk.CasePage.Relative;
import apws.letter.Recipients;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A pupil's parents, each by themselves, brothers and sisters, and the cases that there were before. No address is shown. */
@Component
class FamilyLines {

    private static final String USUAL_LANGUAGE = "English";

    private final Parents parents;
    private final Pupils pupils;
    private final Cases cases;
    private final RecordReaders readers;

    FamilyLines(Parents parents, Pupils pupils, Cases cases, RecordReaders readers) {
        this.parents = parents;
        this.pupils = pupils;
        this.cases = cases;
        this.readers = readers;
    }

    List<ParentLine> parents(Pupil pupil) {
        return parents.of(pupil.id()).stream().map(FamilyLines::line).toList();
    }

    private static ParentLine line(ParentOfPupil of) {
        return new ParentLine(of.parent().name(), of.relationship(), of.livesWithPupil(), flags(of.parent()));
    }

    private static List<String> flags(Parent parent) {
        var flags = new ArrayList<String>();
        if (parent.doNotContactReason() != null) {
            flags.add("do not contact: " + parent.doNotContactReason());
        }
        if (parent.addressConfidential()) {
            flags.add("address is confidential");
        }
        if (parent.doNotContactReason() == null) {
            Recipients.whyUnreachable(parent).ifPresent(flags::add);
        }
        if (!parent.language().isBlank() && !parent.language().equalsIgnoreCase(USUAL_LANGUAGE)) {
            flags.add("speaks " + parent.language());
        }
        return flags;
    }

    /** Those whom the reader may know of, each with the cases that the reader may open. */
    List<Relative> siblings(Pupil pupil, Map<String, String> schools) {
        var siblings = pupils.siblings(pupil.id());
        var theirs = cases.ofEach(siblings.stream().map(Pupil::id).toList());
        return siblings.stream().flatMap(sibling -> {
            var readable = lines(theirs.getOrDefault(sibling.id(), List.of()));
            return readable.isEmpty() && readers.ofPupil(sibling.id(), sibling.schoolCode()).isEmpty() ? Stream.of()
                    : Stream.of(new Relative(sibling.name(), sibling.year(), schools.getOrDefault(sibling.schoolCode(), ""), readable));
        }).toList();
    }

    /** The pupil's, but for this one. */
    List<CaseLine> otherCases(Case of) {
        return lines(cases.ofPupil(of.pupilId()).stream().filter(one -> !one.reference().equals(of.reference())).toList());
    }

    private List<CaseLine> lines(List<Case> all) {
        return all.stream().filter(one -> readers.of(one).isPresent()).map(one -> new CaseLine(one.reference(),
                one.closedOn() == null ? "open since " + Days.inWords(one.openedOn()) : "ended on " + Days.inWords(one.closedOn()))).toList();
    }
}
