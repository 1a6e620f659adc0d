package apws.desk;

import apws.OwnDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to look for a name among an authority's pupils and their parents, beside a PostgreSQL in the same run that reads the same
 * names with {@code like}. Run by hand, see CONTRIBUTING.md.
 */
final class SearchBenchmark {

    private static final int PUPILS = Integer.getInteger("benchmark.pupils", 50_000);
    private static final int RUNS = 41;
    private static final List<String> TYPED = List.of("smi", "joh", "smyth", "katherine", "jonson ada", "garnet");
    private static final String[] BEGINNINGS = {"Smi", "John", "Bar", "Kettle", "Wol", "Fair", "Gar", "Hol", "Bir", "Nor", "Ash", "Thorn", "Cath", "Rowan", "Isla", "Ada"};
    private static final String[] MIDDLES = {"", "er", "in", "sten", "ing", "al", "well"};
    private static final String[] ENDS = {"th", "son", "kett", "ton", "nett", "ley", "worth", "by", "field", "a", "erine"};

    private SearchBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        var random = new Random(7);
        var names = new NameIndex();
        try (var database = OwnDatabase.onPostgres()) {
            var jdbc = JdbcClient.create(database.source());
            jdbc.sql("create table said (pupil bigint, name varchar)").update();
            var rows = new ArrayList<Object[]>();
            for (long pupil = 1; pupil <= PUPILS; pupil++) {
                for (int person = 0; person < 3; person++) {
                    var name = word(random) + " " + word(random);
                    rows.add(new Object[] {pupil, name});
                    if (person == 0) {
                        names.add(pupil, "9991001", name);
                    } else {
                        names.addParent(pupil, name);
                    }
                }
            }
            new JdbcTemplate(database.source()).batchUpdate("insert into said values (?, ?)", rows, 5_000,
                    (statement, row) -> {
                        statement.setLong(1, (Long) row[0]);
                        statement.setString(2, (String) row[1]);
                    });
            for (var typed : TYPED) {
                var ours = median(() -> names.like(Words.of(typed), school -> true).size());
                var theirs = median(() -> jdbc.sql("select distinct pupil from said where lower(name) like :typed limit 300")
                        .param("typed", "%" + Words.of(typed).get(0) + "%").query(Long.class).list().size());
                System.out.printf("%-12s %6.1f ms; PostgreSQL's like %6.1f ms; ratio %.2f%n", typed, ours, theirs, ours / theirs);
            }
        }
    }

    private static String word(Random random) {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)] + MIDDLES[random.nextInt(MIDDLES.length)] + ENDS[random.nextInt(ENDS.length)]
                + (random.nextInt(4) == 0 ? ENDS[random.nextInt(ENDS.length)] : "");
    }

    private static double median(IntSupplier work) {
        var times = new double[RUNS];
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            found += work.getAsInt();
            times[run] = (System.nanoTime() - begun) / 1e6;
        }
        if (found < 0) {
            throw new IllegalStateException("nothing was counted");
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }
}
