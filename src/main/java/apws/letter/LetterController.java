package apws.letter;

import apws.casework.Cases;
import apws.casework.RecordReaders;
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

/** Letters to read, for those who may read that part of the case. No address is listed, and a file's name tells nothing about anybody. */
@RestController
class LetterController {

    /** One letter of a case; {@code status} in words. */
    record Listed(long id, String number, String code, String step, String to, String status, Instant recordedAt, String recordedBy,
                  Integer pages, Instant handedOverAt, LocalDate returnedOn, String returnedWhy) {
    }

    private final Letters letters;
    private final Cases cases;
    private final Pupils pupils;
    private final RecordReaders readers;

    LetterController(Letters letters, Cases cases, Pupils pupils, RecordReaders readers) {
        this.letters = letters;
        this.cases = cases;
        this.pupils = pupils;
        this.readers = readers;
    }

    /** The PDF; 404 for a letter that is not there or not theirs to read, 409 for one that is recorded and not yet rendered. */
    @GetMapping("/api/letters/{id}")
    ResponseEntity<byte[]> letter(@PathVariable("id") long id) {
        var letter = letters.find(id).filter(this::mayRead).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "There is no letter %d that you may see.".formatted(id)));
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
        var reading = cases.find(reference).flatMap(readers::of).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "There is no case %s that you may see.".formatted(reference)));
        return letters.ofCase(reference).stream().filter(letter -> reading.ofLetter(letter.code())).map(letter -> new Listed(letter.id(), letter.number(), letter.code(), letter.step(),
                letter.recipientName(), letter.status().inWords(), letter.recordedAt(), letter.recordedBy(), letter.pages(),
                letter.handedOverAt(), letter.returnedOn(), letter.returnedWhy())).toList();
    }

    private boolean mayRead(Letter letter) {
        var reading = letter.caseReference() == null
                ? readers.ofPupil(letter.pupilId(), pupils.get(letter.pupilId()).schoolCode())
                : readers.of(cases.get(letter.caseReference()));
        return reading.filter(one -> one.ofLetter(letter.code())).isPresent();
    }
}
