package apws.register;

import static apws.register.Authority.OTHER_SCHOOL;
import static apws.register.Authority.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import apws.StatementCount;
import apws.calendar.SchoolCalendar;
import apws.pupil.Schools;
import apws.register.Screening.Banding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScreeningTest {

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        Authority start() {
            return Authority.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {
        @Override
        Authority start() throws Exception {
            return Authority.onPostgres();
        }
    }

    abstract static class OnADatabase extends OnAnAuthority {

        private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
        private static final LocalDate TODAY = LocalDate.of(2025, 12, 5);

        private Screening screening;
        private int pupils;

        @BeforeAll
        void begin() {
            screening = authority.bean(Screening.class);
        }

        @BeforeEach
        void empty() {
            authority.empties("candidate", "candidate_hold", "screening_run", "measured_from", "attendance_year", "pupil");
            authority.bean(Schools.class).switchOn(SCHOOL, FIRST);
            authority.bean(Schools.class).switchOff(OTHER_SCHOOL);
            authority.itIs(TODAY);
        }

        @Test
        void offers_the_school_whom_the_bands_find() {
            long well = pupil(SCHOOL, 100, 0);
            long low = pupil(SCHOOL, 96, 4);
            long persistent = pupil(SCHOOL, 80, 20);

            var run = screen(TODAY, Set.of());

            assertThat(run).isEqualTo(new ScreeningRun(TODAY, 3, 0, 2));
            assertThat(screening.schoolsWithCandidates()).containsExactly(SCHOOL);
            assertThat(screening.candidates(SCHOOL)).extracting(Candidate::pupilId, Candidate::band, Candidate::persistent,
                    Candidate::severe, Candidate::foundOn).containsExactly(
                    tuple(persistent, "AL 1.2.0", true, false, TODAY), tuple(low, "AL 1.1.0", false, false, TODAY));
            var figures = screening.candidates(SCHOOL).get(1).figures();
            assertThat(figures).isEqualTo(new Figures(FIRST, TODAY, LocalDate.of(2025, 11, 18), 100, 96, 0, 4, 0, 0));
            assertThat(well).isPositive();
        }

        @Test
        void says_nothing_of_a_pupil_with_too_few_possible_sessions() {
            pupil(SCHOOL, 0, 19);
            long enough = pupil(SCHOOL, 0, 20);
            var run = screen(TODAY, Set.of());
            assertThat(run.tooEarly()).isEqualTo(1);
            assertThat(screening.candidates(SCHOOL)).extracting(Candidate::pupilId).containsExactly(enough);
        }

        @Test
        void leaves_out_a_pupil_with_an_open_case_and_one_who_has_left() {
            long open = pupil(SCHOOL, 50, 50);
            long left = pupil(SCHOOL, 50, 50);
            authority.bean(JdbcClient.class).sql("update pupil set left_on = ? where id = ?").params(TODAY.minusDays(1), left).update();
            assertThat(screen(TODAY, Set.of(open))).isEqualTo(new ScreeningRun(TODAY, 0, 0, 0));
        }

        @Test
        void is_done_once_a_day_whoever_asks() throws Exception {
            pupil(SCHOOL, 80, 20);
            var asked = new AtomicInteger();
            Function<Figures, Banding> bands = figures -> {
                asked.incrementAndGet();
                pause();
                return BANDS.apply(figures);
            };
            var one = CompletableFuture.supplyAsync(() -> authority.inTransaction(() -> screening.run(TODAY, Set.of(), bands)));
            var other = CompletableFuture.supplyAsync(() -> authority.inTransaction(() -> screening.run(TODAY, Set.of(), bands)));
            assertThat(one.get()).isEqualTo(other.get());
            assertThat(asked).hasValue(1);
            assertThat(authority.bean(JdbcClient.class).sql("select count(*) from screening_run").query(Integer.class).single()).isOne();
        }

        @Test
        void holds_a_pupil_until_the_day_named() {
            long held = pupil(SCHOOL, 80, 20);
            screen(TODAY, Set.of());
            screening.hold(held, TODAY.plusDays(3), "operation");
            assertThat(screening.candidates(SCHOOL)).isEmpty();
            assertThat(screening.schoolsWithCandidates()).isEmpty();
            screening.hold(held, TODAY.plusDays(4), "operation put off");
            authority.itIs(TODAY.plusDays(3));
            assertThat(screening.candidates(SCHOOL)).isEmpty();
            authority.itIs(TODAY.plusDays(4));
            assertThat(screening.candidates(SCHOOL)).hasSize(1);
        }

        @Test
        void measures_from_the_last_praise_closure_or_do_not_send() {
            long again = pupil(SCHOOL, 50, 50);
            screen(TODAY, Set.of());
            var praised = LocalDate.of(2025, 10, 13);
            screening.decided(again);
            assertThat(screening.candidates(SCHOOL)).isEmpty();
            screening.measureFrom(again, LocalDate.of(2025, 9, 8), "do not send");
            screening.measureFrom(again, praised, "praise");

            screen(TODAY.plusDays(3), Set.of());

            var figures = screening.candidates(SCHOOL).get(0).figures();
            assertThat(figures.from()).isEqualTo(praised);
            assertThat(figures.possible()).isLessThan(100);
            assertThat(figures.attended()).isZero();
            assertThat(screening.measuredFrom(again, TODAY)).isEqualTo(praised);
            assertThat(screening.measuredFrom(again, LocalDate.of(2026, 9, 20))).isEqualTo(LocalDate.of(2026, 9, 1));
        }

        @Test
        void forgets_a_candidate_whom_the_next_screening_no_longer_finds_and_remembers_since_when() {
            long better = pupil(SCHOOL, 96, 4);
            long still = pupil(SCHOOL, 80, 20);
            screen(TODAY, Set.of());
            marks(better, 100, 0);
            screen(TODAY.plusDays(3), Set.of());
            assertThat(screening.candidates(SCHOOL)).extracting(Candidate::pupilId, Candidate::foundOn).containsExactly(tuple(still, TODAY));
        }

        @Test
        void shows_a_school_what_it_would_get_before_it_is_switched_on() {
            long waiting = pupil(OTHER_SCHOOL, 80, 20);
            screen(TODAY, Set.of());
            assertThat(screening.candidates(OTHER_SCHOOL)).isEmpty();
            assertThat(screening.schoolsWithCandidates()).isEmpty();
            assertThat(screening.preview(OTHER_SCHOOL)).extracting(Candidate::pupilId).containsExactly(waiting);

            authority.bean(Schools.class).switchOn(OTHER_SCHOOL, TODAY.plusDays(1));
            assertThat(screening.candidates(OTHER_SCHOOL)).isEmpty();
            authority.itIs(TODAY.plusDays(1));
            assertThat(screening.candidates(OTHER_SCHOOL)).hasSize(1);
        }

        @Test
        void asks_for_each_distinct_figure_once_and_the_database_a_few_times_per_thousand_pupils() {
            LongStream.range(0, 2_100).forEach(i -> pupil(SCHOOL, 80 + (int) (i % 20), 20 - (int) (i % 20)));
            var asked = new HashSet<BigDecimal>();
            var times = new AtomicInteger();
            int statements = authority.bean(StatementCount.class).of(() -> authority.inTransaction(() ->
                    screening.run(TODAY, Set.of(), figures -> {
                        times.incrementAndGet();
                        asked.add(figures.attendance());
                        return BANDS.apply(figures);
                    }))).statements();
            assertThat(times.get()).isEqualTo(asked.size()).isEqualTo(20);
            assertThat(statements).as("two for each thousand, and once: the turn, whether it ran, one last read, forgetting, the run")
                    .isLessThanOrEqualTo(3 * 2 + 5);
        }

        private static final Function<Figures, Banding> BANDS = figures -> {
            var letter = figures.attendance().doubleValue() >= 97 ? null : figures.attendance().doubleValue() >= 95 ? "AL 1.1.0" : "AL 1.2.0";
            return new Banding(letter, figures.missedAtLeast(10), figures.missedAtLeast(50));
        };

        private ScreeningRun screen(LocalDate on, Set<Long> open) {
            return authority.inTransaction(() -> screening.run(on, open, BANDS));
        }

        private long pupil(String school, int attended, int missed) {
            long id = authority.pupil("A%012d".formatted(pupils++), school).id();
            marks(id, attended, missed);
            return id;
        }

        /** Sessions from the first school day on: first those attended, then those missed. */
        private void marks(long pupilId, int attended, int missed) {
            var marks = new byte[MarkedYear.SESSIONS];
            var days = authority.bean(SchoolCalendar.class).schoolDays(FIRST, FIRST.plusMonths(6));
            for (int i = 0; i < attended + missed; i++) {
                marks[MarkedYear.index(FIRST, days.get(i / 2), Session.values()[i % 2])] = (byte) (i < attended ? 1 : 21);
            }
            var jdbc = authority.bean(JdbcClient.class);
            jdbc.sql("delete from attendance_year where pupil_id = ?").param(pupilId).update();
            jdbc.sql("insert into attendance_year (pupil_id, year_from, marks) values (?, ?, ?)").params(pupilId, FIRST, marks).update();
        }

        private static org.assertj.core.groups.Tuple tuple(Object... values) {
            return org.assertj.core.groups.Tuple.tuple(values);
        }

        private static void pause() {
            try {
                Thread.sleep(300);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
