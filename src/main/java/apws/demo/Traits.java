package apws.demo;

/**
 * How a child tends to be absent, as factors of what is usual in their kind of school: 1 is the average of their year.
 *
 * @param illness     how often ill
 * @param absence     how often away without leave
 * @param lateness    how often late
 * @param suspension  how often suspended
 * @param course      how the school year goes on for them
 */
record Traits(double illness, double absence, double lateness, double suspension, Course course) {

    /** How a child's attendance goes on through a school year. Each has the same average over the year. */
    enum Course {
        STEADY, WORSENING, IMPROVING, UP_AND_DOWN;

        private static final int SPELL = 22; // school days that are alike for a child whose attendance goes up and down

        /** The factor of absence on the {@code day}-th of {@code days} school days. */
        double factor(Chance child, int day, int days) {
            double gone = (day + 0.5) / days;
            return switch (this) {
                case STEADY -> 1;
                case WORSENING -> 0.3 + 1.4 * gone;
                case IMPROVING -> 1.7 - 1.4 * gone;
                case UP_AND_DOWN -> child.of("spell").of((day + child.of("spell offset").below(SPELL)) / SPELL).within(0.5) ? 0.15 : 1.85;
            };
        }

        static Course of(Chance chance) {
            double drawn = chance.fraction();
            return drawn < 0.45 ? STEADY : drawn < 0.6 ? WORSENING : drawn < 0.75 ? IMPROVING : UP_AND_DOWN;
        }
    }
}
