package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;

import apws.demo.Turns.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TurnsTest {

    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 14);
    private static final LocalDate WINTER = LocalDate.of(2026, 11, 30);

    private static final RegisterDay NOT_EXPLAINED = RegisterDay.whole(RegisterDay.NO_REASON_YET);

    private final JdbcClient jdbc = JdbcClient.create(database());
    private final Turns turns = new Turns(jdbc);
    private final List<Child> children = new Population(Fernshire.SEED).on(AUTUMN);
    private final Child child = children.get(0);

    @Test
    void aChildWithoutATurnHasTheMarksOfAnyChild() {
        turns.turn(child.upn(), AUTUMN, Turn.STAYS_AWAY);
        assertThat(turns.marks(children.get(1), WINTER, NOT_EXPLAINED)).isEqualTo(NOT_EXPLAINED);
    }

    @Test
    void beforeItsTurnAChildHasTheMarksOfAnyChildAndTheSchoolKnowsEveryReason() {
        turns.turn(child.upn(), AUTUMN, Turn.STAYS_AWAY);
        assertThat(turns.marks(child, AUTUMN.minusDays(1), RegisterDay.whole("I").knownAfter(3))).isEqualTo(RegisterDay.whole("I"));
        assertThat(turns.marks(child, AUTUMN.minusDays(1), NOT_EXPLAINED)).isEqualTo(RegisterDay.PRESENT);
    }

    @Test
    void aChildStaysAwayAGoodDealAndThenComes() {
        turns.turn(child.upn(), AUTUMN, Turn.STAYS_AWAY);
        turns.turn(child.upn(), WINTER, Turn.COMES);
        assertThat(daysWith("O", AUTUMN)).isBetween(20L, 50L);
        assertThat(daysWith("O", WINTER)).isZero();
        assertThat(daysWith(RegisterDay.PRESENT_MORNING, WINTER)).isGreaterThan(60);
    }

    @Test
    void aChildOnLeaveIsAwayEveryDayUntilItComes() {
        turns.turn(child.upn(), AUTUMN, Turn.ON_LEAVE);
        turns.turn(child.upn(), AUTUMN.plusDays(7), Turn.COMES);

        assertThat(daysWith("G", AUTUMN)).isEqualTo(7);
        assertThat(new Turns(jdbc).marks(child, AUTUMN, NOT_EXPLAINED)).isEqualTo(RegisterDay.whole("G"));
    }

    @Test
    void turnsAreKept() {
        turns.turn(child.upn(), AUTUMN, Turn.STAYS_AWAY);
        turns.turn(child.upn(), AUTUMN, Turn.COMES);
        var restarted = new Turns(jdbc);
        assertThat(restarted.marks(child, WINTER, NOT_EXPLAINED)).isEqualTo(turns.marks(child, WINTER, NOT_EXPLAINED)).isNotEqualTo(NOT_EXPLAINED);
    }

    private long daysWith(String mark, LocalDate from) {
        return IntStream.range(0, 70).filter(day -> turns.marks(child, from.plusDays(day), NOT_EXPLAINED).morning().equals(mark)).count();
    }

    private static JdbcDataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).locations("classpath:db/demo").load().migrate();
        return database;
    }
}
