package apws.access;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** What is logged, without what a database says of values. */
class MessageWithoutValues extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Values.leftOutOf(super.convert(event), event.getThrowableProxy());
    }
}
