package apws.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.OwnDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Work of one node, on both databases. */
@Tag("server")
class OneNodeAtATimeTest {

    private static final String TURN = "school calendar";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void ofSeveralNodesOneWorksInSmallTransactionsAndTheOthersGoOnAtOnce(String database) throws Exception {
        try (var own = database.equals("H2") ? OwnDatabase.onH2() : OwnDatabase.onPostgres()) {
            own.withTables();
            var jdbc = JdbcClient.create(own.source());
            var one = node(own);
            var another = node(own);
            var done = new ArrayList<String>();

            assertThat(one.unlessAnotherIsAtIt(TURN, () -> {
                one.apart(() -> jdbc.sql("update turn set name = 'kept' where name = 'import'").update());
                assertThatThrownBy(() -> one.apart(() -> {
                    jdbc.sql("update turn set name = 'not kept' where name = 'screening'").update();
                    throw new IllegalStateException("a part that fails");
                })).hasMessage("a part that fails");
                inAnotherThread(() -> assertThat(another.unlessAnotherIsAtIt(TURN, () -> done.add("another"))).isFalse());
                done.add("one");
            })).isTrue();

            assertThat(another.unlessAnotherIsAtIt(TURN, () -> done.add("another, later"))).isTrue();
            assertThat(done).isEqualTo(List.of("one", "another, later"));
            assertThat(jdbc.sql("select name from turn").query(String.class).list()).contains("kept", "screening").doesNotContain("not kept");
        }
    }

    @Test
    void aNodeThatDiesLeavesItsTurnToTheNext() throws Exception {
        try (var own = OwnDatabase.onH2()) {
            own.withTables();
            assertThatThrownBy(() -> node(own).unlessAnotherIsAtIt(TURN, () -> {
                throw new IllegalStateException("dies");
            })).hasMessage("dies");

            assertThat(node(own).unlessAnotherIsAtIt(TURN, () -> { })).isTrue();
        }
    }

    private static OneNodeAtATime node(OwnDatabase on) {
        return new OneNodeAtATime(JdbcClient.create(on.source()), new JdbcTransactionManager(on.source()));
    }

    private static void inAnotherThread(Runnable work) {
        var failed = new ArrayList<Throwable>();
        var thread = new Thread(work);
        thread.setUncaughtExceptionHandler((in, why) -> failed.add(why));
        thread.start();
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(thread.isAlive()).as("waits for its turn").isFalse();
        assertThat(failed).isEmpty();
    }
}
