package apws.form;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.form.FormRules.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate accepts, refuses and drops. Components and answers are JSON written with ' for ". */
class FormRulesTest {

    private static final String DECISION = """
            {'type': 'radio', 'key': 'decision', 'label': 'Decision', 'validate': {'required': true},
             'values': [{'value': 'send', 'label': 'Send'}, {'value': 'hold', 'label': 'Hold'}], 'properties': {'routes': 'yes'}}""";
    private static final String HELD_UNTIL = """
            {'type': 'datetime', 'subtype': 'date', 'dateLabel': 'Hold until', 'key': 'holdUntil', 'validate': {'required': true},
             'conditional': {'hide': '=decision != \\"hold\\"'}, 'properties': {'routes': 'yes'}}""";

    private final FormRules rules;

    FormRulesTest() {
        rules = rulesOn("2026-11-23");
    }

    private static FormRules rulesOn(String today) {
        var calendar = new SchoolCalendar(Clock.fixed(Instant.parse(today + "T10:00:00Z"), MovableClock.LONDON),
                new CalendarSettings(List.of(), List.of(LocalDate.of(2026, 11, 30)), CALENDAR_DAYS));
        var feel = new Feel(calendar);
        return new FormRules(feel, new FieldCheck(feel, new Choices(feel), calendar));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", value = {
        // component's attributes                                            | answer                      | what is said; - for accepted
        "'type': 'textfield'                                                 | 'Ada'                       | -",
        "'type': 'textfield'                                                 | 5                           | must be text",
        "'type': 'textfield'                                                 | ['a']                       | must be text",
        "'type': 'textfield', 'validate': {'required': true}                 | ''                          | is required",
        "'type': 'textfield', 'validate': {'required': true}                 | null                        | is required",
        "'type': 'textfield', 'validate': {'required': true}                 | ' '                         | -",
        "'type': 'textfield', 'validate': {'pattern': '^[A-Z]{2}$'}          | 'ab'                        | it must match",
        "'type': 'textfield', 'validate': {'pattern': '[0-9]'}               | 'a1b'                       | -",
        "'type': 'textfield', 'validate': {'pattern': '^[A-Z]{2}$'}          | ''                          | -",
        "'type': 'textfield', 'validate': {'minLength': 3}                   | ' ab '                      | must be at least 3 characters long",
        "'type': 'textfield', 'validate': {'maxLength': 3}                   | ' abc '                     | -",
        "'type': 'textfield', 'validate': {'maxLength': 3}                   | 'abcd'                      | must be at most 3 characters long",
        "'type': 'textfield', 'validate': {'minLength': '=1 + 2'}            | 'ab'                        | must be at least 3 characters long",
        "'type': 'textfield', 'validate': {'validationType': 'email'}        | 'a@b.uk'                    | -",
        "'type': 'textfield', 'validate': {'validationType': 'email'}        | 'a.b.uk'                    | must be an e-mail address",
        "'type': 'textfield', 'validate': {'validationType': 'phone'}        | '+441302000000'             | -",
        "'type': 'textfield', 'validate': {'validationType': 'phone'}        | '01302 000000'              | must be an international telephone",
        "'type': 'textarea', 'validate': {'required': true}                  | ''                          | is required",
        "'type': 'number'                                                    | 95                          | -",
        "'type': 'number'                                                    | 95.5                        | -",
        "'type': 'number'                                                    | '95.5'                      | -",
        "'type': 'number'                                                    | 'many'                      | must be a number",
        "'type': 'number'                                                    | 'NaN'                       | must be a number",
        "'type': 'number'                                                    | true                        | must be a number",
        "'type': 'number'                                                    | '1e999999999'               | must be a number",
        "'type': 'number', 'validate': {'required': true}                    | 0                           | -",
        "'type': 'number', 'validate': {'required': true}                    | ''                          | is required",
        "'type': 'number', 'validate': {'min': 1}                            | 0                           | must be at least 1",
        "'type': 'number', 'validate': {'min': 1}                            | 1                           | -",
        "'type': 'number', 'validate': {'min': '=baseline'}                  | 89                          | must be at least 90",
        "'type': 'number', 'validate': {'max': 100}                          | 100.01                      | must be at most 100",
        "'type': 'number', 'decimalDigits': 0                                | 1.5                         | must be a whole number",
        "'type': 'number', 'decimalDigits': 0                                | 2.0                         | -",
        "'type': 'number', 'decimalDigits': 1                                | 2.25                        | at most 1 decimal",
        "'type': 'number', 'increment': 0.5                                  | 2.25                        | must be a multiple of 0.5",
        "'type': 'number', 'increment': '0.5'                                | 2.5                         | -",
        "'type': 'checkbox'                                                  | false                       | -",
        "'type': 'checkbox'                                                  | 'true'                      | must be true (ticked) or false",
        "'type': 'checkbox', 'validate': {'required': true}                  | false                       | must be ticked",
        "'type': 'checkbox', 'validate': {'required': true}                  | true                        | -",
        "'type': 'radio', 'values': [{'value': 'a', 'label': 'A'}]           | 'a'                         | -",
        "'type': 'radio', 'values': [{'value': 'a', 'label': 'A'}]           | 'b'                         | is not among the choices",
        "'type': 'radio', 'values': [{'value': 1, 'label': 'One'}]           | 1.0                         | -",
        "'type': 'select', 'values': ['a', {'value': 'b'}]                   | 'b'                         | -",
        "'type': 'select', 'valuesKey': 'officers'                           | 'ewo1'                      | -",
        "'type': 'select', 'valuesKey': 'officers'                           | 'ewo3'                      | is not among the choices",
        "'type': 'select', 'valuesKey': 'nowhere'                            | 'ewo1'                      | is not among the choices",
        "'type': 'select', 'valuesExpression': '=officers.value'             | 'ewo2'                      | -",
        "'type': 'select', 'valuesExpression': '=officers.value'             | 'ewo9'                      | is not among the choices",
        "'type': 'select'                                                    | 'anything'                  | is not among the choices",
        "'type': 'checklist', 'values': ['a', 'b']                           | ['a', 'b']                  | -",
        "'type': 'checklist', 'values': ['a', 'b']                           | ['a', 'c']                  | is not among the choices",
        "'type': 'checklist', 'values': ['a', 'b']                           | 'a'                         | must be a list of choices",
        "'type': 'checklist', 'values': ['a'], 'validate': {'required': true}| []                          | is required",
        "'type': 'taglist', 'values': ['a', 'b']                             | ['b']                       | -",
        "'type': 'datetime', 'subtype': 'date'                               | '2026-11-23'                | -",
        "'type': 'datetime', 'subtype': 'date'                               | '23/11/2026'                | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '2026-02-30'                | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '0026-11-23'                | must be a date since 1900",
        "'type': 'datetime', 'subtype': 'date'                               | '2100-01-01'                | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '2026-11-31'                | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '31/11/2026'                | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '20 Nov 2026'               | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '20/11/25'                  | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '20112026'                  | must be a date",
        "'type': 'datetime', 'subtype': 'date'                               | '2026-11-23T10:00'          | must be a date",
        "'type': 'datetime', 'subtype': 'date', 'validate':{'required':true} | ''                          | is required",
        "'type': 'datetime', 'subtype': 'date', 'disallowPassedDates': true  | '2026-11-22'                | must not be in the past",
        "'type': 'datetime', 'subtype': 'date', 'disallowPassedDates': true  | '2026-11-23'                | -",
        "'type': 'datetime', 'subtype': 'time'                               | '14:30'                     | -",
        "'type': 'datetime', 'subtype': 'time'                               | '25:30'                     | must be a time",
        "'type': 'datetime', 'subtype': 'time'                               | '14:30:59'                  | must be a time",
        "'type': 'datetime', 'subtype': 'time'                               | '2.30pm'                    | must be a time",
        "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_offset' | '14:30+01:00'      | -",
        "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_offset' | '14:30'            | must be a time",
        "'type': 'datetime', 'subtype': 'datetime'                           | '2026-11-23T14:30'          | -",
        "'type': 'datetime', 'subtype': 'datetime'                           | '2026-11-23'                | must be a date and time",
        "'type': 'datetime', 'subtype': 'datetime', 'disallowPassedDates': true | '2026-11-22T14:30'       | must not be in the past",
    })
    void refusesWhatTheFieldsOwnRulesRefuse(String attributes, String answer, String said) {
        var outcome = apply("{%s, 'key': 'it', 'label': 'It'}".formatted(attributes), "{'it': %s}".formatted(answer),
                "{'baseline': 90, 'officers': [{'value': 'ewo1', 'label': 'One'}, {'value': 'ewo2', 'label': 'Two'}]}");
        if (said == null) {
            assertThat(outcome.problems()).isEmpty();
        } else {
            assertThat(outcome.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.field()).isEqualTo("it");
                assertThat(problem.reason()).contains(said);
            });
        }
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "'type': 'number'                                               | '95.50'             | {'it': 95.5}",
        "'type': 'number'                                               | 95.0                | {'it': 95}",
        "'type': 'number', 'serializeToString': true                    | '95.50'             | {'it': '95.5'}",
        "'type': 'textfield'                                            | 'a\\nb'             | {'it': 'a b'}",
        "'type': 'textfield'                                            | ''                  | {}",
        "'type': 'datetime', 'subtype': 'time'                          | '14:30:00'          | {'it': '14:30'}",
        "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_normalized' | '14:30+01:00' | {'it': '13:30Z'}",
        "'type': 'checkbox'                                             | null                | {'it': false}",
        "'type': 'checklist', 'values': ['a', 'b']                      | ['a', 'a']          | {'it': ['a']}",
        "'type': 'select', 'values': ['a']                              | ''                  | {}",
    })
    void keepsAnswersInOneForm(String attributes, String answer, String kept) {
        var outcome = apply("{%s, 'key': 'it'}".formatted(attributes), "{'it': %s}".formatted(answer), "{}");
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.kept()).isEqualTo(data(kept));
    }

    @Test
    void saysEveryProblemAtOnceWithTheFieldsLabelAndKey() {
        var outcome = apply(DECISION + ", {'type': 'textfield', 'key': 'reason', 'label': 'Reason', 'validate': {'required': true}}", "{}", "{}");
        assertThat(outcome.problems()).extracting(FieldProblem::inWords)
                .containsExactly("'Decision' (decision): is required", "'Reason' (reason): is required");
    }

    @Test
    void namesAFieldByItsKeyWhereItsLabelIsComputed() {
        var outcome = apply("{'type': 'textfield', 'key': 'it', 'label': '=\\\"It of \\\" + name', 'validate': {'required': true}}", "{}", "{}");
        assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactly("it: is required");
    }

    @Test
    void refusesAnAnswerToAFieldThatTheFormDoesNotHave() {
        var outcome = apply(DECISION + ", " + list("true", ""), "{'decision': 'send', 'stage': 'Stage 4', 'actions': [{'what': 'x', 'who': 'me'}]}", "{}");
        assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactlyInAnyOrder(
                "stage: is not a field of this form", "actions.who, row 1: is not a field of this form");
    }

    @Test
    void handsOnOnlyWhatRoutes() {
        var outcome = apply(DECISION + ", {'type': 'textarea', 'key': 'note'}", "{'decision': 'send', 'note': 'seen'}", "{}");
        assertThat(outcome.routed()).isEqualTo(Map.of("decision", "send"));
        assertThat(outcome.kept()).isEqualTo(Map.of("decision", "send", "note", "seen"));
    }

    @Nested
    class HiddenFields {

        @Test
        void areNotRequiredAndClearWhatTheyRoute() {
            var outcome = apply(DECISION + ", " + HELD_UNTIL, "{'decision': 'send'}", "{}");
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.routed()).containsEntry("holdUntil", null).containsEntry("decision", "send");
        }

        @Test
        void areNotKeptThoughSent() {
            var outcome = apply(DECISION + ", " + HELD_UNTIL, "{'decision': 'send', 'holdUntil': '2026-12-01'}", "{}");
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.kept()).isEqualTo(Map.of("decision", "send"));
        }

        @Test
        void areRequiredOnceShown() {
            var outcome = apply(DECISION + ", " + HELD_UNTIL, "{'decision': 'hold'}", "{}");
            assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactly("'Hold until' (holdUntil): is required");
        }

        @Test
        void takeTheirGroupsChildrenWithThem() {
            var group = """
                    {'type': 'group', 'path': 'held', 'conditional': {'hide': '=decision = \\"send\\"'}, 'components': [
                      {'type': 'group', 'components': [{'type': 'textfield', 'key': 'why', 'label': 'Why', 'validate': {'required': true}}]}]}""";
            assertThat(apply(DECISION + ", " + group, "{'decision': 'send', 'held': {'why': 'x'}}", "{}").kept())
                    .isEqualTo(Map.of("decision", "send"));
            assertThat(apply(DECISION + ", " + group, "{'decision': 'hold'}", "{}").problems())
                    .extracting(FieldProblem::inWords).containsExactly("'Why' (held.why): is required");
            assertThat(apply(DECISION + ", " + group, "{'decision': 'hold', 'held': {'why': 'x'}}", "{}").kept())
                    .isEqualTo(data("{'decision': 'hold', 'held': {'why': 'x'}}"));
        }

        @Test
        void hideWhatDependsOnThem() {
            var chain = """
                    {'type': 'checkbox', 'key': 'a'},
                    {'type': 'checkbox', 'key': 'b', 'conditional': {'hide': '=a = false'}},
                    {'type': 'textfield', 'key': 'c', 'conditional': {'hide': '=b = false'}, 'validate': {'required': true}}""";
            assertThat(apply(chain, "{'a': false, 'b': true, 'c': 'x'}", "{}").kept()).isEqualTo(Map.of("a", false));
            assertThat(apply(chain, "{'a': true, 'b': true}", "{}").problems()).hasSize(1);
        }

        @Test
        void countForOthersAsWhatTheFormStartedWith() {
            var fields = """
                    {'type': 'checkbox', 'key': 'told'},
                    {'type': 'textfield', 'key': 'how', 'defaultValue': 'by letter', 'conditional': {'hide': '=told = false'}},
                    {'type': 'textfield', 'key': 'posted', 'conditional': {'hide': '=how != \\"by letter\\"'}, 'validate': {'required': true}}""";
            assertThat(apply(fields, "{'told': false}", "{}").problems()).extracting(FieldProblem::field).containsExactly("posted");
            assertThat(apply(fields, "{'told': true, 'how': 'by hand'}", "{}").problems()).isEmpty();
        }
    }

    @Nested
    class ReadOnlyFields {

        @Test
        void keepNothingOfWhatIsSent() {
            var outcome = apply("""
                    {'type': 'number', 'key': 'baseline', 'readonly': true},
                    {'type': 'textfield', 'key': 'pupilName', 'disabled': true},
                    {'type': 'number', 'key': 'target', 'properties': {'check': '=target > baseline', 'checkMessage': 'must be above the baseline'}}""",
                    "{'baseline': 10, 'pupilName': 'Another', 'target': 50}", "{'baseline': 90, 'pupilName': 'Ada'}");
            assertThat(outcome.kept()).isEqualTo(data("{'target': 50}"));
            assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactly("target: must be above the baseline");
        }

        @Test
        void mayBeSoOnACondition() {
            var field = DECISION + ", {'type': 'textfield', 'key': 'why', 'readonly': '=decision = \\\"send\\\"', 'properties': {'routes': 'yes'}}";
            assertThat(apply(field, "{'decision': 'send', 'why': 'x'}", "{}").kept()).isEqualTo(Map.of("decision", "send"));
            assertThat(apply(field, "{'decision': 'send', 'why': 'x'}", "{}").routed()).doesNotContainKey("why");
            assertThat(apply(field, "{'decision': 'hold', 'why': 'x'}", "{}").routed()).containsEntry("why", "x");
        }
    }

    @Nested
    class OurOwnRules {

        @Test
        void checkTheAnswersAgainstEachOther() {
            var fields = """
                    {'type': 'datetime', 'subtype': 'date', 'key': 'from'},
                    {'type': 'datetime', 'subtype': 'date', 'key': 'to',
                     'properties': {'check': '=date(to) > date(from)', 'checkMessage': 'must be after the start'}}""";
            assertThat(apply(fields, "{'from': '2026-11-01', 'to': '2026-12-01'}", "{}").problems()).isEmpty();
            assertThat(apply(fields, "{'from': '2026-11-01'}", "{}").problems()).isEmpty();
            assertThat(apply(fields, "{'from': '2026-11-01', 'to': '2026-11-01'}", "{}").problems())
                    .extracting(FieldProblem::inWords).containsExactly("to: must be after the start");
        }

        @Test
        void askForAReasonAgainstTheRecommendation() {
            var fields = DECISION + """
                    , {'type': 'textarea', 'key': 'reason', 'label': 'Reason',
                       'properties': {'requiredWhen': '=decision != recommendation', 'requiredMessage': 'say why you decide otherwise'}}""";
            assertThat(apply(fields, "{'decision': 'send'}", "{'recommendation': 'send'}").problems()).isEmpty();
            assertThat(apply(fields, "{'decision': 'send'}", "{'recommendation': 'hold'}").problems())
                    .extracting(FieldProblem::inWords).containsExactly("'Reason' (reason): say why you decide otherwise");
            assertThat(apply(fields, "{'decision': 'send', 'reason': 'x'}", "{'recommendation': 'hold'}").problems()).isEmpty();
        }

        @Test
        void mayAskAListForARow() {
            var list = list("true", "'properties': {'requiredWhen': '=true', 'requiredMessage': 'at least one action'}, ");
            assertThat(apply(list, "{}", "{}").problems()).extracting(FieldProblem::inWords).containsExactly("'Actions' (actions): at least one action");
            assertThat(apply(list, "{'actions': [{'what': ''}]}", "{}").problems()).hasSize(1);
            assertThat(apply(list, "{'actions': [{'what': 'x'}]}", "{}").problems()).isEmpty();
        }

        @Test
        void mayLookAtTheWholeForm() {
            var outcome = rules.apply(form("'properties': {'check': '=a or b', 'checkMessage': 'tick one of the two'}, ",
                    "{'type': 'checkbox', 'key': 'a'}, {'type': 'checkbox', 'key': 'b'}"), Map.of(), data("{'a': false, 'b': false}"));
            assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactly("it: tick one of the two");
        }

        @Test
        void leaveHiddenFieldsAlone() {
            var fields = "{'type': 'textfield', 'key': 'it', 'conditional': {'hide': '=true'}, 'properties': {'requiredWhen': '=true', 'check': '=false'}}";
            assertThat(apply(fields, "{'it': 'x'}", "{}").problems()).isEmpty();
        }

        @Test
        void knowTheDay() {
            var field = "{'type': 'datetime', 'subtype': 'date', 'key': 'on', 'properties': {'check': '=date(on) <= today()'}}";
            assertThat(apply(field, "{'on': '2026-11-23'}", "{}").problems()).isEmpty();
            assertThat(apply(field, "{'on': '2026-11-24'}", "{}").problems()).hasSize(1);
        }
    }

    @Nested
    class AppointedDays {

        private static final String MEETING = """
                {'type': 'datetime', 'subtype': 'date', 'key': 'meetingOn', 'dateLabel': 'Date', 'disallowPassedDates': true,
                 'properties': {'schoolDayUnless': 'meetingOnWhy', 'afterLetterUnless': 'meetingOnWhy'}},
                {'type': 'textfield', 'key': 'meetingOnWhy'}""";

        @ParameterizedTest
        @CsvSource(delimiter = '|', nullValues = "-", value = {
            // it is Monday, 23 November 2026
            "2026-11-26 | -",
            "2026-11-22 | must not be in the past",
            "2026-11-28 | is a Saturday. Choose another day, such as 1 December 2026, or say why this day all the same",
            "2026-12-20 | is a Sunday. Choose another day, such as 4 January 2027, or say why this day all the same",
            "2026-11-30 | is a day on which schools are closed. Choose another day, such as 1 December 2026, or say why this day all the same",
            "2026-12-25 | is a bank holiday. Choose another day, such as 4 January 2027, or say why this day all the same",
            "2026-12-22 | is a day in the school holidays. Choose another day, such as 4 January 2027, or say why this day all the same",
            "2026-11-24 | comes too soon: a letter posted first class today arrives on 25 November 2026. Choose another day, such as 26 November 2026, or say why this day all the same",
            "2026-11-25 | comes too soon: a letter posted first class today arrives on 25 November 2026. Choose another day, such as 26 November 2026, or say why this day all the same"})
        void areAskedAboutWhereTheyAreUnusualAndTakenWithAReason(String day, String asked) {
            var sent = "{'meetingOn': '%s'}".formatted(day);
            assertThat(apply(MEETING, sent, "{}").problems()).extracting(FieldProblem::inWords)
                    .isEqualTo(asked == null ? List.of() : List.of("'Date' (meetingOn): " + asked));

            var meant = apply(MEETING, sent.replace("}", ", 'meetingOnWhy': 'The parent asked for it'}"), "{}");
            if (!day.equals("2026-11-22")) {
                assertThat(meant.problems()).isEmpty();
                assertThat(meant.kept()).containsEntry("meetingOnWhy", "The parent asked for it");
            }
        }

        @Test
        void takeNoBlankForAReason() {
            assertThat(apply(MEETING, "{'meetingOn': '2026-12-20', 'meetingOnWhy': ' '}", "{}").problems()).hasSize(1);
        }

        @Test
        void areAskedAboutBothAtOnce() {
            assertThat(rulesOn("2026-12-23").apply(form("", MEETING), Map.of(), data("{'meetingOn': '2026-12-26'}")).problems())
                    .extracting(FieldProblem::reason).containsExactly("is a Saturday, and comes too soon: a letter posted first class today "
                            + "arrives on 29 December 2026. Choose another day, such as 4 January 2027, or say why this day all the same");
        }

        @Test
        void mayFallOnADayWithoutSchoolWhereTheyAreDaysToAnswerBy() {
            var answers = MEETING.replace("'schoolDayUnless': 'meetingOnWhy', ", "");
            assertThat(apply(answers, "{'meetingOn': '2026-12-20'}", "{}").problems()).isEmpty();
            assertThat(apply(answers, "{'meetingOn': '2026-11-25'}", "{}").problems()).hasSize(1);
        }

        @Test
        void areAskedAboutInTheirRow() {
            var rows = "{'type': 'dynamiclist', 'path': 'rows', 'components': [%s]}".formatted(MEETING);
            assertThat(apply(rows, "{'rows': [{'meetingOn': '2026-12-20', 'meetingOnWhy': 'x'}, {'meetingOn': '2026-12-20'}]}", "{}").problems())
                    .extracting(FieldProblem::row).containsExactly(2);
        }
    }

    @Nested
    class Lists {

        private final String candidates = """
                {'type': 'dynamiclist', 'path': 'candidates', 'label': 'Candidates', 'allowAddRemove': false, 'components': [
                  {'type': 'textfield', 'key': 'upn', 'label': 'UPN', 'readonly': true, 'properties': {'rowKey': 'yes'}},
                  {'type': 'textfield', 'key': 'attendance', 'readonly': true},
                  {'type': 'radio', 'key': 'decision', 'label': 'Decision', 'validate': {'required': true}, 'values': ['send', 'hold']},
                  {'type': 'datetime', 'subtype': 'date', 'key': 'until', 'label': 'Until', 'validate': {'required': true},
                   'conditional': {'hide': '=this.decision != \\"hold\\"'}},
                  {'type': 'textarea', 'key': 'reason', 'label': 'Reason',
                   'properties': {'requiredWhen': '=this.decision = \\"hold\\" and parent.strict and i[1] = 2'}}]}""";
        private final String given = """
                {'strict': true, 'candidates': [{'upn': 'A1', 'attendance': '94.0 %'}, {'upn': 'B2', 'attendance': '91.5 %'}]}""";

        @Test
        void judgeEachRowByItself() {
            var outcome = apply(candidates, "{'candidates': [{'upn': 'A1', 'decision': 'send'}, {'upn': 'B2', 'decision': 'hold'}]}", given);
            assertThat(outcome.problems()).extracting(FieldProblem::inWords).containsExactly(
                    "'Until' (candidates.until, row 2): is required", "'Reason' (candidates.reason, row 2): is required");
        }

        @Test
        void keepARowsKeyAndAnswersAndNothingElse() {
            var outcome = apply(candidates, """
                    {'candidates': [{'upn': 'B2', 'attendance': '99 %', 'decision': 'send', 'until': '2026-12-01'}, {'upn': 'A1', 'decision': 'send'}]}""",
                    given);
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.kept()).isEqualTo(data(
                    "{'candidates': [{'upn': 'A1', 'decision': 'send'}, {'upn': 'B2', 'decision': 'send'}]}"));
        }

        @Test
        void refuseRowsThatWereNotGiven() {
            var outcome = apply(candidates, """
                    {'candidates': [{'upn': 'A1', 'decision': 'send'}, {'upn': 'B2', 'decision': 'send'}, {'upn': 'Z9', 'decision': 'send'}]}""", given);
            assertThat(outcome.problems()).extracting(FieldProblem::inWords).singleElement().asString()
                    .contains("'Candidates' (candidates): 1 of its rows are not among those given");
        }

        @Test
        void refuseTheSameRowTwice() {
            var outcome = apply(candidates, """
                    {'candidates': [{'upn': 'A1', 'decision': 'send'}, {'upn': 'A1', 'decision': 'send'}, {'upn': 'B2', 'decision': 'send'}]}""", given);
            assertThat(outcome.problems()).hasSize(1);
        }

        @Test
        void refuseAMissingRow() {
            var outcome = apply(candidates, "{'candidates': [{'upn': 'B2', 'decision': 'send'}]}", given);
            assertThat(outcome.problems()).extracting(FieldProblem::reason).singleElement().asString().contains("row 1 of those given");
            assertThat(apply(candidates, "{}", given).problems()).hasSize(2);
        }

        @Test
        void refuseWhatIsNoList() {
            assertThat(apply(list("true", ""), "{'actions': 'x'}", "{}").problems()).extracting(FieldProblem::reason)
                    .containsExactly("must be a list of rows");
            assertThat(apply(list("true", ""), "{'actions': ['x']}", "{}").problems()).hasSize(1);
        }

        @Test
        void withoutAKeyAreMatchedByTheirOrder() {
            assertThat(apply(list("false", ""), "{'actions': [{'what': 'a'}, {'what': 'b'}]}", "{'actions': [{}, {}]}").problems()).isEmpty();
            assertThat(apply(list("false", ""), "{'actions': [{'what': 'a'}]}", "{'actions': [{}, {}]}").problems()).hasSize(1);
        }

        @Test
        void mayGrowWherePeopleCanAddRows() {
            var outcome = apply(list("true", ""), "{'actions': [{'what': 'a'}, {'what': ''}, null, {'what': 'b'}]}", "{}");
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.kept()).isEqualTo(data("{'actions': [{'what': 'a'}, {'what': 'b'}]}"));
        }

        @Test
        void thatAreHiddenAreNotKept() {
            var outcome = apply(list("true", "'conditional': {'hide': '=true'}, "), "{'actions': [{'what': 'a'}]}", "{}");
            assertThat(outcome.kept()).isEmpty();
        }

        @Test
        void mayStandInEachOther() {
            var nested = """
                    {'type': 'dynamiclist', 'path': 'parents', 'components': [
                      {'type': 'textfield', 'key': 'name'},
                      {'type': 'dynamiclist', 'path': 'calls', 'components': [
                        {'type': 'textfield', 'key': 'on', 'label': 'On', 'properties': {'requiredWhen': '=parent.this.name = \\"B\\"'}},
                        {'type': 'textfield', 'key': 'said'}]}]}""";
            var outcome = apply(nested, """
                    {'parents': [{'name': 'A', 'calls': [{'said': 'x'}]}, {'name': 'B', 'calls': [{'said': 'y'}]}]}""", "{}");
            assertThat(outcome.problems()).extracting(FieldProblem::label).containsExactly("On");
            assertThat(outcome.kept()).isEqualTo(data(
                    "{'parents': [{'name': 'A', 'calls': [{'said': 'x'}]}, {'name': 'B', 'calls': [{'said': 'y'}]}]}"));
        }
    }

    @Test
    void computesExpressionFieldsItself() {
        var outcome = apply("{'type': 'number', 'key': 'a'}, {'type': 'expression', 'key': 'double', 'expression': '=a * 2', 'properties': {'routes': 'yes'}}",
                "{'a': 21, 'double': 7}", "{}");
        assertThat(outcome.kept()).isEqualTo(data("{'a': 21, 'double': 42}"));
        assertThat(outcome.routed()).isEqualTo(data("{'double': 42}"));
    }

    private static String list(String addRemove, String more) {
        return """
                {'type': 'dynamiclist', 'path': 'actions', 'label': 'Actions', %s'allowAddRemove': %s, 'components': [
                  {'type': 'textfield', 'key': 'what', 'label': 'What'}]}""".formatted(more, addRemove);
    }

    private Outcome apply(String components, String sent, String shown) {
        return rules.apply(form("", components), data(shown), data(sent));
    }

    private static Form form(String more, String components) {
        return Form.read("{'id': 'it', 'type': 'default', %s'components': [%s]}".formatted(more, components).replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> data(String json) {
        try {
            return Paths.asMap(Plain.of(new ObjectMapper().readTree(json.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
