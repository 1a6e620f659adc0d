package apws.desk;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: small letters without accents, each word by itself; O'Neill is one word, Smith-Jones two. */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’`.]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {
    }

    static List<String> of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.UK);
        var words = BETWEEN_WORDS.split(WITHIN_A_WORD.matcher(plain).replaceAll("").strip());
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }
}
