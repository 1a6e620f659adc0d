package apws.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import apws.imports.ImportResult;
import apws.imports.Sender;
import apws.register.Screening.Banding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.core.io.PathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast a whole authority's year of registers is read and screened, on a PostgreSQL started for it: {@code mvn -Pbenchmark test-compile exec:exec}
 * (Java with 1 GiB of heap; {@code -Dbenchmark.pupils=4800} for a tenth of it).
 *
 * <p>The yardstick is PostgreSQL's {@code COPY} of the same file into a bare unlogged table, on the same server in the same run, so that the
 * ratios printed say the same on every machine. Before COPY and before the import the file is read once, so that neither pays for the disk.
 */
public final class RegisterBenchmark {

    private static final int PUPILS_OF_A_SCHOOL = 400;
    private static final int DAYS = 148;
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 29);
    /** In the mix of one real authority's year, roughly; the rest are present. */
    private static final String[] ABSENT = {"I", "I", "I", "O", "O", "M", "C", "G", "U", "N", "L", "L", "V", "B"};
    private static final String[] BAD = {"%s,%s,%s,A", "%s,%s,MID,/", "%s,2025-02-30,%3$s,/", "Z99999999999Z,%2$s,%3$s,/", "%s,%s,%s,"};

    private final int pupils = Integer.getInteger("benchmark.pupils", 48_000);
    private final List<LocalDate> days;
    private final Authority authority;

    private RegisterBenchmark(Authority authority) {
        this.authority = authority;
        this.days = authority.bean(apws.calendar.SchoolCalendar.class).schoolDays(FIRST, TODAY).subList(0, DAYS);
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.UK);
        try (var authority = Authority.onPostgres()) {
            authority.itIs(TODAY);
            new RegisterBenchmark(authority).run();
        }
    }

    private void run() throws IOException {
        var file = Path.of("target", "register-%d.csv".formatted(pupils));
        write(file);
        enrol();
        say("%,d pupils, %,d marks, %,d MB of CSV, rows shuffled within each school, 1 %% bad; heap of at most %,d MB",
                pupils, 2L * pupils * DAYS, Files.size(file) / 1_000_000, Runtime.getRuntime().maxMemory() >> 20);

        touch(file);
        var copy = timed(() -> copy(file));
        touch(file);
        var read = timed(() -> send(file));
        var expected = expected();
        var back = timed(() -> equalRows(expected));
        var again = timed(() -> send(file));
        var screened = timed(() -> authority.inTransaction(() -> authority.bean(Screening.class).run(TODAY, Set.of(), BANDS)));

        say("COPY into a bare unlogged table      %6.2f s   1.00", copy.seconds());
        say("read, checked, stored                %6.2f s   %.2f   (%,d added, %,d rejected)",
                read.seconds(), read.seconds() / copy.seconds(), read.result().added(), read.result().rejected());
        say("read back, all %,d pupils equal  %6.2f s   %.2f", back.result(), back.seconds(), back.seconds() / copy.seconds());
        say("both                                 %6.2f s   %.2f   (wanted: at most 1)",
                read.seconds() + back.seconds(), (read.seconds() + back.seconds()) / copy.seconds());
        say("the same file again, unchanged       %6.2f s   %.2f   (wanted: less than the first; %,d unchanged, %,d changed)",
                again.seconds(), again.seconds() / copy.seconds(), again.result().unchanged(),
                again.result().added() + again.result().corrected());
        say("screening of all pupils              %6.2f s   %.2f   (wanted: less than 10 s; %,d candidates)",
                screened.seconds(), screened.seconds() / copy.seconds(), screened.result().candidates());
        say("largest heap in use                  %,6d MB", largestHeap() >> 20);
    }

    private static final java.util.function.Function<Figures, Banding> BANDS = figures -> {
        var letter = figures.missedAtLeast(5) ? "AL 1.2.0" : figures.missedAtLeast(3) ? "AL 1.1.0" : null;
        return new Banding(letter, figures.missedAtLeast(10), figures.missedAtLeast(50));
    };

    private record Timed<T>(double seconds, T result) {
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        System.gc();
        long start = System.nanoTime();
        var result = work.get();
        return new Timed<>((System.nanoTime() - start) / 1e9, result);
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(line, values));
    }

    /** Half of the pupils miss next to nothing, some miss much. */
    private static String mark(int pupil, int session) {
        long hash = mixed(pupil, session);
        int missesOfThousand = 5 + (int) (mixed(pupil, -1) % 100) * (int) (mixed(pupil, -2) % 4);
        if (Math.floorMod(hash, 1000) >= missesOfThousand) {
            return session % 2 == 0 ? "/" : "\\";
        }
        return ABSENT[(int) ((hash >>> 20) % ABSENT.length)];
    }

    private static boolean isBad(int pupil, int session) {
        return (mixed(session, pupil) >>> 7) % 100 == 0;
    }

    private static long mixed(long one, long other) {
        long mixed = one * 0x9E3779B97F4A7C15L + other * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ mixed >>> 32) & Long.MAX_VALUE;
    }

    private static String upn(int pupil) {
        return "A%012d".formatted(999_000_000_000L + pupil);
    }

    private void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var random = new Random(1);
        try (var out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("UPN,Date,Session,Mark\n");
            for (int school = 0; school < pupils; school += PUPILS_OF_A_SCHOOL) {
                int first = school;
                var rows = new ArrayList<>(IntStream.range(0, Math.min(PUPILS_OF_A_SCHOOL, pupils - school) * 2 * DAYS).boxed().toList());
                Collections.shuffle(rows, random);
                for (int row : rows) {
                    writeRow(out, first + row / (2 * DAYS), row % (2 * DAYS));
                }
            }
        }
    }

    private void writeRow(BufferedWriter out, int pupil, int session) throws IOException {
        var half = session % 2 == 0 ? "AM" : "PM";
        if (isBad(pupil, session)) {
            out.write(BAD[session % BAD.length].formatted(upn(pupil), days.get(session / 2), half));
        } else {
            out.append(upn(pupil)).append(',').append(days.get(session / 2).toString()).append(',').append(half).append(',')
                    .append(mark(pupil, session));
        }
        out.write('\n');
    }

    private void enrol() {
        authority.bean(JdbcClient.class).sql("""
                insert into pupil (upn, first_name, last_name, born, year_group, school_code, admitted_on, sen, ehcp, child_in_need,
                    child_protection, looked_after, medical_need, young_carer, part_time_timetable)
                select 'A' || (999000000000 + n), 'Ada', 'Moss', date '2014-05-01', '6', :school, date '2018-09-01', false, false, false,
                    false, false, false, false, false
                from generate_series(0, :last) n""").param("school", Authority.SCHOOL).param("last", pupils - 1).update();
        authority.bean(JdbcClient.class).sql("analyze pupil").update();
    }

    private static void touch(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private int copy(Path file) {
        var jdbc = authority.bean(JdbcClient.class);
        jdbc.sql("create unlogged table bare (upn text, day text, half text, mark text)").update();
        return jdbc.sql("copy bare from '%s' with (format csv, header)".formatted(file.toAbsolutePath())).update();
    }

    private ImportResult send(Path file) {
        return authority.bean(RegisterFiles.class).read(file.getFileName().toString(), new PathResource(file), Sender.ofEverySchool("office"));
    }

    /** Every mark of the good rows, and no other, is held. */
    private int equalRows(byte[][] expected) {
        var pupil = new int[1];
        authority.bean(JdbcClient.class).sql("select y.marks from attendance_year y join pupil p on p.id = y.pupil_id order by p.id")
                .query(row -> {
                    var marks = row.getBytes("marks");
                    if (!Arrays.equals(Arrays.copyOf(marks, MarkedYear.SESSIONS), expected[pupil[0]])) {
                        throw new IllegalStateException("The marks of pupil %d did not come back as they were sent".formatted(pupil[0]));
                    }
                    pupil[0]++;
                });
        if (pupil[0] != pupils) {
            throw new IllegalStateException("%d of %d pupils came back".formatted(pupil[0], pupils));
        }
        return pupil[0];
    }

    private byte[][] expected() {
        var codes = new MarkCodes();
        var expected = new byte[pupils][MarkedYear.SESSIONS];
        for (int pupil = 0; pupil < pupils; pupil++) {
            for (int session = 0; session < 2 * DAYS; session++) {
                if (!isBad(pupil, session)) {
                    var day = days.get(session / 2);
                    expected[pupil][MarkedYear.index(FIRST, day, Session.values()[session % 2])] =
                            codes.on(day, mark(pupil, session)).orElseThrow().number();
                }
            }
        }
        return expected;
    }

    private static long largestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
