package apws.register;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds a value by a piece of a character array, without making a string of it: a register has millions of fields and few values.
 *
 * <p>A text of up to {@value #SHORT} ASCII characters, as everything in a sound register is, is packed into two numbers that are its length
 * and its characters, seven bits each. They are the key: no characters are compared, and one look at the memory finds it.
 */
final class SliceMap<T> {

    private static final int SHORT = 17;
    private static final int IN_LOW = 9;

    /** Two for each place: low and high. A high of 0 is a place that is free, as every packed text has its length there. */
    private long[] keys = new long[2 * 64];
    private Object[] values = new Object[64];
    private int used;
    private final Map<String, T> others = new HashMap<>();

    /** Null for a key that was never put. */
    @SuppressWarnings("unchecked")
    T get(char[] text, int offset, int length) {
        if (length > SHORT) {
            return others.get(new String(text, offset, length));
        }
        int end = offset + length;
        int middle = Math.min(end, offset + IN_LOW);
        int all = 0;
        long low = 0;
        for (int i = offset; i < middle; i++) {
            low = low << 7 | text[i];
            all |= text[i];
        }
        long high = length + 1L;
        for (int i = middle; i < end; i++) {
            high = high << 7 | text[i];
            all |= text[i];
        }
        return all < 128 ? (T) values[place(low, high)] : others.get(new String(text, offset, length));
    }

    void put(String key, T value) {
        if (key.length() > SHORT || key.chars().anyMatch(c -> c >= 128)) {
            others.put(key, value);
            return;
        }
        if (2 * used >= values.length) {
            grow();
        }
        long low = 0;
        long high = key.length() + 1L;
        for (int i = 0; i < key.length(); i++) {
            if (i < IN_LOW) {
                low = low << 7 | key.charAt(i);
            } else {
                high = high << 7 | key.charAt(i);
            }
        }
        put(low, high, value);
    }

    int size() {
        return used + others.size();
    }

    private void put(long low, long high, Object value) {
        int place = place(low, high);
        if (keys[2 * place + 1] == 0) {
            keys[2 * place] = low;
            keys[2 * place + 1] = high;
            used++;
        }
        values[place] = value;
    }

    private int place(long low, long high) {
        long hash = (low * 0x9E3779B97F4A7C15L ^ high) * 0xC2B2AE3D27D4EB4FL;
        int mask = values.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (keys[2 * place + 1] != 0 && (keys[2 * place] != low || keys[2 * place + 1] != high)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[2 * oldValues.length];
        used = 0;
        for (int place = 0; place < oldValues.length; place++) {
            if (oldKeys[2 * place + 1] != 0) {
                put(oldKeys[2 * place], oldKeys[2 * place + 1], oldValues[place]);
            }
        }
    }
}
