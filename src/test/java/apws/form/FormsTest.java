package apws.form;

import static apws.calendar.CalendarSettings.DaysCounted.CALENDAR_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The forms themselves: Tasklist can show them, the diagrams get what they decide on, and a form filled in as a person would is accepted.
 * The entries that are accepted stand in {@code src/test/resources/entries}, named after their form; {@code shown.json} is what forms are given.
 */
class FormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path ENTRIES = Path.of("src/test/resources/entries");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMPARED = Pattern.compile("\\b(?:this\\.|c\\.|p\\.)?(\\w+)\\s*!?=\\s*\"(\\w+)\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}");

    /** Shown as markdown, so they may hold nothing that people typed. */
    private static final Set<String> FIGURES_ONLY = Set.of("figuresLine", "recommendationText", "candidatesLine", "timeLimitLine");

    private final Feel feel;
    private final FormRules rules;

    FormsTest() {
        var calendar = new SchoolCalendar(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), MovableClock.LONDON),
                new CalendarSettings(List.of(), List.of(), CALENDAR_DAYS));
        feel = new Feel(calendar);
        rules = new FormRules(feel, new FieldCheck(feel, new Choices(feel), calendar));
    }

    static Stream<String> forms() {
        return files(FORMS, ".form");
    }

    static Stream<String> entries() {
        return files(ENTRIES, ".json").filter(name -> !name.equals("shown"));
    }

    /** More than a column takes would be a failure of the database's, and no answer to whoever mistyped it. */
    @ParameterizedTest
    @MethodSource("forms")
    void boundsEveryNumber(String id) throws IOException {
        Form.read(Files.readAllBytes(FORMS.resolve(id + ".form"))).all().filter(field -> field.type() == FieldType.NUMBER)
                .forEach(field -> assertThat(field.validation("max").isMissingNode()).as(field.key()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormThatTasklistCanShow(String id) {
        var form = json(FORMS.resolve(id + ".form"));

        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(read(id).all().toList()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasIdsAndKeysThatOccurOnce(String id) {
        var whole = read(id).whole();

        assertThat(everywhere(whole).map(field -> field.definition().path("id").asText()).toList()).doesNotContain("").doesNotHaveDuplicates();
        assertThat(keysOf(whole)).doesNotHaveDuplicates();
        everywhere(whole).filter(field -> field.type() == FieldType.DYNAMICLIST).forEach(list -> assertThat(keysOf(list)).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fillsNoRowWithMoreThanItsSixteenColumns(String id) {
        containers(read(id).whole()).forEach(container -> {
            var rows = new LinkedHashMap<String, Integer>();
            container.children().forEach(field -> {
                var layout = field.definition().path("layout");
                if (layout.has("row")) {
                    rows.merge(layout.path("row").asText(), layout.path("columns").asInt(), Integer::sum);
                }
            });
            assertThat(rows.entrySet()).allSatisfy(row -> assertThat(row.getValue()).as(row.getKey()).isBetween(2, 16));
        });
    }

    /** The time field of the browser rounds what is typed down to its steps. */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsEveryMinuteThatIsTyped(String id) {
        assertThat(everywhere(read(id).whole()).filter(field -> field.type() == FieldType.DATETIME)
                .filter(field -> !field.definition().path("subtype").asText().equals("date"))).allSatisfy(time ->
                        assertThat(time.definition().path("timeInterval").asInt()).as(time.key()).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasReadableExpressionsOnly(String id) {
        everywhere(read(id).whole()).flatMap(FormsTest::expressions).forEach(expression ->
                assertThat(feel.mistakeIn(expression)).as(expression).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void comparesChoicesOnlyWithWhatTheyOffer(String id) {
        var form = read(id);
        var offered = new HashMap<String, Set<String>>();
        everywhere(form.whole()).forEach(field -> field.definition().path("values").forEach(value ->
                offered.computeIfAbsent(last(field), key -> new HashSet<>()).add(value.path("value").asText())));

        everywhere(form.whole()).forEach(field -> expressions(field).forEach(expression -> {
            var compared = COMPARED.matcher(expression);
            while (compared.find()) {
                var choices = offered.get(compared.group(1).equals("value") ? last(field) : compared.group(1));
                if (choices != null) {
                    assertThat(choices).as(expression).contains(compared.group(2));
                } else {
                    assertThat(compared.group(1)).as(expression).isIn("recommendation", "band", "absent");
                }
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsWhatPeopleTypedWithoutItsMarkup(String id) {
        everywhere(read(id).whole()).filter(field -> field.type() == FieldType.TEXT).forEach(text ->
                assertThat(TEMPLATE.matcher(text.definition().path("text").asText()).results().map(value -> value.group(1)).toList())
                        .as("values in the text %s", text.definition().path("id").asText()).isSubsetOf(FIGURES_ONLY));
    }

    /** A field asked for under a condition is there for some choice of answers, and is not there before anything is answered. */
    @ParameterizedTest
    @MethodSource("forms")
    void asksForEveryConditionalFieldInSomeCase(String id) {
        var form = read(id);
        var conditional = everywhere(form.whole()).filter(field -> field.hiddenWhen() != null && asks(field)).toList();
        for (var field : conditional) {
            var condition = field.hiddenWhen();
            assertThat(situations(form, condition)).as("%s is never shown", field.definition().path("id").asText())
                    .anySatisfy(situation -> assertThat(feel.isTrue(condition, situation)).isFalse());
            assertThat(feel.isTrue(condition, scope(Map.of(), Map.of()))).as("%s is asked before there is a reason to", condition).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void acceptsAnEntryAsAPersonWouldMakeIt(String name) {
        var outcome = apply(name, Map.of());

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.kept()).isNotEmpty();
    }

    @Test
    void everyFormHasAnEntryThatIsAccepted() {
        assertThat(entries().map(FormsTest::formOf).collect(Collectors.toSet())).isEqualTo(forms().collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        // entry                               | changed                                                     | refused, with
        "hold-interim-review.improved          | {'reason': ''}                                              | reason: is required",
        "hold-interim-review.improved          | {'whatWentWell': null}                                      | whatWentWell: is required",
        "hold-interim-review.move-on           | {'interimMovedTo': '2026-11-23'}                            | interimMovedTo: must be after today",
        "hold-interim-review                   | {'referNow': false}                                         | referNow: must be ticked",
        "hold-interim-review                   | {'happenedOn': '2026-11-24'}                                | happenedOn: cannot be after today",
        "hold-interim-review                   | {'endedAt': '15:30'}                                        | endedAt: must be after the start",
        "hold-interim-review                   | {'decision': 'better'}                                      | decision: is not among the choices",
        "hold-interim-review                   | {'newInformation': true}                                    | newInformationWhat: is required",
        "agree-plan                            | {'targetPercent': 86.5}                                     | targetPercent: must be above",
        "agree-plan                            | {'targetPercent': 100.5}                                    | targetPercent: must be at most 100",
        "agree-plan                            | {'planStart': '2026-10-25'}                                 | planStart: must lie between",
        "agree-plan                            | {'planStart': '2026-12-08'}                                 | planStart: must lie between",
        "agree-plan                            | {'targetInWords': 'Mr Sample drives on Mondays'}           | targetInWords: names a parent: it is printed for every parent of the pupil",
        "agree-plan                            | {'parentsView': 'Ms A Example says that mornings are hard'} | parentsView: names a parent",
        "decide-after-watch                    | {'meetingWith': 'Bob Sample (father)'}                      | meetingWith: names a parent",
        "record-meeting-outcome.missed         | {'meetingPlace': 'At Mr. B. Sample\\u2019s'}                 | meetingPlace: names a parent",
        "record-meeting-outcome.missed-again   | {'decidedWithout': 'Agreed with Ms Example'}                | decidedWithout: names a parent",
        "arrange-initial-meeting               | {'supportSoFar': 'Anna Example was rung each Monday'}       | supportSoFar: names a parent",
        "agree-panel-review                    | {'reviewMeetingWith': 'The officer, Mr B Sample'}           | reviewMeetingWith: names a parent",
        "hold-panel-review.moved               | {'reviewMovedWith': 'Mr Sample'}                            | reviewMovedWith: names a parent",
        "book-legal-meeting                    | {'legalMeetingWith': 'Mr Sample'}                           | legalMeetingWith: names a parent",
        "agree-plan                            | {'planReviewOn': '2026-12-13'}                              | planReviewOn: must be about four weeks",
        "agree-plan                            | {'actions': []}                                             | actions: needs at least one action",
        "agree-plan                            | {'parties': [{'name': 'A', 'role': 'b', 'signed': 'signed'}]} | parties.signedOn: is required",
        "agree-plan                            | {'signedCopyBy': null}                                      | signedCopyBy: is required",
        "record-meeting-outcome                | {'parents': [{'parentId': '11', 'came': 'apologies'}, {'parentId': '12', 'came': 'didNotAttend'}]} | decision: is 'held' only",
        "record-meeting-outcome                | {'parents': [{'parentId': '11', 'came': 'attended'}]}       | parents: row 2",
        "record-meeting-outcome.missed         | {'afterMiss': 'goOn', 'decidedWithout': 'x', 'meetingOn': null, 'meetingTime': null, 'meetingPlace': null, 'meetingWith': null} | afterMiss: must be 'arrange it again'",
        "record-meeting-outcome.missed         | {'meetingTime': null}                                       | meetingTime: is required",
        "record-meeting-outcome.missed         | {'meetingOn': '2026-11-22'}                                 | meetingOn: must not be in the past",
        "record-meeting-outcome.missed-again   | {'decidedWithout': ''}                                      | decidedWithout: is required",
        "decide-whom-to-write-to               | {'recipientsChecked': false}                                | recipientsChecked: must be ticked",
        "decide-whom-to-write-to               | {'marksSeen': false}                                        | marksSeen: must be ticked",
        "decide-whom-to-write-to               | {'meetingPlaceForAll': ''}                                  | candidates.meetingPlace: is required unless",
        "decide-whom-to-write-to               | {'meetingWithForAll': ''}                                   | candidates.meetingWith: is required unless",
        "decide-after-watch                    | {'marksSeen': false}                                        | marksSeen: must be ticked",
        "decide-after-watch                    | {'decision': 'close'}                                       | reason: is required",
        "undertake-early-help                  | {'barriers': []}                                            | barriers: is required",
        "undertake-early-help.declined         | {'reason': null}                                            | reason: is required",
        "receive-referral                      | {'missing': ''}                                             | missing: is required",
        "receive-referral                      | {'risksRead': false}                                        | risksRead: must be ticked",
        "check-criteria                        | {'criteria': [{'number': '1', 'result': 'met', 'evidence': 'x'}]} | criteria: row 2",
        "check-criteria                        | {'advice': ''}                                              | advice: is required",
        "check-criteria                        | {'referAgainFrom': '2026-11-23'}                            | referAgainFrom: must be after today",
        "check-criteria.accept                 | {'reason': ''}                                              | reason: is required",
        "check-criteria.accept                 | {'supportFirstRead': false}                                 | supportFirstRead: must be ticked",
        "check-criteria.accept                 | {'criteria': [{'number': '1', 'result': 'notMet', 'evidence': 'x'}, {'number': '2', 'result': 'notMet', 'evidence': 'x'}]} | decision: cannot be 'accepted'",
        "answer-return                         | {'done': ''}                                                | done: is required",
        "answer-return.keep                    | {'reason': ''}                                              | reason: is required",
        "arrange-initial-meeting               | {'meetingOn': '2026-11-23'}                                 | meetingOn: must be after today",
        "prepare-notice-to-improve             | {'schoolWeeks': 2}                                          | schoolWeeks: must be three to six school weeks",
        "prepare-notice-to-improve             | {'schoolWeeks': 7}                                          | schoolWeeks: must be three to six school weeks",
        "prepare-notice-to-improve             | {'earlierGrounds': []}                                      | earlierGrounds: is required",
        "prepare-notice-to-improve             | {'improvementSessions': ['2026-10-06 AM']}                  | improvementSessions: is not among the choices",
        "record-posting-of-improvement         | {'postedOn': '2026-11-24'}                                  | postedOn: must lie within",
        "decide-after-improvement              | {'improved': 'yes'}                                         | improvementFollows: cannot be a penalty notice",
        "arrange-initial-meeting               | {'enough': ''}                                              | enough: is required",
        "arrange-initial-meeting.without-notice | {'noticeReason': ''}                                       | noticeReason: is required",
        "arrange-initial-meeting.without-notice | {'lookedAfterAsked': ''}                                   | lookedAfterAsked: is required",
        "record-posting                        | {'posted': [{'parentId': '11', 'addressUsed': 'asOnLetter', 'postedOn': '2026-11-20', 'postedBy': 'x', 'postClass': 'first'}]} | posted: row 2",
        "record-posting                        | {'posted': [{'parentId': '11', 'addressUsed': 'asOnLetter', 'postedOn': '2026-11-24', 'postedBy': 'x', 'postClass': 'first'}, {'parentId': '12', 'addressUsed': 'other', 'postedOn': '2026-11-20', 'postedBy': 'x', 'postClass': 'first'}]} | posted.postedOn: must lie within",
        "record-posting                        | {'posted': [{'parentId': '11', 'addressUsed': 'asOnLetter', 'postedOn': '2026-11-20', 'postedBy': 'x', 'postClass': 'first', 'shownReceivedOn': '2026-11-23'}, {'parentId': '12', 'addressUsed': 'asOnLetter', 'postedOn': '2026-11-20', 'postedBy': 'x', 'postClass': 'first'}]} | posted.shownBy: is required",
        "hold-initial-meeting                  | {'parents': [{'parentId': '11', 'came': 'apologies'}, {'parentId': '12', 'came': 'didNotAttend'}]} | decision: is 'held' only",
        "hold-initial-meeting                  | {'decidedWithout': ''}                                      | decidedWithout: is required",
        "hold-initial-meeting                  | {'explanation': ''}                                         | explanation: is required",
        "hold-initial-meeting                  | {'marksDisputedSentOn': null}                               | marksDisputedSentOn: is required",
        "hold-initial-meeting.missed           | {'afterMiss': 'goOn', 'decidedWithout': 'x', 'meetingOn': null, 'meetingTime': null, 'meetingPlace': null, 'meetingWith': null} | afterMiss: must be 'arrange it again'",
        "hold-initial-meeting.missed-again     | {'decidedWithout': ''}                                      | decidedWithout: is required",
        "agree-fast-track-plan                 | {'planStart': '2026-11-24'}                                 | planStart: must lie within",
        "agree-fast-track-plan                 | {'planReviewOn': '2026-12-10'}                              | planReviewOn: must be about 30 days",
        "agree-fast-track-plan                 | {'planKind': null}                                          | planKind: is required",
        "agree-fast-track-plan                 | {'targetPercent': 86.5}                                     | targetPercent: must be above",
        "agree-fast-track-plan                 | {'ifNotFollowed': ''}                                       | ifNotFollowed: is required",
        "hold-mid-point-review                 | {'reason': ''}                                              | reason: is required",
        "hold-mid-point-review.changed         | {'changesWhy': ''}                                          | changesWhy: is required",
        "hold-mid-point-review.changed         | {'parties': []}                                             | parties: needs at least one party",
        "hold-mid-point-review.changed         | {'targetPercent': 86.5}                                     | targetPercent: must be above",
        "hold-mid-point-review.changed         | {'decidedWithout': ''}                                      | decidedWithout: is required",
        "hold-final-review                     | {'supportFirstRead': false}                                 | supportFirstRead: must be ticked",
        "hold-final-review                     | {'supportChecks': [{'need': 'special educational needs', 'done': 'x'}, {'need': 'young carer', 'done': ''}]} | supportChecks.done: is required",
        "hold-final-review                     | {'parentsGoingOn': [{'parentId': '11', 'goesOn': 'no', 'why': 'x'}, {'parentId': '12', 'goesOn': 'no', 'why': 'x'}]} | parentsGoingOn: needs a parent",
        "hold-final-review                     | {'schoolCame': ''}                                          | schoolCame: is required",
        "hold-final-review.improved            | {'reason': ''}                                              | reason: is required",
        "hold-final-review.move-on             | {'reviewMovedTo': '2026-11-23'}                             | reviewMovedTo: must be after today",
        "review-suspension.relapsed            | {'reason': ''}                                              | reason: is required",
        "review-suspension.relapsed            | {'relapseWhat': ''}                                         | relapseWhat: is required",
        "review-monitoring                     | {'evidence': ''}                                            | evidence: is required",
        "review-monitoring                     | {'decision': 'goOn', 'nextReviewOn': '2026-12-21'}          | reason: is required",
        "review-monitoring.relapsed            | {'returnTo': null}                                          | returnTo: is required",
        "refer-to-apws                         | {'marksResolved': 'yes'}                                    | marksResolved: cannot be 'yes' while",
        "refer-to-apws                         | {'sendWords': ''}                                           | sendWords: is required",
        "refer-to-apws                         | {'homeVisitWords': ''}                                      | homeVisitWords: is required with the date",
        "refer-to-apws                         | {'headAgreedOn': '2026-11-24'}                              | headAgreedOn: cannot be after today",
        "book-panel                            | {'meetingOn': '2026-11-23'}                                 | meetingOn: must be after today",
        "book-panel                            | {'meetingOn': '2026-12-02', 'commentsBy': '2026-12-02'}     | shortNoticeWhy: is required",
        "book-panel                            | {'papersOn': '2026-12-08'}                                  | papersOn: must lie before",
        "book-panel                            | {'commentsBy': '2026-12-09'}                                | commentsBy: must lie between",
        "book-panel                            | {'recipientsChecked': false}                                | recipientsChecked: must be ticked",
        "book-panel                            | {'members': []}                                             | members: needs those who sit",
        "book-panel.short-notice               | {'pupilNotInvitedWhy': ''}                                  | pupilNotInvitedWhy: is required",
        "hold-panel                            | {'quorate': 'no'}                                           | notQuorateWhy: is required",
        "hold-panel                            | {'agencyMember': ''}                                        | agencyMember: is required unless",
        "hold-panel                            | {'interests': ''}                                           | interests: is required",
        "hold-panel                            | {'marksSentOn': null}                                       | marksSentOn: is required",
        "hold-panel                            | {'parents': [{'parentId': '11', 'came': 'attended'}, {'parentId': '12', 'came': 'apologies'}]} | parents.response: is required",
        "hold-panel.put-off                    | {'putOffWhy': ''}                                           | putOffWhy: is required",
        "agree-panel-plan                      | {'ifNotFollowed': ''}                                       | ifNotFollowed: is required",
        "agree-panel-plan                      | {'targetPercent': 86.5}                                     | targetPercent: must be above",
        "agree-panel-review                    | {'reviewMeetingOn': '2027-01-24'}                           | reviewMeetingOn: must be after today, and within",
        "agree-panel-review                    | {'reviewMeetingOn': '2026-11-23'}                           | reviewMeetingOn: must be after today",
        "agree-panel-review                    | {'parents': [{'parentId': '11', 'understood': 'no'}, {'parentId': '12', 'understood': 'yes'}]} | parents.notUnderstoodWhat: is required",
        "hold-panel-review                     | {'parents': [{'parentId': '11', 'came': 'attended', 'interview': 'no', 'noInterviewWhy': 'a'}, {'parentId': '12', 'came': 'attended', 'interview': 'no', 'noInterviewWhy': 'b'}]} | parents: says that no parent",
        "hold-panel-review                     | {'parents': [{'parentId': '11', 'came': 'attended', 'interview': 'yes'}, {'parentId': '12', 'came': 'attended', 'interview': 'no'}]} | parents.noInterviewWhy: is required",
        "hold-panel-review                     | {'supportChecks': [{'need': 'special educational needs', 'done': ''}, {'need': 'young carer', 'done': 'a'}]} | supportChecks.done: is required",
        "hold-panel-review.improved            | {'reason': ''}                                              | reason: is required",
        "hold-panel-review.moved               | {'reviewMovedTo': '2026-11-23'}                             | reviewMovedTo: must be after today",
        "choose-parents-to-interview           | {'supportChecks': []}                                       | supportChecks: row 1 of those given",
        "arrange-interview                     | {'interviewOn': '2026-11-23'}                               | interviewOn: must be after today",
        "arrange-interview                     | {'periodTo': '2026-11-24'}                                  | periodTo: must lie between",
        "arrange-interview                     | {'rightsEnclosed': false}                                   | rightsEnclosed: must be ticked",
        "record-interview                      | {'interviewCautionGiven': false}                            | interviewCautionGiven: must be ticked",
        "record-interview                      | {'interviewCautionExplained': false, 'interviewOwnWords': null}  | interviewWhyNotOwnWords: is required",
        "record-interview                      | {'interviewOwnWords': ''}                                   | interviewOwnWords: is required",
        "record-interview                      | {'interviewQuestions': []}                                  | interviewQuestions: needs the questions",
        "record-interview                      | {'interviewRecordingReference': ''}                         | interviewRecordingReference: is required",
        "record-interview.at-the-time          | {'interviewWhyNoAudio': ''}                                 | interviewWhyNoAudio: is required",
        "record-interview.at-the-time          | {'interviewAppropriateAdult': ''}                           | interviewAppropriateAdult: is required",
        "record-interview.not-needed           | {'notNeededWhy': ''}                                        | notNeededWhy: is required",
        "book-legal-meeting                    | {'invitations': [{'parentId': '11', 'invite': 'no', 'notInvitedWhy': 'a'}, {'parentId': '12', 'invite': 'no', 'notInvitedWhy': 'b'}]} | invitations: needs a parent",
        "book-legal-meeting                    | {'legalMeetingOn': '2026-11-23'}                            | legalMeetingOn: must be after today",
        "book-legal-meeting                    | {'supportFirstRead': false}                                 | supportFirstRead: must be ticked",
        "book-legal-meeting                    | {'periodTo': '2026-10-04'}                                  | periodTo: must lie between",
        "hold-legal-meeting                    | {'supportChecks': [{'need': 'special educational needs', 'done': ''}, {'need': 'young carer', 'done': 'a'}]} | supportChecks.done: is required",
        "hold-legal-meeting                    | {'legalMeetingDecided': ''}                                 | legalMeetingDecided: is required",
        "hold-legal-meeting                    | {'parents': [{'parentId': '11', 'came': 'attended'}, {'parentId': '12', 'came': 'notInvited', 'reason': 'a'}]} | parents.questionsPut: is required",
        "hold-legal-meeting.put-off            | {'putOffWhy': ''}                                           | putOffWhy: is required",
        "record-questions                      | {'interviewCautionGiven': false}                            | interviewCautionGiven: must be ticked",
        "prepare-prosecution                   | {'prosecutions': [{'parentId': '11', 'prosecute': 'no', 'prosecuteWhy': 'a'}, {'parentId': '12', 'prosecute': 'no', 'prosecuteWhy': 'b'}]} | prosecutions: needs a parent",
        "prepare-prosecution                   | {'exhibits': []}                                            | exhibits: needs at least one",
        "prepare-prosecution                   | {'declarationShown': false}                                 | declarationShown: must be ticked",
        "prepare-prosecution                   | {'certificateSignedOn': '2026-11-19'}                       | certificateSignedOn: must lie between",
        "approve-prosecution                   | {'evidenceEnough': 'no'}                                    | evidenceEnough: must be 'yes'",
        "approve-prosecution                   | {'publicInterest': 'no'}                                    | publicInterest: must be 'yes'",
        "approve-prosecution                   | {'defenceTransport': null}                                  | defenceTransport: is required",
        "approve-prosecution                   | {'defenceJustification': null}                              | defenceJustification: is required",
        "approve-prosecution                   | {'defencesWords': ''}                                       | defencesWords: is required where",
        "approve-prosecution                   | {'leftOutWhy': ''}                                          | leftOutWhy: is required where",
        "approve-prosecution                   | {'orderConsidered': false}                                  | orderConsidered: must be ticked",
        "approve-prosecution                   | {'periodFrom': '2026-11-01'}                                | sessions: has no session in time",
        "approve-prosecution                   | {'supportChecks': []}                                       | supportChecks: row 1",
        "approve-prosecution.more-evidence     | {'evidenceBy': '2026-11-23'}                                | evidenceBy: must be after today",
        "approve-prosecution.refuse            | {'refuseReason': ''}                                        | refuseReason: is required",
        "gather-more-evidence                  | {'statementChange': ''}                                     | statementChange: is required",
        "review-prosecution                    | {'chargeAgreed': 'S444_1A'}                                 | route: can be the Single Justice Procedure for s.444(1) only",
        "review-prosecution                    | {'struckOut': ['2026-10-05 AM', '2026-10-05 PM', '2026-10-12 AM', '2026-10-12 PM']} | struckOut: must leave a session",
        "review-prosecution                    | {'struckOutWhy': ''}                                        | struckOutWhy: is required where",
        "review-prosecution                    | {'supportFirstRead': false}                                 | supportFirstRead: must be ticked",
        "review-prosecution.decline            | {'declineReason': ''}                                       | declineReason: is required",
        "review-prosecution.decline            | {'conflictWhat': ''}                                        | conflictWhat: is required",
        "review-prosecution.further-evidence   | {'furtherEvidenceWanted': ''}                               | furtherEvidenceWanted: is required",
        "issue-charge                          | {'adult': 'no'}                                             | route: can be the Single Justice Procedure only",
        "issue-charge                          | {'offence': 'S444_1A'}                                      | route: can be the Single Justice Procedure only",
        "issue-charge                          | {'chargedOn': '2026-11-24'}                                 | chargedOn: cannot be after today",
        "issue-charge                          | {'periodFrom': '2026-10-04'}                                | periodFrom: must lie within",
        "issue-charge                          | {'periodTo': '2026-11-19'}                                  | newCertificateBy: is required where",
        "issue-charge.too-late                 | {'declineReason': ''}                                       | declineReason: is required",
        "record-summons                        | {'hearingOn': '2026-11-19'}                                 | hearingOn: cannot be before",
        "record-summons                        | {'servedOn': '2026-11-19'}                                  | servedOn: must lie between",
        "record-summons                        | {'answeredBy': 'response', 'respondBy': '2026-12-14'}       | answeredBy: does not fit the route",
        "check-criteria.accept                 | {'criteria': [{'number': '1', 'result': 'met', 'evidence': 'On roll'}, {'number': '2', 'result': 'notMet', 'evidence': 'None'}]} | decision: cannot be 'accepted'",
        "record-summons.single-justice         | {'respondBy': '2026-11-20'}                                 | respondBy: must be after the charge",
        "act-on-time-limit.let-go              | {'letGoUntil': '2027-01-19'}                                | letGoUntil: must lie between",
        "decide-after-interviews               | {'decisions': [{'parentId': '11', 'follows': 'stage4', 'why': ''}, {'parentId': '12', 'follows': 'nothing', 'why': 'a'}]} | decisions.why: is required",
        "apply-for-supervision-order           | {'orderCourt': ''}                                          | orderCourt: is required",
        "apply-for-supervision-order.directed  | {'courtToldOn': ''}                                         | courtToldOn: is required",
        "apply-for-supervision-order.directed  | {'courtToldOn': '2026-11-24'}                               | courtToldOn: cannot be after today",
        "apply-for-supervision-order.not-applied | {'notAppliedWhy': ''}                                     | notAppliedWhy: is required",
        "await-response                        | {'respondedOn': '2026-11-19'}                               | respondedOn: must lie between",
        "write-intended-proceedings            | {'respondBy': '2026-12-06'}                                 | respondBy: must leave the parent",
        "write-intended-proceedings.give-up    | {'givenUpWhy': ''}                                          | givenUpWhy: is required",
        "record-representations                | {'representationsDefences': ''}                             | representationsDefences: is required",
        "record-representations.give-up        | {'givenUpWhy': ''}                                          | givenUpWhy: is required",
        "decide-on-notice-prosecution          | {'givenUpWhy': ''}                                          | givenUpWhy: is required",
        "approve-prosecution                   | {'othersWhy': ''}                                           | othersWhy: is required",
        "approve-prosecution                   | {'periodTo': '2026-11-19'}                                  | charge: must be of exactly the period",
        "gather-more-evidence                  | {'certificateTo': '2026-10-04'}                             | certificateTo: must lie between",
        "issue-charge                          | {'sjpPapers': ''}                                           | sjpPapers: is required",
        "issue-charge                          | {'struckOut': ['2026-10-05 AM', '2026-10-05 PM', '2026-10-12 AM', '2026-10-12 PM']} | struckOut: must leave a session in the charge",
        "issue-charge                          | {'struckOut': ['2026-10-05 AM']}                           | struckOutWhy: is required where",
        "await-hearing                         | {'hearingOn': '2026-11-23'}                                 | hearingOn: must be after today",
        "record-hearing                        | {'happenedOn': '2026-11-01'}                                | happenedOn: must lie between",
        "record-hearing.adjourned              | {'hearingOn': '2026-11-20'}                                 | hearingOn: must be after this hearing",
        "record-hearing.adjourned              | {'adjournedWhy': ''}                                        | adjournedWhy: is required",
        "record-outcome                        | {'endedOn': '2026-11-01'}                                   | endedOn: must lie between",
        "record-outcome                        | {'sentenceAnnounced': ''}                                   | sentenceAnnounced: is required",
        "record-outcome                        | {'orderReportBy': '2027-01-15'}                             | orderReportBy: must lie within eight weeks",
        "record-outcome.other                  | {'otherWhat': ''}                                           | otherWhat: is required",
        "decide-on-proceedings                 | {'afterCaseEnded': 'endSupport'}                            | afterCaseEnded: does not fit",
        "record-sentence                       | {'parentingMonths': 13}                                     | parentingMonths: must be at most 12",
        "record-sentence                       | {'responsibleOfficer': ''}                                  | responsibleOfficer: is required",
        "record-sentence                       | {'dischargeLength': ''}                                     | dischargeLength: is required",
        "record-sentence.no-penalty            | {'noPenalty': false}                                        | sentence: needs what the court ordered",
        "hold-post-court-conference            | {'supportAgreed': ''}                                       | supportAgreed: is required",
        "record-challenge                      | {'proceedingId': '6'}                                       | proceedingId: is not among the choices",
        "record-challenge.heard-again          | {'newHearingOn': '2026-11-22'}                              | newHearingOn: must not be in the past",
        "record-mark-dispute                   | {'caseReference': '42'}                                     | caseReference: is not written",
        "write-dispute-down                    | {'disputedSessions': ['2026-11-10 AM']}                     | disputedSessions: is not among the choices",
        "write-dispute-down                    | {'disputedSessions': []}                                    | disputedSessions: is required",
        "write-dispute-down                    | {'sentToSchoolOn': '2026-11-19'}                            | sentToSchoolOn: must be the day",
        "write-dispute-down                    | {'saidOn': '2026-11-24'}                                    | saidOn: cannot be after today",
        "write-dispute-down                    | {'whatIsSaid': ''}                                          | whatIsSaid: is required",
        "answer-mark-dispute                   | {'toldHow': ''}                                             | toldHow: is required",
        "answer-mark-dispute                   | {'answers': []}                                             | answers: row 1 of those given",
        "review-mark-uses                      | {'uses': []}                                                | uses: row 1 of those given",
        "correct-address                       | {'newPostcode': 'nowhere'}                                  | newPostcode: is not written",
        "correct-address.not-again             | {'reason': ''}                                              | reason: is required",
        "withdraw-case                         | {'passedTo': ''}                                            | passedTo: is required",
        "withdraw-case.moved-away              | {'newSchool': ''}                                           | newSchool: is required",
        "withdraw-case                         | {'ground': 'transferred'}                                   | ground: is not among the choices",
        "withdraw-case                         | {'caseReference': '42'}                                     | caseReference: is not written",
        "start-penalty-notice                  | {'caseReference': ''}                                       | caseReference: is needed",
        "start-penalty-notice                  | {'upn': 'A999400000001'}                                    | upn: is not asked for",
        "prepare-penalty-notice                | {'parentId': '13'}                                          | parentId: cannot get a notice now",
        "prepare-penalty-notice                | {'parentId': '12', 'noticeSessions': ['2026-10-05 AM']}     | exceptionalReason: is required below",
        "prepare-penalty-notice                | {'parentId': '12'}                                          | noticeSessions: is not among the choices",
        "prepare-penalty-notice                | {'noticeSessions': []}                                      | noticeSessions: is required",
        "prepare-penalty-notice                | {'earlierElsewhere': 2}                                     | earlierElsewhere: makes this a third notice",
        "prepare-penalty-notice                | {'earlierCheckedOn': '2026-11-24'}                          | earlierCheckedOn: cannot be after today",
        "prepare-penalty-notice.early          | {'improveTo': '2026-10-11'}                                 | improveTo: must be over",
        "prepare-penalty-notice.early          | {'improveTo': '2026-11-23'}                                 | improveTo: must be over",
        "prepare-penalty-notice.early          | {'earlyGround': ''}                                         | earlyGround: is required",
        "prepare-penalty-notice.early          | {'earlyGround': 'TERM_TIME_LEAVE'}                          | earlyGround: must be a ground that the letter named",
        "prepare-penalty-notice.early          | {'earlyGround': 'FURTHER_SESSION'}                          | earlyGround: must be a ground that the letter named",
        "prepare-penalty-notice.early          | {'earlyGround': 'WOULD_EXPIRE'}                             | earlyGround: must be a ground that the letter named",
        "prepare-penalty-notice.early          | {'noticeToImprove': 'yes'}                                  | noticeToImprove: cannot be: none to this parent",
        "prepare-penalty-notice                | {'marksConfirmedOn': '2026-11-12'}                          | marksConfirmedOn: must lie within the last seven days",
        "prepare-penalty-notice                | {'marksConfirmedBy': ''}                                    | marksConfirmedBy: is required",
        "prepare-penalty-notice.looked-after   | {'lookedAfterAsked': ''}                                    | lookedAfterAsked: is required",
        "prepare-penalty-notice.looked-after   | {'lookedAfterAskedWhom': ''}                                | lookedAfterAskedWhom: is required",
        "prepare-penalty-notice.looked-after   | {'lookedAfterAskedOn': '2026-11-24'}                        | lookedAfterAskedOn: cannot be after today",
        "start-penalty-notice.without-case     | {'noticeFor': 'continuingAbsence'}                          | noticeFor: must be leave in term time",
        "record-service-of-notice.print-again  | {'toBePostedOn': '2026-11-22'}                              | toBePostedOn: must be today",
        "record-service-of-notice.print-again  | {'destroyed': false}                                        | destroyed: must be ticked",
        "await-payment.withdraw                | {'correctedNotice': ''}                                     | correctedNotice: is required",
        "authorise-corrected-notice            | {'correctedSessions': ['2026-10-06 AM']}                    | correctedSessions: is not among the choices",
        "prepare-penalty-notice                | {'equality': ''}                                            | equality: is required",
        "prepare-penalty-notice.not-wanted     | {'reason': ''}                                              | reason: is required",
        "prepare-penalty-notice.term-time-leave | {'noNoticeToImprove': ''}                                  | noNoticeToImprove: is required",
        "authorise-penalty-notice.sent-back    | {'authorisationReason': ''}                                 | authorisationReason: is required",
        "record-service-of-notice              | {'postedOn': '2026-11-01'}                                  | postedOn: cannot be before the notice",
        "record-service-of-notice              | {'postedOn': '2026-11-24'}                                  | postedOn: cannot be before the notice",
        "record-service-of-notice.shown        | {'shownReceivedOn': '2026-11-02'}                           | shownReceivedOn: cannot be before it was posted",
        "await-payment                         | {'amount': 0}                                               | amount: must be at least 0.01",
        "await-payment                         | {'paidOn': '2026-11-24'}                                    | paidOn: cannot be before the notice",
        "await-payment.withdraw                | {'withdrawalGround': 'UNPAID_AND_NOT_PROSECUTED'}           | withdrawalGround: is not among",
        "decide-on-unpaid-notice               | {'prosecutionReason': ''}                                   | prosecutionReason: is required",
        "decide-on-notice                      | {'staysBecause': ''}                                        | staysBecause: is required",
        "report-returned-letter                | {'letterNumber': '5'}                                       | letterNumber: is not written"})
    void refusesWhatTheProcedureDoesNotAllow(String entry, String changed, String refusal) {
        var problems = apply(entry, map(changed.replace('\'', '"'))).problems();

        assertThat(problems.stream().map(problem -> problem.field() + ": " + problem.reason())).anyMatch(problem -> problem.startsWith(refusal));
    }

    @ParameterizedTest
    @CsvSource({
        "decide-after-watch, meetingOn, meetingOnWhy", "record-meeting-outcome.missed, meetingOn, meetingOnWhy",
        "record-meeting-outcome.put-off, meetingOn, meetingOnWhy", "arrange-initial-meeting, meetingOn, meetingOnWhy",
        "hold-initial-meeting.missed, meetingOn, meetingOnWhy", "book-panel.short-notice, meetingOn, meetingOnWhy",
        "agree-panel-review, reviewMeetingOn, reviewMeetingOnWhy", "hold-panel-review.moved, reviewMovedTo, reviewMovedToWhy",
        "arrange-interview, interviewOn, interviewOnWhy", "book-legal-meeting, legalMeetingOn, legalMeetingOnWhy"})
    void asksWhetherAMeetingOnASundayOrTooNearForItsLetterIsMeantAndKeepsTheReason(String entry, String day, String why) {
        for (var unusual : Map.of("2026-12-20", "is a Sunday", "2026-11-25", "comes too soon: a letter posted first class today arrives on 25").entrySet()) {
            assertThat(apply(entry, Map.of(day, unusual.getKey())).problems().stream().filter(problem -> problem.field().equals(day)))
                    .as(unusual.getKey()).singleElement().satisfies(problem -> assertThat(problem.reason()).startsWith(unusual.getValue()));
            var meant = apply(entry, Map.of(day, unusual.getKey(), why, "The parent asked for it"));
            assertThat(meant.problems()).noneMatch(problem -> problem.field().equals(day));
            assertThat(meant.kept()).containsEntry(day, unusual.getKey()).containsEntry(why, "The parent asked for it");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agree-plan, planReviewOn", "agree-fast-track-plan, planReviewOn", "hold-interim-review.move-on, interimMovedTo",
        "hold-final-review.move-on, reviewMovedTo", "review-suspension.move-on, reviewMovedTo"})
    void asksWhetherAReviewOnASundayIsMeantAndKeepsTheReason(String entry, String day) {
        assertThat(apply(entry, Map.of(day, "2026-12-20")).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("is a Sunday"));
        var meant = apply(entry, Map.of(day, "2026-12-20", day + "Why", "The parent asked for it"));
        assertThat(meant.problems()).isEmpty();
        assertThat(meant.kept()).containsEntry(day + "Why", "The parent asked for it");
    }

    @Test
    void asksAboutTheMeetingOfEachPupilOfAList() {
        var row = new LinkedHashMap<String, Object>(Map.of("upn", "A999400000002", "decision", "send", "meetingOn", "2026-12-20", "meetingTime", "15:30"));
        var others = List.of(Map.of("upn", "A999400000001"), row, Map.of("upn", "A999400000003"));
        assertThat(apply("decide-whom-to-write-to", Map.of("candidates", others)).problems()).extracting(FieldProblem::inWords).containsExactly(
                "'Meeting on' (candidates.meetingOn, row 2): is a Sunday. Choose another day, such as 4 January 2027, or say why this day all the same");
        row.put("meetingOnWhy", "The school has its open day");
        assertThat(apply("decide-whom-to-write-to", Map.of("candidates", others)).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"book-panel.short-notice, commentsBy", "arrange-interview, writtenAnswersBy", "book-legal-meeting, writtenAnswersBy"})
    void asksWhetherADayToAnswerByIsMeantThatTheLetterComesTooLateFor(String entry, String day) {
        assertThat(apply(entry, Map.of(day, "2026-11-25")).problems()).extracting(problem -> problem.field() + " " + problem.reason()).singleElement()
                .asString().startsWith(day + " comes too soon");
        assertThat(apply(entry, Map.of(day, "2026-11-28")).problems()).as("on a Saturday").isEmpty();
    }

    /** The days that letters name as the diagrams hand them on, each asked about in the form that fixes it. */
    @Test
    void leavesNoAppointmentOfALetterUnasked() {
        var appointed = Pattern.compile("key=\"(meetingOn|reviewOn|writtenAnswersBy|commentsBy)\">\\$\\{(\\w+)}");
        var forms = Pattern.compile("camunda:formRef=\"([\\w-]+)\"");
        var asked = new TreeSet<>(Set.of("decide-whom-to-write-to: meetingOn"));
        files(Path.of("bpmn"), ".bpmn").map(name -> text(Path.of("bpmn", name + ".bpmn"))).forEach(diagram -> {
            var days = appointed.matcher(diagram).results().map(found -> found.group(2)).collect(Collectors.toSet());
            forms.matcher(diagram).results().map(found -> found.group(1)).forEach(form -> everywhere(read(form).whole())
                    .filter(field -> field.type() == FieldType.DATETIME && days.contains(last(field))).forEach(field -> asked.add(form + ": " + last(field))));
        });
        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(day -> {
            var date = everywhere(read(day.split(": ")[0]).whole()).filter(field -> last(field).equals(day.split(": ")[1])).findFirst().orElseThrow();
            assertThat(date.property(AppointedDay.AFTER_LETTER)).isNotNull();
            assertThat(date.property(AppointedDay.SCHOOL_DAY) != null).isEqualTo(!last(date).endsWith("By"));
        });
    }

    /** What people typed into one form, and the letters to all parents print, names none of them: its writer is told, not the letter changed. */
    @Test
    void saysOfEveryTextThatALetterPrintsForAllParentsThatItNamesOne() {
        var printed = Pattern.compile("key=\"(?:meetingWith|meetingPlace|decided|consequences|reviewWith|reviewPlace|papers)\">\\$\\{(\\w+)}");
        var forms = Pattern.compile("camunda:formRef=\"([\\w-]+)\"");
        var texts = new TreeSet<String>();
        files(Path.of("bpmn"), ".bpmn").map(name -> text(Path.of("bpmn", name + ".bpmn"))).forEach(diagram -> {
            var names = printed.matcher(diagram).results().map(found -> found.group(1)).collect(Collectors.toSet());
            names.remove("interviewWhere"); // for one parent alone
            forms.matcher(diagram).results().map(found -> found.group(1)).forEach(form -> everywhere(read(form).whole())
                    .filter(field -> field.routes() && names.contains(last(field))).forEach(field -> {
                        texts.add(form + ": " + last(field));
                        assertThat(field.namesNoParent()).as(form + ": " + last(field)).isTrue();
                    }));
        });
        assertThat(texts).hasSizeGreaterThan(15);
    }

    @Test
    void saysOfARowThatItNamesAParentOfItsPupil() {
        var shown = map(json(ENTRIES.resolve("shown.json")));
        ((List<?>) shown.get("candidates")).forEach(row -> Paths.asMap(row).put("parents", List.of(Map.of("names", List.of("Ms C Carter")),
                Map.of("names", List.of("Mr D Carter")))));
        var sent = map(json(ENTRIES.resolve("decide-whom-to-write-to.json")).path("sent"));
        Paths.asMap(((List<?>) sent.get("candidates")).get(1)).put("meetingWith", "Ms P Lead, Mr D Carter");

        assertThat(rules.apply(read("decide-whom-to-write-to"), shown, sent).problems()).extracting(FieldProblem::inWords).containsExactly(
                "'Who will be there' (candidates.meetingWith, row 2): names a parent: it is printed for every parent of the pupil, so say it without the name");
    }

    @Test
    void sendsNoLetterAgainTooLateForTheDayThatItNames() {
        assertThat(problemsWhen("correct-address", "tooLateText", "It names 25 November 2026")).singleElement().asString()
                .startsWith("decision: cannot be sent again");
        assertThat(problemsWhen("correct-address.not-again", "tooLateText", "It names 25 November 2026")).isEmpty();
        assertThat(problemsWhen("correct-address.not-again", "tooLateText", "", Map.of("newAddress", "2 New Road"))).extracting(problem -> problem.split(":")[0])
                .containsExactlyInAnyOrder("newPostcode", "source");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormThatIsDeployed(String id) {
        assertThat(new FormMistakes(feel).in(text(FORMS.resolve(id + ".form")).getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void movesAReviewOfFastTrackOnOnceOnly() {
        for (var review : List.of("hold-final-review.move-on", "review-suspension.move-on")) {
            var entry = json(ENTRIES.resolve(review + ".json"));
            var shown = map(json(ENTRIES.resolve("shown.json")));
            shown.putAll(map(entry.path("shown")));
            shown.put("reviewsMoved", Plain.of(1));
            assertThat(rules.apply(read(formOf(review)), shown, map(entry.path("sent"))).problems())
                    .anyMatch(problem -> problem.field().equals("decision") && problem.reason().equals("can be moved on once only"));
        }
    }

    @Test
    void handsTheDiagramWhatItDecidesOnAndNothingElse() {
        var routed = apply("record-meeting-outcome.missed", Map.of()).routed();

        assertThat(routed).containsOnlyKeys("decision", "afterMiss", "missedMeetingOn", "meetingOn", "meetingTime", "meetingPlace", "meetingWith",
                "decidedWithout");
        assertThat(routed).containsEntry("decision", "missed").containsEntry("afterMiss", "rearrange").containsEntry("missedMeetingOn", "2026-11-20")
                .containsEntry("meetingOn", "2026-12-02").containsEntry("meetingTime", "15:30").containsEntry("decidedWithout", null);
    }

    @Test
    void handsOnWhomAReviewChoseToInterviewByNumberAndName() {
        var routed = apply("hold-panel-review", Map.of()).routed();

        assertThat(routed.get("suspects")).isEqualTo(List.of(Map.of("parentId", "11", "name", "Ms A Example")));
        assertThat(apply("hold-panel-review.improved", Map.of()).routed()).containsEntry("suspects", null);
    }

    @Test
    void aReviewIsMovedOnlyOnce() {
        var problems = rules.apply(read("hold-panel-review"), movedOnce(), map(json(ENTRIES.resolve("hold-panel-review.moved.json")).path("sent"))).problems();

        assertThat(problems.stream().map(problem -> problem.field() + ": " + problem.reason())).containsExactly("decision: cannot be moved a second time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "approve-prosecution          | approverIsOfficer       | approval: is for the service manager or the deputy, and for somebody other than the case's officer and whoever prepared it",
        "approve-prosecution.refuse   | approverIsOfficer       | approval: is for the service manager or the deputy, and for somebody other than the case's officer and whoever prepared it"})
    void refusesTheOfficerOfTheCaseAsApprover(String entry, String fact, String refusal) {
        assertThat(problemsWhen(entry, fact, true)).contains(refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "record-sentence        | convictedOfFailingToAct | {}                                      | communityOrder: is for s.444(1A) only",
        "record-sentence        | convictedOfFailingToAct | {'prison': '2 months'}                  | prison: is for s.444(1A) only",
        "record-outcome         | chargedWithFailingToAct | {'outcome': 'GUILTY_OF_S444_1_INSTEAD'} | outcome: can be guilty of s.444(1) instead only",
        "decide-on-proceedings  | beforeCourt             | {}                                      | afterCaseEnded: does not fit"})
    void refusesWhatDoesNotFitTheCharge(String entry, String fact, String changed, String refusal) {
        assertThat(problemsWhen(entry, fact, false, map(changed.replace('\'', '"')))).anyMatch(problem -> problem.startsWith(refusal));
    }

    private List<String> problemsWhen(String entry, String fact, Object value) {
        return problemsWhen(entry, fact, value, Map.of());
    }

    private List<String> problemsWhen(String entry, String fact, Object value, Map<String, Object> changed) {
        var read = json(ENTRIES.resolve(entry + ".json"));
        var shown = map(json(ENTRIES.resolve("shown.json")));
        shown.putAll(map(read.path("shown")));
        shown.put(fact, value);
        var sent = map(read.path("sent"));
        sent.putAll(changed);
        return rules.apply(read(formOf(entry)), shown, sent).problems().stream()
                .map(problem -> problem.field() + ": " + problem.reason()).toList();
    }

    @Test
    void chargesTheSessionsOfThePeriodThatAreNotLeftOut() {
        assertThat(apply("approve-prosecution", Map.of()).kept().get("sessions"))
                .isEqualTo(List.of("2026-10-05 PM", "2026-10-12 AM", "2026-10-12 PM"));
        assertThat(apply("approve-prosecution", Map.of("periodTo", "2026-10-11")).kept().get("sessions")).isEqualTo(List.of("2026-10-05 PM"));
    }

    private static Map<String, Object> movedOnce() {
        var shown = map(json(ENTRIES.resolve("shown.json")));
        shown.put("reviewsMoved", Plain.of(1));
        return shown;
    }

    private FormRules.Outcome apply(String name, Map<String, Object> changed) {
        var entry = json(ENTRIES.resolve(name + ".json"));
        var shown = map(json(ENTRIES.resolve("shown.json")));
        shown.putAll(map(entry.path("shown")));
        var sent = map(entry.path("sent"));
        sent.putAll(changed);
        return rules.apply(read(formOf(name)), shown, sent);
    }

    /** What the condition may find: every combination of what the choices that it names offer, in the form or in a row. */
    private static List<Scope> situations(Form form, String condition) {
        List<Map<String, Object>> situations = new ArrayList<>(List.of(new HashMap<>()));
        for (var name : names(condition)) {
            var answers = answers(form, name);
            if (!answers.isEmpty()) {
                situations = situations.stream().flatMap(one -> answers.stream().map(answer -> {
                    var more = new HashMap<>(one);
                    more.put(name, answer);
                    return (Map<String, Object>) more;
                })).toList();
            }
        }
        return situations.stream().map(one -> {
            var row = new HashMap<>(one);
            row.put("noReasonYet", Plain.of(1));
            var all = new HashMap<>(one);
            all.put("noReasonYet", Plain.of(1));
            row.put("lookedAfter", true);
            all.put("lookedAfter", true);
            all.put("orderReportBy", "2027-01-14");
            all.put("candidates", List.of(row));
            all.put("parents", List.of(row));
            all.put("parentId", "11");
            all.put("noticeEligibility", List.of(Map.of("parentId", "11", "window", "APWS 2.2.0: 2 November 2026 to 1 December 2026")));
            return scope(all, row);
        }).toList();
    }

    private static Scope scope(Map<String, Object> form, Map<String, Object> row) {
        var data = new HashMap<>(form);
        data.putIfAbsent("candidates", List.of());
        data.putIfAbsent("circumstances", List.of());
        return Scope.of(data).row(row, 1);
    }

    private static List<Object> answers(Form form, String name) {
        return switch (name) {
            case "recommendation" -> List.of("improved", "notImproved", "regular", "goOn", "none");
            case "band" -> List.of("AL 1.1.0", "AL 1.2.0");
            default -> everywhere(form.whole()).filter(field -> last(field).equals(name)).findFirst().map(FormsTest::answers).orElse(List.of());
        };
    }

    private static List<Object> answers(Field field) {
        if (field.type() == FieldType.CHECKBOX) {
            return List.of(true, false);
        }
        var answers = new ArrayList<Object>();
        field.definition().path("values").forEach(value -> {
            var offered = value.path("value").asText();
            answers.add(field.type() == FieldType.RADIO || field.type() == FieldType.SELECT ? offered : List.of(offered));
        });
        return answers;
    }

    private static Set<String> names(String condition) {
        return Pattern.compile("[a-zA-Z]\\w*").matcher(condition.replaceAll("\"[^\"]*\"", "")).results()
                .map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean asks(Field field) {
        return field.required() || field.property("requiredWhen") != null || field.children().stream().anyMatch(FormsTest::asks);
    }

    private static Stream<String> expressions(Field field) {
        var definition = field.definition();
        return Stream.of(definition.at("/conditional/hide"), definition.at("/properties/check"), definition.at("/properties/requiredWhen"),
                        definition.at("/validate/min"), definition.at("/validate/max"), definition.path("dataSource"), definition.path("expression"),
                        definition.path("readonly"), definition.path("valuesExpression"))
                .filter(Feel::isExpression).map(JsonNode::asText);
    }

    private static Stream<Field> containers(Field field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(FormsTest::containers)).filter(one -> !one.children().isEmpty());
    }

    private static Stream<Field> everywhere(Field field) {
        return field.children().stream().flatMap(child -> Stream.concat(Stream.of(child), everywhere(child)));
    }

    private static List<String> keysOf(Field container) {
        return container.children().stream().flatMap(field -> field.type() == FieldType.GROUP ? keysOf(field).stream()
                : field.path().isEmpty() ? Stream.<String>of() : Stream.of(field.key())).toList();
    }

    private static String last(Field field) {
        return field.path().isEmpty() ? "" : field.path().get(field.path().size() - 1);
    }

    private static String formOf(String entry) {
        return entry.replaceFirst("\\..*", "");
    }

    private static Form read(String id) {
        try {
            return Form.read(Files.readAllBytes(FORMS.resolve(id + ".form")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return map(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode json) {
        return json.isMissingNode() ? new LinkedHashMap<>() : (Map<String, Object>) Plain.of(json);
    }

    private static Stream<String> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length())).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
