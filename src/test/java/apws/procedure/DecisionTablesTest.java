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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decision tables at their edges (settlements 1, 4, 8 and 14), each line on the first day of the table and on the day before it.
 * Some lines no register can say, such as 94.99 % attendance with 50 % absence: they hold the edges of one column where another's rule
 * ends.
 */
class DecisionTablesTest {

    private static final String FIRST_DAY = "2024-08-19";
    private static final String DAY_BEFORE = "2024-08-18";

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final Path tables = Path.of(System.getProperty("apws.tables", "bpmn"));

    @ParameterizedTest
    @CsvSource({
            "100.00,  0.00, none,     no",
            " 97.00,  3.00, none,     no",
            " 96.99,  3.01, AL 1.1.0, no",
            " 95.00,  5.00, AL 1.1.0, no",
            " 95.00, 10.00, AL 1.1.0, no",
            " 95.00, 50.00, AL 1.1.0, no",
            " 94.99,  5.01, AL 1.2.0, no",
            " 94.99,  9.99, AL 1.2.0, no",
            " 90.01,  9.99, AL 1.2.0, no",
            " 90.00, 10.00, AL 1.2.0, persistent",
            " 94.99, 10.00, AL 1.2.0, persistent",
            " 50.01, 49.99, AL 1.2.0, persistent",
            " 50.00, 50.00, AL 1.2.0, severe",
            " 94.99, 50.00, AL 1.2.0, severe",
            "  0.00, 100.00, AL 1.2.0, severe"})
    void attendanceBand(BigDecimal attendance, BigDecimal absence, String letter, String absent) {
        decides("attendance-band", Map.of("attendance", attendance, "absence", absence), Map.of("letter", letter, "absent", absent));
    }

    @ParameterizedTest
    @CsvSource({
            "interim,     9, 100.00, none",
            "interim,     9,  80.00, none",
            "interim,    10,  90.01, improved",
            "interim,    10,  90.00, notImproved",
            "interim,    20,  95.00, improved",
            "four weeks, 19, 100.00, none",
            "four weeks, 19,  80.00, none",
            "four weeks, 20,  95.00, improved",
            "four weeks, 20,  94.99, notImproved",
            "mid-point,    9, 100.00, none",
            "mid-point,   10,  90.01, improved",
            "mid-point,   10,  90.00, notImproved",
            "thirty days, 19, 100.00, none",
            "thirty days, 20,  95.00, improved",
            "thirty days, 20,  94.99, notImproved",
            "panel,       19, 100.00, none",
            "panel,       20,  95.00, improved",
            "panel,       20,  94.99, notImproved",
            "suspension,  19, 100.00, none",
            "suspension,  20,  95.00, improved",
            "suspension,  20,  94.99, notImproved"})
    void improvement(String review, int possible, BigDecimal attendance, String recommendation) {
        decides("improvement", Map.of("review", review, "possible", possible, "attendance", attendance,
                "baseline", new BigDecimal("90.00"), "target", new BigDecimal("95.00")), Map.of("recommendation", recommendation));
    }

    @ParameterizedTest
    @CsvSource({"19, 100.00, none", "19, 94.99, none", "20, 95.00, regular", "20, 94.99, goOn"})
    void regularAttendance(int possible, BigDecimal attendance, String recommendation) {
        decides("regular-attendance", Map.of("possible", possible, "attendance", attendance), Map.of("recommendation", recommendation));
    }

    @ParameterizedTest
    @CsvSource({
            "true,  89.99,  9, 1, true,  true,  true,  0, met met met met met met met",
            "true,  90.00, 10, 1, true,  true,  true,  0, met met met met met met met",
            "true,  89.99, 10, 1, true,  true,  true,  0, met met met met met met met",
            "true,  90.00,  9, 1, true,  true,  true,  0, met notMet met met met met met",
            "false, 89.99,  9, 1, true,  true,  true,  0, notMet met met met met met met",
            "true,  89.99,  9, 0, true,  true,  true,  0, met met notMet met met met met",
            "true,  89.99,  9, 1, false, true,  true,  0, met met met notMet met met met",
            "true,  89.99,  9, 1, true,  false, true,  0, met met met met notMet met met",
            "true,  89.99,  9, 1, true,  true,  false, 0, met met met met met notMet met",
            "true,  89.99,  9, 1, true,  true,  true,  1, met met met met met met notMet"})
    void criteriaForInvolvement(boolean ofAge, BigDecimal attendance, int withoutLeave, int letters, boolean meeting, boolean earlyHelp,
                                boolean planReviewed, int noReasonYet, String results) {
        Map<String, Object> inputs = Map.of("ofAge", ofAge, "attendance", attendance, "withoutLeave", withoutLeave, "letters", letters,
                "meeting", meeting, "earlyHelp", earlyHelp, "planReviewed", planReviewed, "noReasonYet", noReasonYet);

        var decided = evaluate("criteria-for-involvement", FIRST_DAY, inputs);
        assertThat(decided).extracting(row -> row.get("about"))
                .containsExactly("age", "attendance", "letters", "meeting", "earlyHelp", "plan", "register");
        assertThat(decided).extracting(row -> row.get("result")).containsExactly((Object[]) results.split(" "));
        assertThat(decided).filteredOn(row -> row.get("kind").equals("school action")).extracting(row -> row.get("about"))
                .containsExactly("letters", "meeting", "earlyHelp", "plan");
        assertThat(evaluate("criteria-for-involvement", DAY_BEFORE, inputs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  4, 0, accept, true,  every criterion is met",
        "true,  1, 0, accept, true,  every criterion is met",
        "true,  1, 1, return, true,  not every criterion is met",
        "true,  1, 6, return, true,  not every criterion is met",
        "true,  0, 4, return, false, no evidence of any action by the school",
        "true,  0, 0, return, false, no evidence of any action by the school",
        "false, 4, 0, return, false, not of compulsory school age",
        "false, 0, 7, return, false, not of compulsory school age"})
    void involvement(boolean ofAge, int schoolAction, int notMet, String recommendation, boolean mayAccept, String words) {
        assertThat(evaluate("involvement", FIRST_DAY, Map.of("ofAge", ofAge, "schoolAction", schoolAction, "notMet", notMet)))
                .singleElement().satisfies(decided -> {
                    assertThat(decided.get("recommendation")).isEqualTo(recommendation);
                    assertThat(decided.get("mayAccept")).isEqualTo(mayAccept);
                    assertThat(decided.get("words").toString()).contains(words);
                });
        assertThat(evaluate("involvement", DAY_BEFORE, Map.of("ofAge", ofAge, "schoolAction", schoolAction, "notMet", notMet))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            // sessions, leave, earlier, answer, lower £, full £, lower days, full days, words
            " 1, false, 0, lawfulWithReason, 80, 160, 21, 28, Notice to Improve comes first",
            " 9, false, 0, lawfulWithReason, 80, 160, 21, 28, exceptional reason",
            "10, false, 0, mustConsider,     80, 160, 21, 28, Notice to Improve comes first",
            " 9, true,  0, lawfulWithReason, 80, 160, 21, 28, no Notice to Improve is needed",
            "10, true,  0, mustConsider,     80, 160, 21, 28, no Notice to Improve is needed",
            " 9, false, 1, lawfulWithReason,   , 160,   , 28, second notice",
            "10, false, 1, mustConsider,       , 160,   , 28, second notice",
            " 9, true,  1, lawfulWithReason,   , 160,   , 28, second notice",
            "10, true,  1, mustConsider,       , 160,   , 28, second notice",
            "10, false, 2, refused,            ,    ,   ,   , consider prosecution",
            " 9, true,  3, refused,            ,    ,   ,   , consider prosecution",
            " 0, false, 0, refused,            ,    ,   ,   , no unauthorised session"})
    void penaltyNotice(int sessions, boolean leave, int earlier, String answer, Double lower, Double full, Integer lowerDays,
                       Integer fullDays, String words) {
        notice(inputs(sessions, leave, earlier, true, false, false, false, 0), answer, lower, full, lowerDays, fullDays, words);
        notice(inputs(sessions, leave, earlier, true, false, true, true, 0), answer, lower, full, lowerDays, fullDays, words);
    }

    /** Whatever the count: what forbids a notice, or stops it. */
    @ParameterizedTest
    @CsvSource({
            "false, false, false, false, 0, refused,    not of compulsory school age",
            "true,  true,  false, false, 0, refused,    independent school",
            "true,  true,  true,  true,  0, refused,    independent school",
            "true,  false, true,  false, 0, stopAndAsk, looked after",
            "true,  false, true,  false, 1, stopAndAsk, looked after",
            "true,  false, true,  true,  1, stopAndAsk, no reason yet (N)",
            "true,  false, false, false, 1, stopAndAsk, no reason yet (N)"})
    void penaltyNoticeStopped(boolean age, boolean independent, boolean lookedAfter, boolean asked, int noReasonYet, String answer,
                              String words) {
        for (int sessions : new int[] {9, 10}) {
            notice(inputs(sessions, true, 0, age, independent, lookedAfter, asked, noReasonYet), answer, null, null, null, null, words);
            notice(inputs(sessions, false, 1, age, independent, lookedAfter, asked, noReasonYet), answer, null, null, null, null, words);
        }
    }

    private static Map<String, Object> inputs(int sessions, boolean leave, int earlier, boolean age, boolean independent,
                                              boolean lookedAfter, boolean asked, int noReasonYet) {
        return Map.of("sessions", sessions, "termTimeLeave", leave, "earlier", earlier, "ofCompulsorySchoolAge", age,
                "independentSchool", independent, "lookedAfter", lookedAfter, "lookedAfterAsked", asked, "noReasonYet", noReasonYet);
    }

    private void notice(Map<String, Object> inputs, String answer, Double lower, Double full, Integer lowerDays, Integer fullDays,
                        String words) {
        var decided = evaluate("penalty-notice-eligibility", FIRST_DAY, inputs);
        assertThat(decided).as("%s", inputs).hasSize(1);
        assertThat(Stream.of("answer", "lowerAmount", "fullAmount", "lowerDays", "fullDays").map(decided.get(0)::get)).as("%s", inputs)
                .containsExactly(answer, lower, full, lowerDays, fullDays);
        assertThat(decided.get(0).get("because")).asString().contains(words);
        assertThat(evaluate("penalty-notice-eligibility", DAY_BEFORE, inputs)).as("before the national framework").isEmpty();
    }

    private void decides(String table, Map<String, Object> inputs, Map<String, Object> outputs) {
        assertThat(evaluate(table, FIRST_DAY, inputs)).as("%s on its first day", table).containsExactly(outputs);
        assertThat(evaluate(table, DAY_BEFORE, inputs)).as("%s on the day before it took effect", table).isEmpty();
    }

    private List<Map<String, Object>> evaluate(String table, String on, Map<String, Object> inputs) {
        var all = new HashMap<>(inputs);
        all.put("on", Date.from(LocalDate.parse(on).atStartOfDay(MovableClock.LONDON).toInstant()));
        try (var file = Files.newInputStream(tables.resolve(table + ".dmn"))) {
            return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, file), all).getResultList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
