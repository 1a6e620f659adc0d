package apws.procedure.gate;

import apws.procedure.gate.Drafts.Of;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The drafts of whoever is signed in: 404 for a task that they do not see, or a process that they may not start. */
@RestController
@RequestMapping("/api/drafts")
class DraftEndpoints {

    /** Characters; far above the largest form that is filled in. */
    private static final int LONGEST = 500_000;

    private final Drafts drafts;

    DraftEndpoints(Drafts drafts) {
        this.drafts = drafts;
    }

    record Shown(@JsonRawValue String content, Instant keptAt) {
    }

    record Kept(Instant keptAt) {
    }

    /** 204 where nothing is kept. */
    @GetMapping("/tasks/{id}")
    ResponseEntity<Shown> ofTask(@PathVariable String id) {
        return shown(Of.TASK, id);
    }

    @GetMapping("/processes/{key}")
    ResponseEntity<Shown> ofProcess(@PathVariable String key) {
        return shown(Of.PROCESS, key);
    }

    /** @param draft a JSON object, as the form's script makes it */
    @PutMapping("/tasks/{id}")
    Kept keepOfTask(@PathVariable String id, @RequestBody JsonNode draft) {
        return kept(Of.TASK, id, draft);
    }

    @PutMapping("/processes/{key}")
    Kept keepOfProcess(@PathVariable String key, @RequestBody JsonNode draft) {
        return kept(Of.PROCESS, key, draft);
    }

    @DeleteMapping("/tasks/{id}")
    ResponseEntity<Void> discardOfTask(@PathVariable String id) {
        drafts.discard(Of.TASK, id);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/processes/{key}")
    ResponseEntity<Void> discardOfProcess(@PathVariable String key) {
        drafts.discard(Of.PROCESS, key);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Shown> shown(Of of, String id) {
        mustBeTheirs(of, id);
        return drafts.find(of, id).map(draft -> ResponseEntity.ok(new Shown(draft.content(), draft.keptAt())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Kept kept(Of of, String id, JsonNode draft) {
        mustBeTheirs(of, id);
        if (!draft.isObject()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A draft is a JSON object.");
        }
        var content = draft.toString();
        if (content.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "This is more than any form holds; it was not kept.");
        }
        return new Kept(drafts.keep(of, id, content).orElseThrow(DraftEndpoints::nothing));
    }

    private void mustBeTheirs(Of of, String id) {
        if (!drafts.isTheirs(of, id)) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing here that you may fill in.");
    }
}
