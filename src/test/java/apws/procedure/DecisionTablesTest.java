package apws.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision tables at their edges (settlements 1 and 4). */
class DecisionTablesTest {

    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
            "100.00,  0.00, none,     no",
            " 97.00,  3.00, none,     no",
            " 96.99,  3.00, AL 1.1.0, no",
            " 95.00,  5.00, AL 1.1.0, no",
            " 94.99,  5.00, AL 1.2.0, no",
            " 90.00,  9.99, AL 1.2.0, no",
            " 90.00, 10.00, AL 1.2.0, persistent",
            " 50.00, 49.99, AL 1.2.0, persistent",
            " 50.00, 50.00, AL 1.2.0, severe",
            "  0.00, 100.00, AL 1.2.0, severe"})
    void attendanceBand(BigDecimal attendance, BigDecimal absence, String letter, String absent) {
        assertThat(decide("attendance-band", Map.of("on", date("2026-09-30"), "attendance", attendance, "absence", absence)))
                .containsEntry("letter", letter).containsEntry("absent", absent);
    }

    @Test
    void noTableSpeaksOfDaysBeforeItTookEffect() {
        var dayBefore = Map.<String, Object>of("on", date("2024-08-18"), "attendance", 80, "absence", 20);
        var first = Map.<String, Object>of("on", date("2024-08-19"), "attendance", 80, "absence", 20);
        assertThat(evaluate("attendance-band", dayBefore)).isEmpty();
        assertThat(evaluate("attendance-band", first)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
            "interim,     9, 100, none",
            "interim,    10, 90.01, improved",
            "interim,    10, 90.00, notImproved",
            "interim,    20, 95.00, improved",
            "four weeks, 19, 100, none",
            "four weeks, 20, 95.00, improved",
            "four weeks, 20, 94.99, notImproved"})
    void improvement(String review, int possible, BigDecimal attendance, String recommendation) {
        assertThat(decide("improvement", Map.of("on", date("2026-09-30"), "review", review, "possible", possible, "attendance", attendance,
                "baseline", new BigDecimal("90.00"), "target", new BigDecimal("95.00")))).containsEntry("recommendation", recommendation);
    }

    @ParameterizedTest
    @CsvSource({"19, 100, none", "20, 95.00, regular", "20, 94.99, goOn"})
    void regularAttendance(int possible, BigDecimal attendance, String recommendation) {
        assertThat(decide("regular-attendance", Map.of("on", date("2026-09-30"), "possible", possible, "attendance", attendance)))
                .containsEntry("recommendation", recommendation);
    }

    private static Date date(String day) {
        return Date.from(LocalDate.parse(day).atStartOfDay(MovableClock.LONDON).toInstant());
    }

    private Map<String, Object> decide(String table, Map<String, Object> inputs) {
        return evaluate(table, inputs).getSingleResult().getEntryMap();
    }

    private DmnDecisionTableResult evaluate(String table, Map<String, Object> inputs) {
        try (var file = Files.newInputStream(Path.of("bpmn", table + ".dmn"))) {
            return engine.evaluateDecisionTable(engine.parseDecision(table, file), inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
