package apws.procedure.place;

import apws.access.Roles;
import apws.access.Viewer;
import apws.pupil.Senders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Cases that are under way elsewhere, as CSV ({@code multipart/form-data}, part {@code file}). Unless {@code dryRun=false} is said nothing is
 * kept: the answer lists what would happen. 200 with the outcome; 422 with it for a file of which nothing was taken; 403 for others than the
 * APWS office and administrators.
 */
@RestController
class CasesUnderWayEndpoint {

    private final CasesUnderWay cases;
    private final Senders senders;
    private final Viewer viewer;

    CasesUnderWayEndpoint(CasesUnderWay cases, Senders senders, Viewer viewer) {
        this.cases = cases;
        this.senders = senders;
        this.viewer = viewer;
    }

    @PostMapping("/api/cases-under-way")
    ResponseEntity<CasesUnderWay.Outcome> read(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        viewer.requireRole(Roles.APWS_OFFICE, Roles.ADMINISTRATOR);
        var outcome = cases.read(file.getOriginalFilename(), file, senders.signedIn(), dryRun);
        return outcome.result().refusedBecause() == null ? ResponseEntity.ok(outcome) : ResponseEntity.unprocessableEntity().body(outcome);
    }
}
