package apws.procedure.people;

import apws.calendar.Days;
import apws.legal.PenaltyNotices;
import apws.legal.Proceedings;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.SamePeople;
import apws.pupil.Schools;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two who may be one person, side by side. */
@Component("samePerson")
class SamePersonFacts implements FormFacts {

    private final Parents parents;
    private final Pupils pupils;
    private final Schools schools;
    private final SamePeople people;
    private final PenaltyNotices notices;
    private final Proceedings proceedings;

    SamePersonFacts(Parents parents, Pupils pupils, Schools schools, SamePeople people, PenaltyNotices notices, Proceedings proceedings) {
        this.parents = parents;
        this.pupils = pupils;
        this.schools = schools;
        this.people = people;
        this.notices = notices;
        this.proceedings = proceedings;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var facts = new HashMap<String, Object>();
        facts.putAll(of("one", CaseFacts.number(variables, BetweenSteps.ONE_PERSON)));
        facts.putAll(of("other", CaseFacts.number(variables, BetweenSteps.OTHER_PERSON)));
        return facts;
    }

    private Map<String, Object> of(String side, long parentId) {
        var parent = parents.get(parentId);
        var theirs = people.pupilsOf(parent.id());
        var noticesSoFar = theirs.stream().mapToInt(pupil -> notices.of(pupil, parent.id()).size()).sum();
        var prosecutions = theirs.stream().mapToInt(pupil -> proceedings.ofParent(pupil, parent.id()).size()).sum();
        return Map.of(
                side + "Name", Stream.of(parent.title(), parent.firstName(), parent.lastName()).filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" ")),
                side + "Of", theirs.stream().map(pupil -> child(pupil, parent.id())).collect(Collectors.joining("; ")),
                side + "Address", parent.address().isBlank() ? "No address" : parent.address().replace("\n", ", ") + ", " + parent.postcode()
                        + (parent.addressConfidential() ? " (confidential)" : ""),
                side + "Reach", Stream.of(parent.telephone(), parent.email()).filter(way -> way != null && !way.isBlank())
                        .collect(Collectors.joining(", ")),
                side + "SentAs", "Known to " + String.join(", ", people.sentAs(parent.id())),
                side + "Record", "%d penalty notices, %d prosecutions%s".formatted(noticesSoFar, prosecutions,
                        parent.doNotContactReason() == null ? "" : "; not to be contacted"));
    }

    private String child(long pupilId, long parentId) {
        var pupil = pupils.get(pupilId);
        var relationship = parents.everOf(pupilId).stream().filter(of -> of.parent().id() == parentId).findFirst().orElseThrow().relationship();
        return "%s of %s, born %s, %s".formatted(relationship, pupil.name(), Days.inWords(pupil.born()),
                schools.get(pupil.schoolCode()).name());
    }
}
