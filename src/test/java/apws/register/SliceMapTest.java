package apws.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceMapTest {

    @Test
    void finds_what_a_map_of_strings_would() {
        var alphabet = "0123456789ABZ-/\\# \u0000é\uFFFD";
        var random = new Random(7);
        var expected = new HashMap<String, Integer>();
        var slices = new SliceMap<Integer>();
        for (int i = 0; i < 20_000; i++) {
            var key = text(random, alphabet);
            expected.put(key, i);
            slices.put(key, i);
        }
        for (int i = 0; i < 40_000; i++) {
            var key = text(random, alphabet);
            assertThat(get(slices, key)).as(key).isEqualTo(expected.get(key));
        }
        expected.forEach((key, value) -> assertThat(get(slices, key)).as(key).isEqualTo(value));
        assertThat(slices.size()).isEqualTo(expected.size());
    }

    @Test
    void tells_texts_apart_that_begin_with_nothing() {
        var slices = new SliceMap<String>();
        for (var key : new String[] {"", "\u0000", "\u0000\u0000", "123456789", "1234567890", "123456789\u0000", "12345678901234567", "123456789012345678"}) {
            assertThat(get(slices, key)).isNull();
            slices.put(key, key);
        }
        assertThat(get(slices, "")).isEmpty();
        assertThat(get(slices, "\u0000")).hasSize(1);
        assertThat(get(slices, "123456789\u0000")).hasSize(10);
        assertThat(get(slices, "12345678901234567")).hasSize(17);
        assertThat(get(slices, "123456789012345678")).hasSize(18);
    }

    private static String text(Random random, String alphabet) {
        var text = new StringBuilder();
        for (int length = random.nextInt(20) * random.nextInt(2) + random.nextInt(3); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static <T> T get(SliceMap<T> slices, String key) {
        var around = ("<" + key + ">").toCharArray();
        return slices.get(around, 1, key.length());
    }
}
