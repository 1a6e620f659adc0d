package apws.demo;

/** The demo's time cannot be moved as asked. */
class MoveRefused extends RuntimeException {

    private final boolean busy;

    /** @param busy whether the same request may well succeed a little later */
    MoveRefused(String why, boolean busy) {
        super(why);
        this.busy = busy;
    }

    boolean busy() {
        return busy;
    }
}
