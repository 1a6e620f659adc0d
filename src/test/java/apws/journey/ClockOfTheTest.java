package apws.journey;

import apws.calendar.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Sets the application's clock before the engine starts, so that its daily timers begin on that day. */
@TestConfiguration(proxyBeanMethods = false)
class ClockOfTheTest {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 2);
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    @Bean
    static BeanPostProcessor clockBeforeAnythingElse() {
        var offset = offsetTo(FIRST_DAY);
        ClockUtil.offset(offset.toMillis());
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MovableClock clock) {
                    clock.moveTo(offset);
                }
                return bean;
            }
        };
    }

    /** From the machine's clock to ten in the morning of that day. */
    static Duration offsetTo(LocalDate day) {
        return Duration.between(Instant.now(), day.atTime(MORNING).atZone(MovableClock.LONDON).toInstant());
    }
}
