package apws.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are sent are read one after the other. One that comes while nothing else is read is read at once; every other one is kept in
 * the database and its sender answered at once, with an address that tells afterwards what became of it: nobody waits with a connection
 * for somebody else's file.
 */
@Component
public class ImportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

    private final Map<String, FileReader> readers;
    private final Imports imports;
    private final ClusterLock turn;
    private final TransactionTemplate transaction;
    private final Semaphore free = new Semaphore(1, true);
    private final ExecutorService later = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "imports-waiting");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(List<FileReader> readers, Imports imports, ClusterLock turn, TransactionTemplate transaction) {
        this.readers = readers.stream().collect(Collectors.toMap(FileReader::kind, Function.identity()));
        this.imports = imports;
        this.turn = turn;
        this.transaction = transaction;
    }

    public ResponseEntity<ImportResult> take(String kind, String fileName, InputStreamSource content, Sender sender) {
        return take(kind, fileName, content, sender, false);
    }

    /** 201 with the result and its address, 422 with it for a file of which nothing was taken, 202 for one that waits. */
    public ResponseEntity<ImportResult> take(String kind, String fileName, InputStreamSource content, Sender sender, boolean whole) {
        if (free.tryAcquire()) {
            try {
                if (isItsTurn()) {
                    return ImportAnswer.to(readers.get(kind).read(fileName, content, sender, whole));
                }
            } finally {
                free.release();
            }
        }
        var waiting = transaction.execute(status -> {
            try {
                return imports.keepWaiting(kind, fileName, content, sender, whole);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        later.execute(this::readWaiting);
        return ResponseEntity.accepted().location(URI.create("/api/imports/" + waiting.id())).body(waiting);
    }

    /** Those that a stopped node has left. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        later.execute(this::readWaiting);
    }

    @PreDestroy
    void end() {
        later.shutdownNow();
    }

    private boolean isItsTurn() {
        return transaction.execute(status -> turn.isFree("import") && imports.oldestWaiting().isEmpty());
    }

    private void readWaiting() {
        free.acquireUninterruptibly();
        try {
            for (var next = oldest(); next != null && !Thread.currentThread().isInterrupted(); next = oldest()) {
                read(next);
            }
        } catch (RuntimeException failed) {
            LOG.error("Files that wait could not be read; they are read with the next one that comes, or at the next start", failed);
        } finally {
            free.release();
        }
    }

    private Long oldest() {
        return transaction.execute(status -> imports.oldestWaiting().orElse(null));
    }

    private void read(long id) {
        try {
            transaction.executeWithoutResult(status -> {
                turn.take("waiting imports");
                // another node may have read it meanwhile
                imports.waiting(id).ifPresent(file -> {
                    readers.get(file.kind()).read(file.fileName(), file.content(), file.sender(), file.whole());
                    imports.noLongerWaiting(id);
                });
            });
        } catch (RuntimeException failed) {
            LOG.error("Import {} could not be read", id, failed);
            transaction.executeWithoutResult(status -> imports.failed(id));
        }
    }
}
