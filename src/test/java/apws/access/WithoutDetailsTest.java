package apws.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class WithoutDetailsTest {

    private final MockHttpServletResponse sent = new MockHttpServletResponse();
    private final HttpServletResponse toldToTheEngine = new WithoutDetails(sent);

    @Test
    void nothingOfAFaultIsSentNorHowLongItWouldHaveBeen() throws IOException {
        toldToTheEngine.setStatus(500);
        toldToTheEngine.setHeader("Content-Length", "130");
        toldToTheEngine.addHeader("content-length", "130");
        toldToTheEngine.setContentLength(130);
        toldToTheEngine.getWriter().write("java.lang.IllegalStateException: Ada Moss");
        toldToTheEngine.flushBuffer();

        assertThat(sent.getContentAsString()).isEmpty();
        assertThat(sent.getHeader("Content-Length")).isNull();
        assertThat(sent.isCommitted()).isFalse();
    }

    @Test
    void everyOtherAnswerIsSentAsItIs() throws IOException {
        toldToTheEngine.setStatus(400);
        toldToTheEngine.setHeader("Content-Length", "4");
        toldToTheEngine.getWriter().write("what");
        toldToTheEngine.flushBuffer();

        assertThat(sent.getContentAsString()).isEqualTo("what");
        assertThat(sent.getHeader("Content-Length")).isEqualTo("4");
    }
}
