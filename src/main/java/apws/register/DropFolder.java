package apws.register;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import apws.imports.ImportResult;
import apws.imports.Imports;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.pupil.ParentFiles;
import apws.pupil.PupilFiles;
import apws.pupil.SchoolFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.PathResource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the CSV files that are dropped into a folder: {@code schools*.csv}, {@code pupils*.csv}, {@code parents*.csv}, and every other one as a
 * register. {@code whole} in the name of a file of pupils or parents says that nobody of its schools is left out. A file is taken
 * when it is whole: it was written under another name, such as {@code .part}, and renamed, or it has stopped changing and its last line ends. It is then
 * moved to {@code done/} with its result and its rejected rows beside it. What is written to it after that brings it back, to be read again.
 *
 * <p>Nodes that share the folder take turns, and a file is known in the database by name, size and time: after a crash between the import
 * and the move it is only moved.
 */
class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final DateTimeFormatter ARRIVED = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(5);
    private static final String SENT_BY = "drop folder";
    /** No node is away for longer than that without somebody looking after what was dropped meanwhile. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofDays(7);

    private final FolderSettings settings;
    private final SchoolFiles schools;
    private final PupilFiles pupils;
    private final ParentFiles parents;
    private final RegisterFiles registers;
    private final Imports imports;
    private final ClusterLock turn;
    private final SchoolCalendar calendar;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, Taken> taken = new HashMap<>();
    private boolean knowsWhatWasTaken;

    DropFolder(FolderSettings settings, SchoolFiles schools, PupilFiles pupils, ParentFiles parents, RegisterFiles registers, Imports imports,
               ClusterLock turn, SchoolCalendar calendar, TransactionTemplate transaction, ObjectMapper json) {
        this.settings = settings;
        this.schools = schools;
        this.pupils = pupils;
        this.parents = parents;
        this.registers = registers;
        this.imports = imports;
        this.turn = turn;
        this.calendar = calendar;
        this.transaction = transaction;
        this.json = json;
    }

    /** A file as it was last looked at; {@code since} by the machine's own steady clock, in nanoseconds. */
    private record Seen(String state, long since) {
    }

    /** A file in {@code done/}, as it was when it was read, and from where it came. */
    private record Taken(Path from, String state, long since) {
    }

    /** Takes every file that is whole. */
    synchronized void look() {
        rememberWhatWasTaken();
        bringBackWhatWasWrittenTo();
        var files = files();
        seen.keySet().retainAll(files);
        for (var file : files) {
            try {
                if (hasSettled(file)) {
                    take(file);
                }
            } catch (NoSuchFileException takenByAnotherNode) {
                seen.remove(file);
            } catch (RuntimeException | IOException failed) {
                LOG.error("The dropped file {} could not be taken; it stays in the folder and is tried again in {}", file.getFileName(),
                        TRIED_AGAIN, failed);
                seen.computeIfPresent(file, (path, before) -> new Seen(before.state(), System.nanoTime() + TRIED_AGAIN.toNanos()));
            }
        }
    }

    /** Schools before pupils before parents before registers, so that a first delivery may be dropped all at once. */
    private List<Path> files() {
        try (var inFolder = Files.list(settings.drop()); var schoolFolders = Files.list(settings.drop())) {
            var inSchoolFolders = schoolFolders.filter(DropFolder::isASchools).flatMap(DropFolder::list);
            return Stream.concat(inFolder, inSchoolFolders).filter(DropFolder::isCsv).sorted(DropFolder::inOrder).toList();
        } catch (NoSuchFileException notYet) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isASchools(Path path) {
        return Files.isDirectory(path) && path.getFileName().toString().matches("[0-9]{7}");
    }

    private static boolean isCsv(Path path) {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && name.endsWith(".csv") && !name.startsWith(".");
    }

    private static int inOrder(Path one, Path other) {
        int byKind = Kind.of(one).compareTo(Kind.of(other));
        return byKind == 0 ? one.compareTo(other) : byKind;
    }

    private enum Kind {
        SCHOOLS, PUPILS, PARENTS, REGISTER;

        static Kind of(Path file) {
            var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.startsWith("schools") ? SCHOOLS : name.startsWith("pupils") ? PUPILS : name.startsWith("parents") ? PARENTS : REGISTER;
        }
    }

    private boolean hasSettled(Path file) throws IOException {
        var state = state(file);
        var before = seen.get(file);
        if (before == null || !before.state().equals(state)) {
            before = new Seen(state, System.nanoTime());
            seen.put(file, before);
        }
        var unchanged = since(before.since());
        return unchanged.compareTo(settings.settled()) >= 0 && (endsWithALine(file) || unchanged.compareTo(settings.unended()) >= 0);
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** A file of which nothing is there yet does not. */
    private static boolean endsWithALine(Path file) throws IOException {
        try (var content = Files.newByteChannel(file)) {
            var last = ByteBuffer.allocate(1);
            return content.size() > 0 && content.position(content.size() - 1).read(last) == 1 && (last.get(0) == '\n' || last.get(0) == '\r');
        }
    }

    /** What was taken before this node was started may have been written to while nobody looked. */
    private void rememberWhatWasTaken() {
        if (knowsWhatWasTaken) {
            return;
        }
        var now = calendar.now();
        for (var before : transaction.execute(status -> imports.droppedSince(now.minus(LOOKED_AT_AGAIN)))) {
            var end = before.key().lastIndexOf(' ', before.key().lastIndexOf(' ') - 1);
            var from = settings.drop().resolve(before.key().substring(0, end));
            var read = before.key().substring(end + 1);
            var file = done(from, before.importedAt(), before.id());
            try {
                if (!before.importedAt().isBefore(now.minus(settings.watched())) || !state(file).equals(read)) {
                    taken.put(file, new Taken(from, read, System.nanoTime()));
                }
            } catch (IOException gone) {
                LOG.debug("The file {} is not looked at any more", file.getFileName(), gone);
            }
        }
        knowsWhatWasTaken = true;
    }

    /** A file that somebody went on writing to was not whole, whatever it looked like: it is read again, and what was taken of it stays. */
    private void bringBackWhatWasWrittenTo() {
        taken.values().removeIf(file -> since(file.since()).compareTo(settings.watched()) > 0);
        for (var file : List.copyOf(taken.keySet())) {
            try {
                if (!state(file).equals(taken.get(file).state())) {
                    var back = taken.remove(file).from();
                    for (int copy = 2; Files.exists(back); copy++) {
                        back = back.resolveSibling(back.getFileName().toString().replaceFirst("(-again[0-9]+)?([.][^.]*)$", "-again%d$2".formatted(copy)));
                    }
                    Files.move(file, back);
                    LOG.warn("The dropped file {} was written to after it had been taken; it is read again", file.getFileName());
                }
            } catch (IOException gone) {
                LOG.debug("The file {} is not looked at any more", file.getFileName(), gone);
                taken.remove(file);
            }
        }
    }

    private static String state(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime();
    }

    private void take(Path file) throws IOException {
        var stateRead = state(file);
        var result = transaction.execute(status -> {
            turn.take("drop folder");
            try {
                var key = settings.drop().relativize(file) + " " + stateRead;
                var before = imports.dropped(key);
                if (before.isPresent()) {
                    return imports.find(before.get()).orElseThrow();
                }
                var read = read(file);
                imports.dropped(read.id(), key);
                return read;
            } catch (NoSuchFileException takenByAnotherNode) {
                return null;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        if (result != null) {
            moveToDone(file, stateRead, result);
        }
    }

    private ImportResult read(Path file) throws IOException {
        var name = file.getFileName().toString();
        var content = new PathResource(file);
        var folder = file.getParent();
        if (!endsWithALine(file)) {
            return imports.refused(Kind.of(file).name().toLowerCase(Locale.ROOT), name, sender(folder), "The last line of the file does not end: it may have been cut off, and "
                    + "nothing of it was taken. Send it again, with a line end after its last row.", new Rejections(0));
        }
        var sender = sender(folder);
        return switch (Kind.of(file)) {
            case SCHOOLS -> schools.read(name, content, sender);
            case PUPILS -> pupils.read(name, content, sender, isWhole(name));
            case PARENTS -> parents.read(name, content, sender, isWhole(name));
            case REGISTER -> registers.read(name, content, sender);
        };
    }

    private Sender sender(Path folder) {
        return folder.equals(settings.drop()) ? Sender.ofEverySchool(SENT_BY) : Sender.ofSchool(SENT_BY, folder.getFileName().toString());
    }

    private static boolean isWhole(String name) {
        return name.toLowerCase(Locale.ROOT).contains("whole");
    }

    private static Path done(Path file, Instant importedAt, long importId) {
        return file.resolveSibling("done").resolve("%s-%d-%s".formatted(ARRIVED.format(importedAt.atZone(MovableClock.LONDON)), importId,
                file.getFileName()));
    }

    private void moveToDone(Path file, String stateRead, ImportResult result) throws IOException {
        var done = done(file, result.importedAt(), result.id());
        Files.createDirectories(done.getParent());
        Files.writeString(done.resolveSibling(done.getFileName() + ".result.json"), json.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        if (result.rejected() > 0) {
            try (var lines = imports.rejected(result.id());
                    var out = Files.newOutputStream(done.resolveSibling(done.getFileName() + ".rejected.csv"))) {
                lines.transferTo(out);
            }
        }
        try {
            Files.move(file, done);
            taken.put(done, new Taken(file, stateRead, System.nanoTime()));
        } catch (NoSuchFileException movedByAnotherNode) {
            LOG.debug("Another node has moved the file of import {}", result.id(), movedByAnotherNode);
        }
        LOG.info("Import {} from the drop folder: {} rows, {} rejected, {} added, {} corrected", result.id(), result.rows(),
                result.rejected(), result.added(), result.corrected());
    }
}
