package apws.desk;

import java.util.List;

/**
 * A pupil who was looked for.
 *
 * @param who     year and school
 * @param cases   those that may be read, the newest first; empty for a pupil who never had one
 * @param because how the pupil was found where it was not by their own name, such as {@code parent: Ms R Moss}; "" otherwise
 */
record Found(String name, String who, List<FoundCase> cases, String because) {

    Found because(String found) {
        return new Found(name, who, cases, found);
    }

    /** @param standing open since when, or ended when, in words */
    record FoundCase(String reference, boolean open, String standing) {
    }
}
