package apws.procedure.trace;

import apws.register.Registers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test that follows diagrams in the whole application, on one context for all of them. Everything is real, the forms and their gate among
 * it, save two things: jobs run when the test says so, and what the registers hold is what the test says ({@link StubbedRegister}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("application")
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@MockitoBean(types = Registers.class)
@Import(TownSettings.class)
@ExtendWith(FlowsTaken.class)
@interface ProcessTest {
}
