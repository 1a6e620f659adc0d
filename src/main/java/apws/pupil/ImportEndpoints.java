package apws.pupil;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.imports.ImportQueue;
import apws.imports.ImportResult;
import apws.imports.Imports;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Schools, pupils and parents as CSV ({@code multipart/form-data}, part {@code file}), and what became of every file sent. {@code whole=true} says
 * that a file has everybody of each school that it names: whoever is missing is then listed for a person. Answers 201 with the
 * {@link ImportResult} and its address; 422 with it for a file of which nothing was taken; 202 for one that waits until another has been read.
 */
@RestController
class ImportEndpoints {

    private final ImportQueue queue;
    private final Imports imports;
    private final Senders senders;
    private final SignedIn signedIn;

    ImportEndpoints(ImportQueue queue, Imports imports, Senders senders, SignedIn signedIn) {
        this.queue = queue;
        this.imports = imports;
        this.senders = senders;
        this.signedIn = signedIn;
    }

    @PostMapping("/api/schools")
    ResponseEntity<ImportResult> schools(@RequestParam MultipartFile file) {
        signedIn.requireRole(Roles.APWS_OFFICE, Roles.ADMINISTRATOR);
        return queue.take("schools", file.getOriginalFilename(), file, senders.signedIn());
    }

    @PostMapping("/api/pupils")
    ResponseEntity<ImportResult> pupils(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean whole) {
        return queue.take("pupils", file.getOriginalFilename(), file, senders.signedIn(), whole);
    }

    @PostMapping("/api/parents")
    ResponseEntity<ImportResult> parents(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean whole) {
        return queue.take("parents", file.getOriginalFilename(), file, senders.signedIn(), whole);
    }

    @GetMapping("/api/imports/{id}")
    ImportResult result(@PathVariable long id) {
        // another's is answered like one that is not there
        return imports.find(id).filter(this::maySee)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no import " + id));
    }

    /** CSV: {@code line,reason}. */
    @GetMapping("/api/imports/{id}/rejected")
    ResponseEntity<InputStreamResource> rejected(@PathVariable long id) {
        result(id);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(new InputStreamResource(imports.rejected(id)));
    }

    private boolean maySee(ImportResult result) {
        return signedIn.maySeeEverySchool() || result.importedBy().equals(signedIn.userId())
                || result.schoolCode() != null && signedIn.maySeeSchool(result.schoolCode());
    }
}
