package apws.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The forms as they were when they were filled in: whoever deploys a changed one changes nothing that was answered before. */
public interface FormVersions {

    /** The form whole; empty where that version is kept no longer. */
    Optional<JsonNode> read(String form, int version);
}
