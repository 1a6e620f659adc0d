package apws.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A file that does not come as files come is a mistake of whoever sends it. */
@RestControllerAdvice
class BadUpload {

    @ExceptionHandler
    ProblemDetail unreadable(MultipartException unreadable) {
        return unreadable instanceof MaxUploadSizeExceededException
                ? ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, "This is larger than what is taken.")
                : ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Send the file as multipart/form-data, in the part 'file'.");
    }
}
