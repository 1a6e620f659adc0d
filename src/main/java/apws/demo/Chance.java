package apws.demo;

import java.util.List;

/**
 * Chance that always falls the same way: a number drawn for a seed and a path of names and numbers is a pure function of them, so that
 * whatever is made up of the demo authority can be made again, in any order, and comes out equal.
 */
record Chance(long state) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    Chance of(String what) {
        return of(what.hashCode());
    }

    Chance of(long number) {
        return new Chance(mixed(state + GOLDEN * (number ^ 0x5DEECE66DL)));
    }

    /** At least 0, less than 1. */
    double fraction() {
        return (mixed(state + GOLDEN) >>> 11) * 0x1.0p-53;
    }

    boolean within(double probability) {
        return fraction() < probability;
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    /** Steele, Lea and Flood's SplitMix64 finaliser: every bit of the state moves every bit of the result. */
    private static long mixed(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
