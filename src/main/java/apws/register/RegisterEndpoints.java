package apws.register;

import apws.pupil.ImportAnswer;
import apws.pupil.ImportResult;
import apws.pupil.Senders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Registers as CSV ({@code multipart/form-data}, part {@code file}): 201 with the result and its address, 422 for a file that is no register. */
@RestController
class RegisterEndpoints {

    private final RegisterFiles registers;
    private final Senders senders;

    RegisterEndpoints(RegisterFiles registers, Senders senders) {
        this.registers = registers;
        this.senders = senders;
    }

    @PostMapping("/api/registers")
    ResponseEntity<ImportResult> register(@RequestParam MultipartFile file) {
        return ImportAnswer.to(registers.read(file.getOriginalFilename(), file, senders.signedIn()));
    }
}
