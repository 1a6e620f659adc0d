package apws.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.letter.PrintTray.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A print share that hangs takes no connection and stops no node: what touches it is a thread of its own, and whoever waits for that has a time. */
class TrayHandsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Duration ANSWERS_WITHIN = Duration.ofMillis(500);

    @TempDir
    Path root;
    private final CountDownLatch mended = new CountDownLatch(1);
    private final CountDownLatch touched = new CountDownLatch(1);
    private TrayHands hands;

    @AfterEach
    void rest() throws InterruptedException {
        mended.countDown();
        hands.rest();
    }

    @Test
    void aLetterIsPlacedByAnotherThreadThanItsOwn() throws IOException {
        var by = new Thread[1];
        hands = new TrayHands(new PrintTray(new LetterSettings(root, false, "P14D")) {
            @Override
            void show(Path hidden, Path file) throws IOException {
                by[0] = Thread.currentThread();
                super.show(hidden, file);
            }
        }, new TraySettings(Duration.ofMinutes(1), Duration.ofMinutes(1)));
        place(1);

        assertThat(by[0].getName()).isEqualTo("print-tray");
        assertThat(root.resolve("2026-11-23/L-2026-000001.pdf")).exists();
    }

    @Test
    void whenTheShareHangsNobodyWaitsLongerThanItsTimeAndThoseWhoComeLaterNotAtAll() throws Exception {
        hanging();
        doesNotAnswer(1);
        var before = System.nanoTime();
        IntStream.rangeClosed(2, 400).forEach(this::doesNotAnswer);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).as("four hundred letters that came later").isLessThan(ANSWERS_WITHIN.multipliedBy(40));
        assertThat(Thread.getAllStackTraces().values().stream().filter(stack -> Stream.of(stack).anyMatch(call ->
                call.getMethodName().equals("writeHidden")))).as("threads that hang").hasSize(1);
    }

    @Test
    void manyAtOnceWaitTogetherForAShareThatHangs() throws Exception {
        hanging();
        var before = System.nanoTime();
        var tries = IntStream.rangeClosed(1, 20).mapToObj(number -> {
            var thread = new Thread(() -> doesNotAnswer(number));
            thread.start();
            return thread;
        }).toList();
        for (var one : tries) {
            one.join(TimeUnit.MINUTES.toMillis(1));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).as("twenty letters").isLessThan(ANSWERS_WITHIN.multipliedBy(20));
    }

    @Test
    void onceTheShareAnswersAgainEveryLetterIsPlacedOnceWhetherItWasTriedInBetweenOrNot() throws Exception {
        hanging();
        var first = CompletableFuture.runAsync(() -> doesNotAnswer(1));
        touched.await();
        doesNotAnswer(1);
        first.join();
        doesNotAnswer(2);
        mended.countDown();
        inTheEnd(1);
        inTheEnd(2);
        inTheEnd(1);

        try (var files = Files.list(root.resolve("2026-11-23"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("index.csv", "L-2026-000001.pdf", "L-2026-000002.pdf");
        }
        assertThat(Files.readAllLines(root.resolve("2026-11-23/index.csv"))).hasSize(3);
    }

    @Test
    void whatIsWrongWithTheTrayIsSaidAsTheTraySaysIt() throws IOException {
        hands = new TrayHands(new PrintTray(new LetterSettings(root.resolve("not"), false, "P14D")), new TraySettings(Duration.ofMinutes(1), Duration.ofMinutes(1)));

        assertThatThrownBy(() -> place(1)).isInstanceOf(TrayProblem.class).hasMessageContaining("is not there");
    }

    private void hanging() throws IOException {
        hands = new TrayHands(new PrintTray(new LetterSettings(root, false, "P14D")) {
            @Override
            void writeHidden(Path hidden, byte[] pdf) throws IOException {
                touched.countDown();
                try {
                    mended.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.writeHidden(hidden, pdf);
            }
        }, new TraySettings(ANSWERS_WITHIN, Duration.ofMinutes(1)));
    }

    private void place(int number) {
        hands.place(DAY, new Slip("L-2026-%06d".formatted(number), 2, "second class", "abc"), "%PDF".getBytes(UTF_8), Instant.EPOCH);
    }

    private void doesNotAnswer(int number) {
        assertThatThrownBy(() -> place(number)).isInstanceOf(TrayProblem.class).hasMessage(
                "The print tray %s does not answer. Look at its share and the way to it; once that answers again, letters go on by themselves. "
                        .formatted(root) + "The letter is kept and goes out at the next try.");
    }

    private void inTheEnd(int number) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                place(number);
                return;
            } catch (TrayProblem notYet) {
                Thread.sleep(50);
            }
        }
        place(number);
    }
}
