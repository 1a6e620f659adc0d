package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is begun by hand in the demo's last days. */
class ByHandTest {

    @Test
    void everyBeginningIsOfAPersonAndAStoryThatThereAre() {
        var stories = Arrays.stream(Stories.written()).map(Story::key).toList();

        assertThat(ByHand.written()).isNotEmpty().allSatisfy(one -> {
            assertThat(Resource.json("forms/" + one.form() + ".form").path("id").asText()).isEqualTo(one.form());
            if (one.by().equals("lead")) {
                assertThat(stories).contains(one.story());
            } else {
                assertThat(DemoUser.find(one.by())).as(one.by()).isPresent();
            }
        });
    }

    @Test
    void itBeginsSoManySchoolDaysAgo() {
        var calendar = Calendars.USUAL;
        var one = new ByHand("record-contact", null, "office.okoro", 2, null, null);
        var monday = LocalDate.of(2026, 11, 23);

        assertThat(one.isOn(LocalDate.of(2026, 11, 19), monday, calendar)).isTrue();
        assertThat(one.isOn(LocalDate.of(2026, 11, 20), monday, calendar)).isFalse();
        assertThat(one.isOn(LocalDate.of(2026, 11, 21), monday, calendar)).isFalse();
    }
}
