package apws.letter;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.pupil.Pupils;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Letters to read, for those who may see the pupil's school. No address is listed, and a file's name tells nothing about anybody. */
@RestController
class LetterController {

    /** One letter of a case; {@code status} in words. */
    record Listed(long id, String number, String code, String step, String to, String status, Instant recordedAt, String recordedBy,
                  Integer pages, Instant handedOverAt, LocalDate returnedOn, String returnedWhy) {
    }

    private final Letters letters;
    private final Cases cases;
    private final Pupils pupils;
    private final Viewer viewer;

    LetterController(Letters letters, Cases cases, Pupils pupils, Viewer viewer) {
        this.letters = letters;
        this.cases = cases;
        this.pupils = pupils;
        this.viewer = viewer;
    }

    /** The PDF; 404 for a letter that is not there, 409 for one that is recorded and not yet rendered. */
    @GetMapping("/api/letters/{id}")
    ResponseEntity<byte[]> letter(@PathVariable("id") long id) {
        var letter = letters.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "There is no letter " + id + "."));
        viewer.requireSchool(letter.caseReference() == null ? pupils.get(letter.pupilId()).schoolCode()
                : cases.get(letter.caseReference()).schoolCode());
        var pdf = letters.pdf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
                "Letter " + letter.number() + " is recorded and not rendered yet. Try again shortly."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(letter.number() + ".pdf").build().toString())
                .body(pdf);
    }

    @GetMapping(path = "/api/cases/{reference}/letters", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Listed> letters(@PathVariable("reference") String reference) {
        var aCase = cases.find(reference)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + reference + "."));
        viewer.requireSchool(aCase.schoolCode());
        return letters.ofCase(reference).stream().map(letter -> new Listed(letter.id(), letter.number(), letter.code(), letter.step(),
                letter.recipientName(), letter.status().inWords(), letter.recordedAt(), letter.recordedBy(), letter.pages(),
                letter.handedOverAt(), letter.returnedOn(), letter.returnedWhy())).toList();
    }
}
