package apws.letter;

import apws.letter.PrintTray.Slip;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * The only ones who touch the print tray. It usually is a mounted share, and a share that hangs holds whoever touches it for as long as it
 * likes: so that is a thread of its own, without a transaction, a database connection or one of the engine's threads. Whoever has a letter to
 * place waits for a settled time at most, and not at all while an earlier letter has been waiting for longer than that.
 *
 * <p>A letter that nobody waits for any more is placed all the same once the share answers; the tray knows it then at the next try.
 */
@Component
class TrayHands {

    /** Letters that wait for the tray on this node, each with its PDF; the others are tried again later. */
    private static final int IN_HAND_AT_MOST = 200;

    private final PrintTray tray;
    private final Duration answersWithin;
    private final ConcurrentHashMap<String, CompletableFuture<Void>> inHand = new ConcurrentHashMap<>();
    // one at a time, as the tray takes them
    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(IN_HAND_AT_MOST),
            work -> {
                var thread = new Thread(work, "print-tray");
                thread.setDaemon(true);
                return thread;
            });
    private volatile Long touchedSince;

    TrayHands(PrintTray tray, TraySettings settings) {
        this.tray = tray;
        this.answersWithin = settings.trayAnswersWithin();
    }

    /**
     * As {@link PrintTray#place}, which two tries of one letter share while the first of them waits.
     *
     * @throws TrayProblem also when the tray does not answer in time
     */
    void place(LocalDate day, Slip slip, byte[] pdf, Instant at) {
        if (hangs()) {
            throw tray.noAnswer();
        }
        try {
            taken(day, slip, pdf, at).get(answersWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            throw tray.noAnswer();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof TrayProblem problem ? problem : tray.failed(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw tray.noAnswer();
        }
    }

    private boolean hangs() {
        var since = touchedSince;
        return since != null && System.nanoTime() - since > answersWithin.toNanos();
    }

    private CompletableFuture<Void> taken(LocalDate day, Slip slip, byte[] pdf, Instant at) {
        var fresh = new CompletableFuture<Void>();
        var earlier = inHand.putIfAbsent(slip.number(), fresh);
        if (earlier != null) {
            return earlier;
        }
        fresh.whenComplete((done, failed) -> inHand.remove(slip.number(), fresh));
        try {
            hands.execute(() -> touch(fresh, () -> tray.place(day, slip, pdf, at)));
        } catch (RejectedExecutionException full) {
            fresh.completeExceptionally(full);
            throw full;
        }
        return fresh;
    }

    private void touch(CompletableFuture<Void> letter, Runnable placing) {
        touchedSince = System.nanoTime();
        try {
            placing.run();
            letter.complete(null);
        } catch (Throwable failed) {
            letter.completeExceptionally(failed);
        } finally {
            touchedSince = null;
        }
    }

    /** What still waits is tried again when there is somebody to try it. */
    @PreDestroy
    void rest() throws InterruptedException {
        hands.shutdownNow();
        hands.awaitTermination(answersWithin.toMillis(), TimeUnit.MILLISECONDS);
    }
}
