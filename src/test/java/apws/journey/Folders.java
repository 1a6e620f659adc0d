package apws.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The folders of one journey: the print tray and the drop folder, which is looked at often. */
final class Folders {

    private Folders() {
    }

    /** @return the folder that holds {@code tray} and {@code drop} */
    static Path of(String journey, DynamicPropertyRegistry settings) throws IOException {
        var folders = Files.createTempDirectory(Files.createDirectories(Path.of("target")), journey);
        settings.add("apws.letter.tray", () -> folders.resolve("tray").toString());
        settings.add("apws.imports.folder.drop", () -> folders.resolve("drop").toString());
        settings.add("apws.imports.folder.every", () -> "PT0.2S");
        settings.add("apws.imports.folder.settled", () -> "PT0.3S");
        return folders;
    }
}
