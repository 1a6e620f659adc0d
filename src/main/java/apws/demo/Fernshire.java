package apws.demo;

/** What makes the demo authority the same for everyone. */
final class Fernshire {

    static final long SEED = 20_240_819;

    private Fernshire() {
    }
}
