package apws.procedure.people;

import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.legal.OnePerson;
import apws.letter.Letters;
import apws.pupil.SamePeople;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Whatever is held of one of two people who turn out to be one: their cases' entries and processes, their letters, what the law has of them. */
@Component
class OnePersonsRecords {

    private final SamePeople people;
    private final OnePerson legal;
    private final Letters letters;
    private final Entries entries;
    private final Cases cases;
    private final PeopleUnderWay underWay;

    OnePersonsRecords(SamePeople people, OnePerson legal, Letters letters, Entries entries, Cases cases, PeopleUnderWay underWay) {
        this.people = people;
        this.legal = legal;
        this.letters = letters;
        this.entries = entries;
        this.cases = cases;
        this.underWay = underWay;
    }

    /**
     * @return the cases of every pupil of either
     * @throws apws.legal.LegalRefusal where notices or prosecutions of both cannot be one person's
     */
    List<Case> merge(long one, long other) {
        var pupils = new TreeSet<>(people.pupilsOf(one));
        pupils.addAll(people.pupilsOf(other));
        var theirCases = pupils.stream().flatMap(pupil -> cases.ofPupil(pupil).stream()).toList();
        legal.merge(one, other);
        letters.areOnePerson(one, other);
        entries.areOnePerson(theirCases.stream().map(Case::reference).toList(), one, other);
        underWay.areOnePerson(pupils, one, other);
        return theirCases;
    }
}
