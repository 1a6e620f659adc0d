package apws.register;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import apws.access.SignedIn;
import apws.pupil.Schools;
import apws.pupil.Senders;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Whether a school was open on a day without school: said here before it is asked in Tasklist, or corrected afterwards, by whoever sends its files. */
@RestController
class DayEndpoints {

    private static final int LONGEST_REASON = 500;

    private final DaysWithoutSchool days;
    private final Schools schools;
    private final Senders senders;
    private final SignedIn signedIn;

    DayEndpoints(DaysWithoutSchool days, Schools schools, Senders senders, SignedIn signedIn) {
        this.days = days;
        this.schools = schools;
        this.senders = senders;
        this.signedIn = signedIn;
    }

    /** Those of which the school has said nothing yet. */
    @GetMapping("/api/schools/{code}/days-without-school")
    List<DaysWithoutSchool.Unanswered> unanswered(@PathVariable String code) {
        return days.unanswered(allowed(code));
    }

    /** @param why it was open; needs not be said of a school that was closed */
    @PostMapping("/api/schools/{code}/days-without-school/{day}")
    @ResponseStatus(NO_CONTENT)
    void answer(@PathVariable String code, @PathVariable LocalDate day, @RequestParam boolean open, @RequestParam(defaultValue = "") String why) {
        allowed(code);
        if (open && why.isBlank() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Say under why, in at most %d characters, why the school was open.".formatted(
                    LONGEST_REASON));
        }
        try {
            days.answer(code, day, open, signedIn.userId(), why);
        } catch (IllegalArgumentException schoolDay) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, schoolDay.getMessage(), schoolDay);
        }
    }

    private String allowed(String code) {
        if (!senders.signedIn().sendsFor(code)) {
            throw new AccessDeniedException("You do not send the register of this school.");
        }
        if (schools.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no school " + code);
        }
        return code;
    }
}
