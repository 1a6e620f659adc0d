package apws.register;

import apws.imports.ImportQueue;
import apws.imports.ImportResult;
import apws.pupil.Senders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Registers as CSV ({@code multipart/form-data}, part {@code file}): 201 with the result and its address, 422 for a file that is no register, 202 for one that waits. */
@RestController
class RegisterEndpoints {

    private final ImportQueue queue;
    private final Senders senders;

    RegisterEndpoints(ImportQueue queue, Senders senders) {
        this.queue = queue;
        this.senders = senders;
    }

    @PostMapping("/api/registers")
    ResponseEntity<ImportResult> register(@RequestParam MultipartFile file) {
        return queue.take("register", file.getOriginalFilename(), file, senders.signedIn());
    }
}
