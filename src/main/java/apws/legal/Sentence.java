package apws.legal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;

/**
 * What the court announced (S5-01), money in pounds; null for what it did not order.
 *
 * @param discharge          absolute, or conditional with its length
 * @param communityOrder     s.444(1A) only
 * @param prison             s.444(1A) only
 * @param parentingProgramme with {@code responsibleOfficer} where there is a parenting order
 */
public record Sentence(LocalDate announcedOn, BigDecimal fine, String discharge, String communityOrder, String prison, BigDecimal costs,
                       BigDecimal surcharge, Integer parentingOrderMonths, String parentingProgramme, String responsibleOfficer) {

    public String inWords() {
        var parts = new ArrayList<String>();
        addPounds(parts, "fine %s", fine);
        add(parts, "%s discharge", discharge);
        add(parts, "community order: %s", communityOrder);
        add(parts, "prison: %s", prison);
        addPounds(parts, "costs %s", costs);
        addPounds(parts, "surcharge %s", surcharge);
        add(parts, "parenting order of %s months", parentingOrderMonths);
        return parts.isEmpty() ? "no separate penalty" : String.join(", ", parts);
    }

    private static void addPounds(ArrayList<String> parts, String words, BigDecimal amount) {
        add(parts, words, amount == null ? null : Pounds.inWords(amount));
    }

    private static void add(ArrayList<String> parts, String words, Object value) {
        if (value != null) {
            parts.add(words.formatted(value));
        }
    }
}
