package apws.imports;

import java.util.Set;

/**
 * Who sends a file, and for which schools: a row about another school is rejected.
 *
 * @param name     a user's id, or what stands for one
 * @param schools  the codes of the schools; null for an authority's officer, who sends for every school
 * @param importId under which the sender was told to ask what became of the file; null for a file that is read as it comes
 */
public record Sender(String name, Set<String> schools, Long importId) {

    public Sender(String name, Set<String> schools) {
        this(name, schools, null);
    }

    public static Sender ofEverySchool(String name) {
        return new Sender(name, null);
    }

    public static Sender ofSchool(String name, String schoolCode) {
        return new Sender(name, Set.of(schoolCode));
    }

    public boolean sendsFor(String schoolCode) {
        return schools == null || schools.contains(schoolCode);
    }

    /** The one school whose file it is; null for a file of several. */
    public String onlySchool() {
        return schools != null && schools.size() == 1 ? schools.iterator().next() : null;
    }
}
