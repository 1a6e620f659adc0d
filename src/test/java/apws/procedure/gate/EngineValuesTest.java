package apws.procedure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import apws.form.Unreadable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;

class EngineValuesTest {

    @Test
    void whatTheEngineKeepsIsPlainHoweverDeepItLies() {
        var kept = Map.of("rows", List.of(Map.of("sessions", Spin.JSON("[\"2026-10-05 AM\"]")), Variables.integerValue(2)));

        assertThat(EngineValues.plain(kept)).isEqualTo(Map.of("rows", List.of(Map.of("sessions", List.of("2026-10-05 AM")), new BigDecimal(2))));
    }

    @Test
    void serializedJsonIsReadAndAFileIsNot() {
        assertThat(EngineValues.plain(SpinValues.jsonValue("{\"a\": null}").create())).hasToString("{a=null}");
        assertThat(EngineValues.plain(Variables.byteArrayValue(new byte[0]))).isInstanceOf(Unreadable.class);
    }
}
