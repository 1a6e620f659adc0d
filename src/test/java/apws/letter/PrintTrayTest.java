package apws.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.letter.PrintTray.Slip;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintTrayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final byte[] PDF = "%PDF a letter".getBytes(UTF_8);

    /** Where the application is killed while it places a letter. */
    enum Killed { BEFORE_WRITING, WHILE_WRITING, BEFORE_ENTERING, WHILE_ENTERING, BEFORE_SHOWING, AFTER_SHOWING }

    @TempDir
    Path root;
    private PrintTray tray;

    @BeforeEach
    void open() throws IOException {
        tray = new PrintTray(new LetterSettings(root, false, "P14D"));
    }

    @Test
    void aLetterLiesInItsDaysFolderWithALineThatTellsNothingAboutAnybody() throws IOException {
        place(tray, 1);

        assertThat(root.resolve("2026-11-23/L-2026-000001.pdf")).hasBinaryContent(PDF);
        assertThat(index()).containsExactly("number,file,pages,post,sha256,placed",
                "L-2026-000001,L-2026-000001.pdf,2,second class,abc,2026-11-23T12:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(Killed.class)
    void killedAnywhereAndTriedAgainItLiesThereOnce(Killed when) throws IOException {
        place(tray, 1);
        assertThatThrownBy(() -> place(killed(when), 2)).isInstanceOf(Error.class);

        place(tray, 2);
        place(tray, 3);

        assertThat(shown()).containsExactly("L-2026-000001.pdf", "L-2026-000002.pdf", "L-2026-000003.pdf");
        assertThat(root.resolve("2026-11-23/L-2026-000002.pdf")).hasBinaryContent(PDF);
        assertThat(index()).hasSize(4).element(2).asString().startsWith("L-2026-000002,");
        assertThat(hidden()).isEmpty();
    }

    @Test
    void whatThePrintRoomHasTakenIsNotPlacedAgain() throws IOException {
        assertThatThrownBy(() -> place(killed(Killed.AFTER_SHOWING), 1)).isInstanceOf(Error.class);
        Files.delete(root.resolve("2026-11-23/L-2026-000001.pdf"));

        place(tray, 1);

        assertThat(shown()).isEmpty();
        assertThat(index()).hasSize(2);
    }

    @Test
    void manyThreadsThatFailAndTryAgainPlaceEachLetterOnce() throws IOException {
        var tries = IntStream.rangeClosed(1, 40).boxed().flatMap(number -> Stream.of(number, number))
                .map(number -> CompletableFuture.runAsync(() -> placeInTheEnd(number))).toList();
        tries.forEach(CompletableFuture::join);

        assertThat(shown()).hasSize(40);
        assertThat(index()).hasSize(41).doesNotHaveDuplicates();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void severalNodesPlaceEachLetterOnce() throws Exception {
        var nodes = List.of(node(), node());
        for (var node : nodes) {
            assertThat(node.waitFor()).isZero();
        }

        assertThat(shown()).hasSize(60);
        assertThat(index()).hasSize(61).doesNotHaveDuplicates();
    }

    @Test
    void anotherLetterUnderTheSameNumberIsNeitherReplacedNorTakenForThisOne() throws IOException {
        place(tray, 1);
        var other = new Slip("L-2026-000001", 2, "second class", "another");

        assertThatThrownBy(() -> tray.place(DAY, other, PDF, Instant.EPOCH)).isInstanceOf(TrayProblem.class)
                .hasMessageContaining("holds another letter under the number L-2026-000001: another installation uses the same folder");
        assertThat(index()).hasSize(2);

        new PrintTray(new LetterSettings(root, true, "P14D")).place(DAY, other, new byte[] {1}, Instant.EPOCH);
        assertThat(root.resolve("2026-11-23/L-2026-000001.pdf")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void aMissingTrayIsSaidInPlainWords() throws IOException {
        Files.delete(root);

        assertThatThrownBy(() -> place(tray, 1)).isInstanceOf(TrayProblem.class).hasMessage(
                "The print tray %s is not there. Mount or make that folder, or set apws.letter.tray to where it is now. "
                        .formatted(root) + "The letter is kept and goes out at the next try.");
        Files.createDirectory(root);
        place(tray, 1);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void aFullTrayIsSaidInPlainWordsAndNothingIsLost() throws IOException {
        var full = failing(new IOException("No space left on device"));

        assertThatThrownBy(() -> place(full, 1)).isInstanceOf(TrayProblem.class).hasMessage(
                "The print tray %s is full. Print and clear what lies in it, or give it more room. ".formatted(root)
                        + "The letter is kept and goes out at the next try.");
        place(tray, 1);
        assertThat(shown()).containsExactly("L-2026-000001.pdf");
    }

    @Test
    void aTrayThatMayNotBeWrittenToIsSaidInPlainWords() throws IOException {
        assertThatThrownBy(() -> place(failing(new AccessDeniedException("x")), 1)).isInstanceOf(TrayProblem.class)
                .hasMessageStartingWith("The print tray %s may not be written to. Give the account".formatted(root));
        assertThatThrownBy(() -> place(failing(new IOException("Stale file handle")), 1)).isInstanceOf(TrayProblem.class)
                .hasMessageStartingWith("The print tray %s could not be written to (IOException). Look at that folder".formatted(root));
    }

    @Test
    void theTrayIsMadeOnlyWhereThatIsAskedFor() throws IOException {
        new PrintTray(new LetterSettings(root.resolve("not"), false, "P14D"));
        new PrintTray(new LetterSettings(root.resolve("made/here"), true, "P14D"));

        assertThat(root.resolve("not")).doesNotExist();
        assertThat(root.resolve("made/here")).isDirectory();
    }

    private static void place(PrintTray tray, int number) {
        tray.place(DAY, new Slip("L-2026-%06d".formatted(number), 2, "second class", "abc"), PDF, Instant.parse("2026-11-23T12:00:00Z"));
    }

    private void placeInTheEnd(int number) {
        while (true) {
            try {
                place(killed(Killed.values()[ThreadLocalRandom.current().nextInt(Killed.values().length)]), number);
                return;
            } catch (Killing again) {
                // as an application that starts again after it was killed
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                place(tray, number);
                return;
            }
        }
    }

    private Process node() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Node.class.getName(), root.toString()).inheritIO().start();
    }

    /** A node of its own: places sixty letters, as every other node does. */
    static final class Node {
        public static void main(String[] tray) throws IOException {
            var open = new PrintTray(new LetterSettings(Path.of(tray[0]), false, "P14D"));
            IntStream.rangeClosed(1, 60).forEach(number -> place(open, number));
        }
    }

    private PrintTray killed(Killed when) throws IOException {
        return new PrintTray(new LetterSettings(root, false, "P14D")) {
            @Override
            void writeHidden(Path hidden, byte[] pdf) throws IOException {
                kill(when == Killed.BEFORE_WRITING);
                if (when == Killed.WHILE_WRITING) {
                    Files.write(hidden, new byte[] {pdf[0]});
                    kill(true);
                }
                super.writeHidden(hidden, pdf);
            }

            @Override
            void enter(Path folder, Slip slip, Instant at) throws IOException {
                kill(when == Killed.BEFORE_ENTERING);
                if (when == Killed.WHILE_ENTERING) {
                    Files.writeString(folder.resolve(INDEX), slip.number() + ",", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    kill(true);
                }
                super.enter(folder, slip, at);
            }

            @Override
            void show(Path hidden, Path file) throws IOException {
                kill(when == Killed.BEFORE_SHOWING);
                super.show(hidden, file);
                kill(when == Killed.AFTER_SHOWING);
            }
        };
    }

    private PrintTray failing(IOException problem) throws IOException {
        return new PrintTray(new LetterSettings(root, false, "P14D")) {
            @Override
            void enter(Path folder, Slip slip, Instant at) throws IOException {
                throw problem;
            }
        };
    }

    private static void kill(boolean now) {
        if (now) {
            throw new Killing();
        }
    }

    private static final class Killing extends Error {
    }

    private List<String> index() throws IOException {
        return Files.readAllLines(root.resolve("2026-11-23/index.csv"));
    }

    private List<String> shown() throws IOException {
        return names().filter(name -> name.endsWith(".pdf")).toList();
    }

    private List<String> hidden() throws IOException {
        return names().filter(name -> name.startsWith(".")).toList();
    }

    private Stream<String> names() throws IOException {
        try (var files = Files.list(root.resolve("2026-11-23"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
