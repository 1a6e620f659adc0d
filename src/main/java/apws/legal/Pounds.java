package apws.legal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Money as people write it: £240, £85.50. */
public final class Pounds {

    private Pounds() {
    }

    /** "" for no amount. */
    public static String inWords(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        var exact = amount.setScale(2, RoundingMode.HALF_UP);
        return "£" + (exact.stripTrailingZeros().scale() <= 0 ? exact.toBigInteger() : exact);
    }
}
