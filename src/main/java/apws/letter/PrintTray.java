package apws.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The folder from which the print room takes letters: a folder per day with the PDFs and an {@value #INDEX} that has a line for each.
 *
 * <p>A letter goes in once, however often it is tried. It is written under a hidden name, entered in the index, and then renamed, each made
 * lasting on the disk before the next. The index stays when the print room has taken the file, so a second try knows:
 * entered and still hidden: rename it; entered and not hidden: it has been placed; not entered: write it, for nobody has seen it yet.
 * Threads and nodes take turns by a lock on a file in the tray.
 */
@Component
class PrintTray {

    static final String INDEX = "index.csv";
    private static final String[] HEADERS = {"number", "file", "pages", "post", "sha256", "placed"};

    /** What the print room is told of one letter: nothing about anybody. */
    record Slip(String number, int pages, String post, String sha256) {
    }

    // a file lock is held by the whole application: its own threads take turns by this one
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private final Path tray;
    private final boolean forTryingOut;

    PrintTray(LetterSettings settings) throws IOException {
        tray = settings.tray();
        forTryingOut = settings.makeTray();
        if (forTryingOut) {
            Files.createDirectories(tray);
        }
    }

    /**
     * @param day names the folder; the same at every try of one letter
     * @throws TrayProblem saying what to mend
     */
    void place(LocalDate day, Slip slip, byte[] pdf, Instant at) {
        if (!Files.isDirectory(tray)) {
            throw TrayProblem.missing(tray);
        }
        TURN.lock();
        try (var lockFile = FileChannel.open(tray.resolve(".lock"), CREATE, WRITE); var turn = lockFile.lock()) {
            var folder = Files.createDirectories(tray.resolve(day.toString()));
            var hidden = folder.resolve("." + slip.number() + ".part");
            if (!isEntered(folder, slip)) {
                writeHidden(hidden, pdf);
                enter(folder, slip, at);
            }
            if (Files.exists(hidden)) {
                show(hidden, folder.resolve(file(slip)));
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            TURN.unlock();
        }
    }

    TrayProblem noAnswer() {
        return TrayProblem.noAnswer(tray);
    }

    TrayProblem failed(Throwable cause) {
        return TrayProblem.of(tray, cause);
    }

    private boolean isEntered(Path folder, Slip slip) throws IOException {
        var index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return false;
        }
        var underItsNumber = wholeLines(Files.readString(index)).lines().filter(line -> line.startsWith(slip.number() + ",")).toList();
        var entered = underItsNumber.stream().anyMatch(line -> line.contains("," + slip.sha256() + ","));
        // a tray for trying things out may be left from an earlier try, whose letters give way
        if (!entered && !underItsNumber.isEmpty() && !forTryingOut) {
            throw TrayProblem.anotherLetter(tray, slip.number());
        }
        return entered;
    }

    /** A last line without its end was being written when something broke: it does not count. */
    private static String wholeLines(String index) {
        return index.substring(0, index.lastIndexOf('\n') + 1);
    }

    void writeHidden(Path hidden, byte[] pdf) throws IOException {
        try (var file = FileChannel.open(hidden, CREATE, WRITE, TRUNCATE_EXISTING)) {
            writeAll(file, pdf);
        }
    }

    void enter(Path folder, Slip slip, Instant at) throws IOException {
        try (var index = FileChannel.open(folder.resolve(INDEX), CREATE, READ, WRITE)) {
            var present = Files.readString(folder.resolve(INDEX));
            var whole = wholeLines(present).getBytes(UTF_8).length;
            index.truncate(whole);
            index.position(whole);
            var line = line(slip.number(), file(slip), String.valueOf(slip.pages()), slip.post(), slip.sha256(), at.toString());
            writeAll(index, ((whole == 0 ? line(HEADERS) : "") + line).getBytes(UTF_8));
        }
    }

    void show(Path hidden, Path file) throws IOException {
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String file(Slip slip) {
        return slip.number() + ".pdf";
    }

    private static String line(String... fields) {
        var line = new StringWriter();
        CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(line).writeRecord(fields);
        return line.toString();
    }

    private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
        for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            file.write(left);
        }
        file.force(true);
    }
}
