package apws.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

    private static final String MARSH_LANE = "9991001";
    private static final String HILL_TOP = "9991002";
    private static final long ADA = 1;
    private static final long BEN = 2;
    private static final long SIOBHAN = 3;
    private static final long ZOE = 4;
    private static final long CATHERINE = 5;

    private final NameIndex names = new NameIndex();

    NameIndexTest() {
        names.add(ADA, MARSH_LANE, "Ada Johnson");
        names.add(BEN, HILL_TOP, "Ben Smith-Garnett");
        names.add(SIOBHAN, MARSH_LANE, "Siobhán O'Neill");
        names.add(ZOE, MARSH_LANE, "Zoë Öztürk");
        names.add(CATHERINE, HILL_TOP, "Catherine Wright");
        names.addParent(BEN, "Rosa Johnson");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "ada johnson,       1",
        "johnson ada,       1",
        "ADA,               1",
        "ada joh,           1",
        "Ada Jonson,        1",
        "Ada Jhonson,       1",
        "Ada Johnsen,       1",
        "smith,             2",
        "smyth,             2",
        "ben smiht,         2",
        "garnet,            2",
        "siobhan oneill,    3",
        "Siobhan O’Neil,    3",
        "ozturk,            4",
        "zoe,               4",
        "katherine wright,  5",
        "catherine rite,    5",
    })
    void aNameIsFoundAsPeopleWriteIt(String typed, long pupil) {
        assertThat(found(typed)).first().isEqualTo(pupil);
    }

    @ParameterizedTest(name = "{0} finds nobody")
    @CsvSource({"ada wright", "xyz", "bob", "ada johnson smith", "ea"})
    void whatIsLikeNoNameFindsNobody(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void aPupilsOwnNameComesBeforeAParents() {
        assertThat(names.like(Words.of("johnson"), school -> true)).extracting(NameIndex.Match::pupilId, NameIndex.Match::byParent)
                .containsExactly(tuple(ADA, false), tuple(BEN, true));
    }

    @Test
    void pupilsOfAnotherSchoolAreNotLookedFor() {
        assertThat(names.like(Words.of("johnson"), HILL_TOP::equals)).extracting(NameIndex.Match::pupilId).containsExactly(BEN);
    }

    private List<Long> found(String typed) {
        return names.like(Words.of(typed), school -> true).stream().map(NameIndex.Match::pupilId).toList();
    }
}
