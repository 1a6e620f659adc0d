package apws.imports;

import org.springframework.core.io.InputStreamSource;

/** Reads one kind of file that is sent. */
public interface FileReader {

    /** As {@link ImportResult#kind()}. */
    String kind();

    /** @param whole whether nobody of the schools that it names is left out */
    ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole);
}
