package apws.form;

import java.util.Optional;

/** The forms as they were when they were filled in: whoever deploys a changed one changes nothing that was answered before. */
public interface FormVersions {

    /** Empty where that version is kept no longer. */
    Optional<Form> read(String form, int version);
}
