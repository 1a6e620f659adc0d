package apws.register;

import java.util.Arrays;

/** Finds a value by a piece of a character array, without making a string of it: a register has millions of fields and few values. */
final class SliceMap<T> {

    private char[][] keys = new char[64][];
    private Object[] values = new Object[64];
    private int size;

    /** Null for a key that was never put. */
    @SuppressWarnings("unchecked")
    T get(char[] text, int offset, int length) {
        return (T) values[place(text, offset, length)];
    }

    void put(String key, T value) {
        put(key.toCharArray(), value);
    }

    int size() {
        return size;
    }

    private void put(char[] key, T value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int place = place(key, 0, key.length);
        if (keys[place] == null) {
            keys[place] = key;
            size++;
        }
        values[place] = value;
    }

    private int place(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = keys.length - 1;
        int place = (hash ^ hash >>> 15) & mask;
        while (keys[place] != null && !Arrays.equals(keys[place], 0, keys[place].length, text, offset, offset + length)) {
            place = place + 1 & mask;
        }
        return place;
    }

    @SuppressWarnings("unchecked")
    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new char[2 * oldKeys.length][];
        values = new Object[2 * oldKeys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                put(oldKeys[i], (T) oldValues[i]);
            }
        }
    }
}
