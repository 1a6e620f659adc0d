package apws.imports;

/** What an import changed, in marks or rows. */
public record Counts(long added, long corrected, long unchanged) {

    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts more) {
        return new Counts(added + more.added, corrected + more.corrected, unchanged + more.unchanged);
    }
}
