package apws.desk;

import java.util.List;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How well a word of a name answers a word that somebody typed: as it is written, as it begins, with a slip of the keyboard, or as it sounds. */
final class Likeness {

    static final int NONE = 0;
    static final int SAME = 100;
    private static final int BEGINS = 80;
    private static final int SOUNDS_AND_LOOKS_ALIKE = 60;
    private static final int ONE_SLIP = 50;
    private static final int SOUNDS_ALIKE = 30;
    private static final int TWO_SLIPS = 20;

    /** Shorter words are like too many others. */
    private static final int LONG_ENOUGH_FOR_A_SLIP = 4;
    private static final int LONG_ENOUGH_FOR_TWO = 7;

    private static final LevenshteinDistance SLIPS = new LevenshteinDistance(2);

    private final String typed;
    private final List<String> sounds;

    /** @param typed one of {@link Words} */
    Likeness(String typed) {
        this.typed = typed;
        this.sounds = sounds(typed);
    }

    /** By what two words that sound alike have in common; the second way to say it where there is one. */
    static List<String> sounds(String word) {
        var metaphone = new DoubleMetaphone();
        return List.of(metaphone.doubleMetaphone(word), metaphone.doubleMetaphone(word, true));
    }

    /**
     * @param sounds the word's, see {@link #sounds}
     * @return from {@link #NONE} to {@link #SAME}
     */
    int of(String word, List<String> sounds) {
        if (word.startsWith(typed)) {
            return word.length() == typed.length() ? SAME : BEGINS;
        }
        if (typed.length() < LONG_ENOUGH_FOR_A_SLIP) {
            return NONE;
        }
        int slips = slips(word);
        if (!typed.isEmpty() && soundsLike(sounds)) {
            return slips == 1 ? SOUNDS_AND_LOOKS_ALIKE : SOUNDS_ALIKE;
        }
        if (slips == 1) {
            return ONE_SLIP;
        }
        return slips == 2 && typed.length() >= LONG_ENOUGH_FOR_TWO ? TWO_SLIPS : NONE;
    }

    private boolean soundsLike(List<String> others) {
        return sounds.stream().anyMatch(sound -> !sound.isEmpty() && others.contains(sound));
    }

    /** Letters put in, left out or changed; two that were exchanged count as one. -1 for more than two. */
    private int slips(String word) {
        int slips = SLIPS.apply(typed, word);
        return slips == 2 && isExchanged(word) ? 1 : slips;
    }

    private boolean isExchanged(String word) {
        if (word.length() != typed.length()) {
            return false;
        }
        int first = 0;
        while (word.charAt(first) == typed.charAt(first)) {
            first++;
        }
        return first + 1 < word.length() && word.charAt(first) == typed.charAt(first + 1) && word.charAt(first + 1) == typed.charAt(first)
                && word.substring(first + 2).equals(typed.substring(first + 2));
    }
}
