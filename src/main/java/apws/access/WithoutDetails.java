package apws.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** An answer of the engine's without what it says of its own faults: a database's error among them quotes what it could not keep. */
class WithoutDetails extends HttpServletResponseWrapper {

    WithoutDetails(HttpServletResponse response) {
        super(response);
    }

    /** Nothing has been said yet of a fault, which somebody else has to say then. */
    boolean isUnsaid() {
        return isFault() && !isCommitted();
    }

    private boolean isFault() {
        return getStatus() >= SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isFault() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isFault() ? new PrintWriter(new Nowhere(), false, StandardCharsets.UTF_8) : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isFault()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!isFault()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isFault()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isLengthOfAFault(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isLengthOfAFault(name)) {
            super.addHeader(name, value);
        }
    }

    /** What is said instead has a length of its own. */
    private boolean isLengthOfAFault(String header) {
        return isFault() && HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(header);
    }

    private static class Nowhere extends ServletOutputStream {

        @Override
        public void write(int one) {
            // left out
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Nothing is written here");
        }
    }
}
