package apws.imports;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How an upload is answered. */
public final class ImportAnswer {

    private ImportAnswer() {
    }

    /** 201 with the result and its address; 422 with the result of a file of which nothing was taken. */
    public static ResponseEntity<ImportResult> to(ImportResult result) {
        var address = URI.create("/api/imports/" + result.id());
        return result.refusedBecause() == null ? ResponseEntity.created(address).body(result)
                : ResponseEntity.unprocessableEntity().location(address).body(result);
    }
}
