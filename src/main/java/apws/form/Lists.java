package apws.form;

import java.util.List;

/** Says several as people do: a, b and c. */
public final class Lists {

    private Lists() {
    }

    public static String inWords(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
