package apws.form;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as forms send them and as the engine keeps them. */
public final class Numbers {

    private static final int MOST_DIGITS = 15;

    private Numbers() {
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return tidy(decimal);
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            return tidy(BigDecimal.valueOf(number.doubleValue()));
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** @throws NumberFormatException when it is none, or one that no field means */
    static BigDecimal decimal(String text) {
        var decimal = new BigDecimal(text.strip());
        if (decimal.precision() > 2 * MOST_DIGITS || Math.abs((long) decimal.precision() - decimal.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return tidy(decimal);
    }

    /** How the diagrams' expressions know it: an Integer where it is whole and fits, else a Long or a Double. */
    public static Number forEngine(BigDecimal decimal) {
        if (decimal.scale() > 0 || decimal.precision() - decimal.scale() > MOST_DIGITS) {
            return decimal.doubleValue();
        }
        var whole = decimal.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private static BigDecimal tidy(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() >= -MOST_DIGITS ? stripped.setScale(0) : stripped;
    }
}
