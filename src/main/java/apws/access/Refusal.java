package apws.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What {@link SignedIn} refuses, said in words to whoever asked. */
@RestControllerAdvice(annotations = RestController.class)
class Refusal {

    @ExceptionHandler
    ProblemDetail refused(AccessDeniedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refused.getMessage());
    }
}
