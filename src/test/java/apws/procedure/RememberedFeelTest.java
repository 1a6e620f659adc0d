package apws.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedFeelTest {

    private final RememberedFeel feel = new RememberedFeel();

    @ParameterizedTest
    @CsvSource({">= 97, 97, 96.99", "[95..97[, 95, 97", "< 10, 9.99, 10"})
    void aTestAnswersEachValueForItselfHoweverOftenItIsAsked(String test, BigDecimal passes, BigDecimal fails) {
        for (int time = 0; time < 2; time++) {
            assertThat(feel.evaluateSimpleUnaryTests(test, "it", of(Map.of("it", passes)))).isTrue();
            assertThat(feel.evaluateSimpleUnaryTests(test, "it", of(Map.of("it", fails)))).isFalse();
        }
    }

    @Test
    void aDayIsTestedAgainstADate() {
        var test = ">= date and time(\"2024-08-19T00:00:00\")";
        for (int time = 0; time < 2; time++) {
            assertThat(feel.evaluateSimpleUnaryTests(test, "on", of(Map.of("on", new Date(1_750_000_000_000L))))).isTrue();
            assertThat(feel.evaluateSimpleUnaryTests(test, "on", of(Map.of("on", new Date(1_600_000_000_000L))))).isFalse();
        }
    }

    @Test
    void aTestThatNamesAnotherVariableIsAskedAgain() {
        assertThat(feel.evaluateSimpleUnaryTests("> before", "now", of(Map.of("now", 10, "before", 9)))).isTrue();
        assertThat(feel.evaluateSimpleUnaryTests("> before", "now", of(Map.of("now", 10, "before", 11)))).isFalse();
    }

    @Test
    void textIsTheSameTextAndAVariableItsOwnValue() {
        for (int time = 0; time < 2; time++) {
            assertThat(feel.<Object>evaluateSimpleExpression("\"AL 1.1.0\"", of(Map.of()))).isEqualTo("AL 1.1.0");
            assertThat(feel.<Object>evaluateSimpleExpression("letter", of(Map.of("letter", "none")))).isEqualTo("none");
            assertThat(feel.<Object>evaluateSimpleExpression("letter", of(Map.of("letter", "PRAISE")))).isEqualTo("PRAISE");
        }
    }

    private static VariableContext of(Map<String, Object> variables) {
        return Variables.fromMap(variables).asVariableContext();
    }
}
