package apws.demo;

/**
 * A child's two marks of one day.
 *
 * @param reasonKnownAfter school days after which the school learns why the child was away; until then the register says {@code N}
 */
record RegisterDay(String morning, String afternoon, int reasonKnownAfter) {

    static final String PRESENT_MORNING = "/";
    static final String PRESENT_AFTERNOON = "\\";
    static final String NO_REASON_YET = "N";

    static final RegisterDay PRESENT = new RegisterDay(PRESENT_MORNING, PRESENT_AFTERNOON, 0);

    static RegisterDay whole(String mark) {
        return new RegisterDay(mark, mark, 0);
    }

    RegisterDay knownAfter(int schoolDays) {
        return new RegisterDay(morning, afternoon, schoolDays);
    }

    /** With every reason known from the first day on. */
    RegisterDay explained() {
        return new RegisterDay(morning.equals(NO_REASON_YET) ? PRESENT_MORNING : morning,
                afternoon.equals(NO_REASON_YET) ? PRESENT_AFTERNOON : afternoon, 0);
    }

    /** As the register stood {@code schoolDays} after the day itself. */
    RegisterDay asSeenAfter(int schoolDays) {
        return schoolDays >= reasonKnownAfter ? this
                : new RegisterDay(morning.equals(PRESENT_MORNING) ? morning : NO_REASON_YET,
                        afternoon.equals(PRESENT_AFTERNOON) ? afternoon : NO_REASON_YET, 0);
    }
}
