package apws.access;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;

/** A stack trace without what a database says of values. */
class StackTraceWithoutValues extends WhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return Values.leftOutOf(super.throwableProxyToString(thrown), thrown);
    }
}
