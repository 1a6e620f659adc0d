package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Marks that a parent says are wrong: the diagram record-mark-dispute. */
class RecordMarkDisputeTest {

    @Nested
    class InSchool extends CaseTraces {

        @Test
        void theSchoolAnswersAndTheMarkStands() {
            var followed = disputed("2026-09-11 AM");

            followed.waitsAt("watch-over", "answer-mark-dispute").hasTask("answer-mark-dispute").withTheSchool().dueOn("2026-09-22");
            followed.tells("Mark dispute", "Ms R Moss, mother disputes the mark O on 11 September 2026 in the morning: She was in school",
                    followed.school().person().id());
            var shown = followed.hasTask("answer-mark-dispute").shows();
            assertThat(shown.get("disputeText")).isEqualTo("Ms R Moss, mother, on 17 September 2026: She was in school");
            assertThat(shown.get("answers").toString()).contains("\"registerNow\":\"O, absent without leave\"");
            assertThat(shown.get("codes").toString()).contains("L, late before the register closed", "N, no reason yet", "present");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.stands("2026-09-11 AM")));
            followed.tells("Mark dispute", "The mark O on 11 September 2026 in the morning stands: The register was called",
                    followed.school().person().id()).waitsAt("watch-over");
        }

        @Test
        void anAmendedMarkThatALetterCountedIsReviewedByTheSchool() {
            var followed = disputed("2026-09-11 AM", "2026-09-11 PM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-11 AM", "L"),
                    Filled.amended("2026-09-11 PM", "present")));

            followed.tells("Mark dispute", "The mark on 11 September 2026 in the afternoon is amended from O to present by Daniel Lee: She came late",
                    followed.school().person().id());
            followed.waitsAt("watch-over", "review-letters").hasTask("review-letters").withTheSchool().dueOn("2026-09-22");
            var letters = followed.letters();
            assertThat(followed.hasTask("review-letters").shows()).containsEntry("registerText", "11 September 2026 in the morning: O, absent "
                    + "without leave; 11 September 2026 in the afternoon: O, absent without leave");
            assertThat(followed.hasTask("review-letters").shows().get("answerText").toString()).contains("is amended from O to L by Daniel Lee");
            assertThat(followed.hasTask("review-letters").shows().get("uses").toString())
                    .contains("Letter %s (AL 1.1.0) to Ms R Moss of 14 September 2026".formatted(letters.get(0).number()),
                            "/api/letters/" + letters.get(1).id());
            followed.school().isRefused("review-letters", Filled.usesReviewed(letters.get(0).number()), "uses")
                    .completes("review-letters", Filled.usesReviewed(letters.get(0).number(), letters.get(1).number()));
            followed.tells("Mark dispute", letters.get(1).number() + " reviewed. It is corrected, and those who had it are told. A new one was sent",
                    followed.school().person().id()).waitsAt("watch-over");
        }

        @Test
        void theSchoolsReviewStaysWithTheSchoolWhenTheCaseGetsAnOfficer() {
            town.itIs("2026-09-10");
            town.officer();
            var followed = planned(town.child().attends(90).since("2026-09-01").missed("2026-09-08"), "2026-09-10");
            disputed(followed, followed.school(), "2026-09-08 AM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-08 AM", "L")));
            followed.school().completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()))
                    .completes("refer-to-apws", Filled.referral(today()));
            followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

            followed.hasTask("arrange-initial-meeting").withTheOfficer();
            followed.hasTask("review-letters").withTheSchool();
            assertThat(followed.hasTask("review-letters").task().getAssignee()).isNull();
        }

        @Test
        void anAmendedMarkThatNothingHasUsedIsDealtWith() {
            var followed = disputed("2026-09-16 AM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-16 AM", "L")));

            followed.waitsAt("watch-over");
        }

        @Test
        void anAnswerToAmendSaysToWhatByWhomAndWhy() {
            var followed = disputed("2026-09-11 AM");
            followed.school().isRefused("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-11 AM", "O")), "newCode")
                    .isRefused("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-11 AM", "Z")), "newCode")
                    .isRefused("answer-mark-dispute", Filled.markAnswers(today(), Filled.stands("2026-09-11 PM")), "answers");

            followed.waitsAt("watch-over", "answer-mark-dispute");
        }

        @Test
        void whoeverBeganWritesDownWhichMarksAreDisputed() {
            town.itIs("2026-09-17");
            var followed = madeAware(town.child().missed("2026-09-11"));
            var office = followed.office();
            office.person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));

            followed.waitsAt("watch-over", "write-dispute-down").hasTask("write-dispute-down").with(office.person()).dueOn("2026-09-18");
            assertThat(followed.hasTask("write-dispute-down").shows(office.person()).get("marks").toString())
                    .contains("\"label\":\"11 September 2026 in the morning: O, absent without leave\"", "\"value\":\"2026-09-11 PM\"");
            office.isRefused("write-dispute-down", Filled.markDispute(today(), "2026-09-10 AM"), "disputedSessions")
                    .isRefused("write-dispute-down", Filled.markDispute(today().plusDays(1), "2026-09-11 AM"), "saidOn")
                    .isRefused("write-dispute-down", Filled.markDispute(today()), "disputedSessions");
            followed.waitsAt("watch-over", "write-dispute-down");
        }

        @Test
        void aDisputeBegunInTheWrongCaseEnds() {
            town.itIs("2026-09-17");
            var followed = madeAware(town.child().missed("2026-09-11"));
            followed.school().person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
            followed.school().completes("write-dispute-down", Map.of("disputeDecision", "mistake"));

            followed.waitsAt("watch-over");
        }

        @Test
        void aMarkPutRightBeforeItIsWrittenDownIsDisputedAsItWasAndLettersSinceAreNotReviewed() {
            town.itIs("2026-09-14");
            var child = town.child().attends(90).since("2026-09-01").missed("2026-09-11");
            var followed = madeAware(child);
            child.corrected("2026-09-11 AM", "L", town.now().minusSeconds(60));
            town.itIs("2026-09-17");
            followed.school().person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
            assertThat(followed.hasTask("write-dispute-down").shows(followed.school().person()).get("marks").toString())
                    .contains("11 September 2026 in the morning: O, corrected to L");
            followed.school().completes("write-dispute-down", Filled.markDispute(today(), "2026-09-11 AM"))
                    .completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-11 AM", "L")));

            followed.tells("Mark dispute", "is amended from O to L", followed.school().person().id()).waitsAt("watch-over");
        }

        @Test
        void sessionsOfTheLastSchoolYearCanBeDisputedWhileTheyCanBeCharged() {
            town.itIs("2026-12-10");
            var followed = madeAware(town.child().missed("2026-06-09", "2026-06-10"));
            followed.school().person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));

            assertThat(followed.hasTask("write-dispute-down").shows(followed.school().person()).get("marks").toString())
                    .contains("2026-06-10 AM").doesNotContain("2026-06-09");
        }

        @Test
        void settlement_16_withTheCaseThatIsWithdrawnItsDisputeEnds() {
            var followed = disputed("2026-09-11 AM");
            followed.school().person().starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));
            goesOn(followed);

            followed.waitsAt();
        }

        @Test
        void twoDisputesOfACaseAreAnsweredEachByItself() {
            var followed = disputed("2026-09-11 AM");
            followed.office().person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
            followed.office().completes("write-dispute-down", Filled.markDispute(today(), "2026-09-11 PM")
                    .with("disputedBy", "Mr O Field, father"));

            assertThat(followed.tasks().taskDefinitionKey("answer-mark-dispute").list()).extracting(task -> followed.school().person()
                    .as(() -> town.engine().getFormService().getTaskFormVariables(task.getId()).get("disputeText").toString()))
                    .containsExactlyInAnyOrder("Ms R Moss, mother, on 17 September 2026: She was in school",
                            "Mr O Field, father, on 17 September 2026: She was in school");
        }

        @Test
        void aSchoolRecordsNoneInACaseOfAnotherSchool() {
            town.itIs("2026-09-14");
            var followed = madeAware(town.child());
            var other = town.leadOf(town.school());

            assertThatThrownBy(() -> other.starts("record-mark-dispute", Map.of("caseReference", followed.reference())))
                    .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("no case of that reference");
        }

        /** Said on Thursday the 17th, in a case that began with letters on Monday the 14th. */
        private TracedCase disputed(String... sessions) {
            town.itIs("2026-09-14");
            var followed = madeAware(town.child().attends(90).since("2026-09-01").missed("2026-09-11", "2026-09-16"));
            town.itIs("2026-09-17");
            disputed(followed, followed.school(), sessions);
            return followed;
        }
    }

    @Nested
    class WithANotice extends NoticeTraces {

        @Test
        void aPenaltyNoticeThatNamesTheSessionIsReviewedByTheOfficer() {
            town.itIs("2026-10-12");
            var child = town.child().missed(TEN_SESSIONS);
            var followed = allocated(child);
            var notice = asked(followed).officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).authorised();
            disputed(followed, followed.officer(), "2026-09-21 AM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-21 AM", "L")));

            followed.hasTask("review-letters").withTheOfficer();
            var use = "penalty notice " + notice.record().number();
            assertThat(followed.hasTask("review-letters").shows().get("uses").toString())
                    .contains("P%s, against Ms R Moss: 21 September 2026 in the morning".formatted(use.substring(1)));
            followed.officer().completes("review-letters", Filled.usesReviewed(use));
            assertThat(followed.tasks().taskDefinitionKey("review-prosecutions").count()).isZero();
        }
    }

    @Nested
    class WithANoticeAndNoOfficer extends NoticeTraces {

        @Test
        void theOfficeReviewsANoticeThatNamesTheSession() {
            town.itIs("2026-10-12");
            var child = town.child().missed(TEN_SESSIONS);
            var followed = madeAware(child);
            var office = followed.office();
            var notice = asked(office.person(), answers("noticeFor", "termTimeLeave", "caseReference", followed.reference(),
                    "why", "A holiday"))
                    .completes(office.person(), "prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).authorised();
            disputed(followed, followed.school(), "2026-09-21 AM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-21 AM", "L")));

            followed.hasTask("review-letters").withTheOffice();
            office.completes("review-letters", Filled.usesReviewed("penalty notice " + notice.record().number()));
        }
    }

    @Nested
    class BeforeTheCourt extends ProsecutionTraces {

        @Test
        void aProsecutionThatNamesTheSessionIsReviewedByLegalServices() {
            town.itIs("2026-12-08");
            charged("yes", "no", "2027-01-12");
            disputed(followed, followed.officer(), "2026-10-05 AM");
            followed.school().completes("answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-10-05 AM", "L")));
            followed.hasTask("review-prosecutions").with(Roles.LEGAL).dueOn("2026-12-11");
            var use = "prosecution " + proceeding(0).id();
            assertThat(followed.hasTask("review-prosecutions").shows().get("uses").toString())
                    .contains("P%s, against Ms R Moss: 5 October 2026 in the morning".formatted(use.substring(1)));
            followed.worker(Roles.LEGAL).completes("review-prosecutions", Filled.usesReviewed(use));
            followed.tells("Mark dispute", "P%s reviewed".formatted(use.substring(1)), "one-of-legal-services");
            followed.hasTask("review-letters").withTheOfficer();
            var letters = followed.hasTask("review-letters").shows().get("uses").toString();
            followed.officer().completes("review-letters", Filled.usesReviewed(followed.letters().stream().map(letter -> letter.number())
                    .filter(letters::contains).toArray(String[]::new)));
            assertThat(followed.tasks().taskDefinitionKey("review-letters").count()).isZero();
        }
    }
}
