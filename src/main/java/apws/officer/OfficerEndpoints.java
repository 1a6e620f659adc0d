package apws.officer;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.imports.ImportQueue;
import apws.imports.ImportResult;
import apws.pupil.Senders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Officers as CSV ({@code multipart/form-data}, part {@code file}), answered like the other files: 201 with the {@link ImportResult} and its
 * address; 422 with it for a file of which nothing was taken; 202 for one that waits.
 */
@RestController
class OfficerEndpoints {

    private final ImportQueue queue;
    private final Senders senders;
    private final SignedIn signedIn;

    OfficerEndpoints(ImportQueue queue, Senders senders, SignedIn signedIn) {
        this.queue = queue;
        this.senders = senders;
        this.signedIn = signedIn;
    }

    @PostMapping("/api/officers")
    ResponseEntity<ImportResult> officers(@RequestParam MultipartFile file) {
        signedIn.requireRole(Roles.APWS_OFFICE, Roles.ADMINISTRATOR);
        return queue.take("officers", file.getOriginalFilename(), file, senders.signedIn());
    }
}
