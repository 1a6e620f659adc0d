package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;

import apws.demo.Stories.Told;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoriesTest {

    private static final Population POPULATION = new Population(Fernshire.SEED);

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-20", "2026-04-07", "2026-07-15", "2026-08-20", "2026-09-03", "2026-11-24", "2027-12-28"})
    void onAnyDayEachStoryHappensToAChildOfItsOwnFamilyWhoStaysAtTheSchool(LocalDate today) {
        var firstDay = Calendars.USUAL.schoolDayOnOrAfter(Calendars.USUAL.schoolWeeksBack(today, 36));
        var told = told(firstDay, today);
        assertThat(told).isNotEmpty().allSatisfy(one -> {
            assertThat(one.child().school()).isEqualTo(DemoSchool.HIGH);
            assertThat(one.child().family().carers()).hasSize(one.story().parents())
                    .allMatch(of -> of.carer().doNotContactReason().isEmpty() && !of.carer().addressConfidential());
            assertThat(one.from()).isBetween(firstDay, today);
            assertThat(POPULATION.on(today))
                    .anyMatch(child -> child.upn().equals(one.child().upn()) && child.school().equals(DemoSchool.HIGH));
        });
        assertThat(told).extracting(one -> one.child().family().reference()).doesNotHaveDuplicates();
    }

    @Test
    void aStoryBeginsSoManyDaysAndSchoolDaysAgo() {
        var story = new Story("a", 1, new Story.Begins(5, 28), null, null, null, null);
        // five school days back over the half term, then four weeks, then on to a Monday
        assertThat(story.beginsOn(LocalDate.of(2026, 11, 3), Calendars.USUAL)).isEqualTo(LocalDate.of(2026, 9, 22));
    }

    @Test
    void whereAStoryWouldBeginWithTheSchoolYearTheSchoolWroteBeforeTheSummer() {
        var story = new Story("b", 1, new Story.Begins(0, 9), null, null, null, null);
        assertThat(story.beginsOn(LocalDate.of(2026, 9, 21), Calendars.USUAL))
                .isEqualTo(Calendars.USUAL.schoolDayBefore(LocalDate.of(2026, 9, 1)).minusDays(7));
    }

    @Test
    void whereTheSchoolWroteBeforeTheSummerTheReferralWaitsUntilItWouldHaveCome() {
        var story = new Story("c", 1, new Story.Begins(0, 9), null, null, null, null);
        var today = LocalDate.of(2026, 9, 21);
        assertThat(story.refersFrom(today, Calendars.USUAL)).isEqualTo("2026-10-06").isAfter(story.beginsOn(today, Calendars.USUAL).plusDays(24));
    }

    @Test
    void aStoryOfLeaveBeginsOnTheFirstDayAwayAndEndsSoManySchoolDaysLater() {
        var firstDay = LocalDate.of(2026, 2, 24);
        var leave = told(firstDay, LocalDate.of(2026, 11, 26)).stream().filter(one -> one.story().leave() != null).findFirst().orElseThrow();
        assertThat(leave.from()).isEqualTo("2026-09-28");
        assertThat(leave.backFrom(Calendars.USUAL)).isEqualTo("2026-10-05");
        assertThat(told(firstDay, LocalDate.of(2026, 11, 26))).filteredOn(one -> one.story().leave() == null)
                .allSatisfy(one -> assertThat(one.child().traits().absence()).isGreaterThan(leave.child().traits().absence()));
    }

    @Test
    void theSchoolWritesToNobodyAboutLeave() {
        var stories = Stories.of(DemoSchool.HIGH, POPULATION, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 11, 26), Calendars.USUAL);
        assertThat(stories.begunBy(LocalDate.of(2026, 11, 26))).hasSize((int) stories.all().stream().filter(one -> one.story().leave() == null).count());
    }

    @Test
    void anAnswerIsGivenOnceInItsTurnAndToTheParentWhoseItIs() {
        var story = Resource.read("demo/stories.yaml", Story[].class);
        var interviewed = List.of(story).stream().filter(one -> one.answers().containsKey("record-interview@B")).findFirst().orElseThrow();
        assertThat(interviewed.tellsParentsApart("record-interview")).isTrue();
        assertThat(interviewed.tellsParentsApart("hold-panel")).isFalse();
        assertThat(interviewed.answer("record-interview", "B", 0)).isNotEmpty();
        assertThat(interviewed.answer("record-interview", "B", 1)).isEmpty();
        assertThat(interviewed.answer("record-interview", "A", 0)).isEmpty();
        assertThat(interviewed.answer("hold-panel", "", 0)).containsEntry("decision", "putOff");
    }

    private static List<Told> told(LocalDate firstDay, LocalDate today) {
        return Stories.of(DemoSchool.HIGH, POPULATION, firstDay, today, Calendars.USUAL).all();
    }
}
