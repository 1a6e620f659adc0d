package apws.procedure.placement;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.imports.ImportQueue;
import apws.pupil.Senders;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Cases that are under way elsewhere, as CSV ({@code multipart/form-data}, part {@code file}). Unless {@code dryRun=false} is said no case is
 * opened: the answer lists what would happen. Answered like the other files, with the outcome and its address: 201 when it was read; 422 for a
 * file of which nothing was taken; 202 for one that waits until another has been read. 403 for others than the APWS office and administrators.
 */
@RestController
class CasesUnderWayEndpoint {

    private final CasesUnderWay cases;
    private final ImportQueue queue;
    private final Senders senders;
    private final SignedIn signedIn;

    CasesUnderWayEndpoint(CasesUnderWay cases, ImportQueue queue, Senders senders, SignedIn signedIn) {
        this.cases = cases;
        this.queue = queue;
        this.senders = senders;
        this.signedIn = signedIn;
    }

    @PostMapping("/api/cases-under-way")
    ResponseEntity<CasesUnderWay.Outcome> read(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        signedIn.requireRole(Roles.APWS_OFFICE, Roles.ADMINISTRATOR);
        var taken = queue.take(CasesUnderWay.kind(dryRun), file.getOriginalFilename(), file, senders.signedIn());
        var id = taken.getBody().id();
        return ResponseEntity.status(taken.getStatusCode()).location(URI.create("/api/cases-under-way/" + id)).body(outcome(id));
    }

    /** What became of such a file so far, as {@code result.status} says; its lists are empty while it waits. */
    @GetMapping("/api/cases-under-way/{importId}")
    CasesUnderWay.Outcome outcome(@PathVariable long importId) {
        signedIn.requireRole(Roles.APWS_OFFICE, Roles.ADMINISTRATOR);
        return cases.outcome(importId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "There is no import %d of cases under way".formatted(importId)));
    }
}
