package apws.demo;

import apws.demo.DemoClock.Reading;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo's clock for programs, which sign in under {@code /api}, and for scripts of a page. */
@RestController
@Profile("demo")
@RequestMapping({"/demo/clock", "/api/demo/clock"})
class DemoClockApi {

    /** One of the two: how many school days to move on, or the day to move to. */
    record Ask(Integer schoolDays, LocalDate to) {
    }

    private final DemoClock clock;

    DemoClockApi(DemoClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Reading read() {
        return clock.read();
    }

    /** Begins to move time on and answers at once; whether it is there yet can be read afterwards. */
    @PostMapping
    ResponseEntity<Reading> move(@RequestBody Ask ask) {
        if ((ask.schoolDays() == null) == (ask.to() == null)) {
            throw new MoveRefused("Say either schoolDays, a number, or to, a day such as 2027-01-31.", false);
        }
        return ResponseEntity.accepted().body(ask.to() != null ? clock.moveTo(ask.to()) : clock.moveBySchoolDays(ask.schoolDays()));
    }

    @ExceptionHandler
    ProblemDetail refused(MoveRefused refused) {
        return ProblemDetail.forStatusAndDetail(refused.busy() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, refused.getMessage());
    }
}
