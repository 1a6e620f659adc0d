package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.letter.Letter.Status;
import apws.pupil.Parent;
import apws.pupil.Parents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        Office start(Path tray) {
            return Office.onH2(tray);
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {
        @Override
        Office start(Path tray) throws Exception {
            return Office.onPostgres(tray);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class OnADatabase {

        private static final Map<String, Object> LOOK_AGAIN = Map.of("lookAgainOn", "2026-12-21");

        private Path tray;
        private Office office;
        private Letters letters;
        private PrintRoom printRoom;

        abstract Office start(Path tray) throws Exception;

        @BeforeAll
        void begin(@TempDir Path tray) throws Exception {
            this.tray = tray;
            office = start(tray);
            letters = office.letters();
            printRoom = office.bean(PrintRoom.class);
        }

        @AfterAll
        void end() throws Exception {
            office.close();
        }

        @Test
        void oneGoesToEachParentAtThatParentsOwnAddress() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road\nFairhaven", "ZZ99 2BB", "mother");
            var father = office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street\nLowtown", "ZZ98 5DD", "father");

            var ids = record("AL 1.1.0", ava, LOOK_AGAIN);

            assertThat(ids).hasSize(2);
            assertThat(ids.stream().map(letters::get)).extracting(Letter::parentId).containsExactly(mother.id(), father.id());
            assertThat(text(ids.get(0))).contains("Ms A Green 12 Orchard Road Fairhaven ZZ99 2BB").contains("Dear Ms Green")
                    .doesNotContain("Brown", "Tom", "Mill Street", "ZZ98");
            assertThat(text(ids.get(1))).contains("Mr T Brown 7 Mill Street Lowtown ZZ98 5DD").contains("Dear Mr Brown")
                    .doesNotContain("Anna", "Ms A Green", "Orchard Road", "ZZ99 2BB");
        }

        @Test
        void oneAboutAPupilWithoutACaseStandsInNoChronology() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mrs", "Ida", "Nowhere", "", "", "grandmother");

            var ids = office.inTransaction(() -> letters.recordWithoutCase("AL 1.1.0", ava.pupilId(), "S1-01", LOOK_AGAIN, "d.lee"));

            assertThat(ids.stream().map(letters::get)).singleElement().satisfies(letter -> {
                assertThat(letter.caseReference()).isNull();
                assertThat(letter.pupilId()).isEqualTo(ava.pupilId());
            });
            assertThat(text(ids.get(0))).contains("Ms A Green 12 Orchard Road").doesNotContain("Case");
            assertThat(letters.ofCase(ava.reference())).isEmpty();
            assertThat(story(ava)).isEmpty();
        }

        @Test
        void twoParentsAtOneAddressGetOneEach() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mr", "Ian", "Green", "12 Orchard Road", "ZZ99 2BB", "father");

            assertThat(record("AL 1.1.0", ava, LOOK_AGAIN)).hasSize(2);
        }

        @Test
        void nobodyIsWrittenToAgainstAnOrderOrWithoutAnAddressAndTheReasonIsKept() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, new Parent(null, "dnc" + ava.pupilId(), "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", false, "", "", "",
                    "court order of 4 May", "S Manager"), "father");
            office.parent(ava, "Mrs", "Ida", "Nowhere", "", "", "grandmother");

            assertThat(record("AL 1.1.0", ava, LOOK_AGAIN)).isEmpty();

            assertThat(letters.withheld(ava.reference())).extracting(Withheld::parentName, Withheld::because).containsExactly(
                    tuple("Mr T Brown", "marked “do not contact” (court order of 4 May; authorised by S Manager)"),
                    tuple("Mrs I Nowhere", "no usable address is known"));
            assertThat(story(ava)).containsExactly(
                    "No letter about attendance a little low (AL 1.1.0) to Mr T Brown: marked “do not contact” (court order of 4 May; "
                            + "authorised by S Manager)",
                    "No letter about attendance a little low (AL 1.1.0) to Mrs I Nowhere: no usable address is known");
            assertThat(office.bean(Recipients.class).of(ava.pupilId()).withheld()).hasSize(2);
        }

        @Test
        void aConfidentialAddressStandsOnThatParentsOwnLetterAndNowhereElse() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, new Parent(null, "conf" + ava.pupilId(), "Ms", "Anna", "Green", "Refuge House\nHidden Lane", "ZZ97 7ZZ",
                    true, "", "", "", null, null), "mother");
            office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");

            var own = record("AL 1.1.0", ava, LOOK_AGAIN).get(0);
            var referral = record("APWS 1.1.0", ava, Map.of()).get(0);

            assertThat(text(own)).contains("Refuge House Hidden Lane ZZ97 7ZZ");
            assertThat(text(referral)).contains("confidential: held by the school").doesNotContain("Refuge", "Hidden", "ZZ97");
            assertThat(story(ava)).noneMatch(line -> line.contains("Refuge") || line.contains("ZZ97"));
        }

        @Test
        void whatALetterSaysIsFrozenWhenItIsRecorded() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");

            var id = record("AL 1.1.0", ava, LOOK_AGAIN).get(0);
            office.bean(Parents.class).correctAddress(mother.id(), "99 New Street", "ZZ99 9ZZ");

            assertThat(text(id)).contains("12 Orchard Road").doesNotContain("99 New Street");
        }

        @Test
        void aMissingFactIsNamed() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");

            assertThatThrownBy(() -> record("AL 1.2.0", ava, Map.of("meetingOn", "2026-12-03", "meetingTime", "15:30", "meetingPlace",
                    " ")))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("Letter AL 1.2.0 cannot be written without meetingPlace");
            assertThatThrownBy(() -> record("MISSED MEETING", ava, Map.of("recipients", "1", "missedOn", "2026-11-19")))
                    .hasMessage("Letter MISSED MEETING cannot be written without meetingOn and meetingTime and meetingPlace "
                            + "and meetingWith, or decided");
            assertThatThrownBy(() -> record("AL 9", ava, Map.of()))
                    .hasMessageStartingWith("There is no letter AL 9; there are AL 1.1.0, AL 1.2.0");
        }

        @Test
        void aFailureOfTheCallerLeavesNoLetterAndNoLine() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");

            assertThatThrownBy(() -> office.inTransaction(() -> {
                record("AL 1.1.0", ava, LOOK_AGAIN);
                throw new IllegalStateException("the case could not move on");
            })).hasMessage("the case could not move on");

            assertThat(letters.ofCase(ava.reference())).isEmpty();
            assertThat(story(ava)).isEmpty();
        }

        @Test
        void itsWayIsWrittenInTheChronology() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");

            var id = record("AL 1.1.0", ava, LOOK_AGAIN).get(0);
            send(id);
            letters.returned(id, LocalDate.of(2026, 12, 1), "gone away", "office");
            letters.returned(id, LocalDate.of(2026, 12, 2), "said again", "office");

            var letter = letters.get(id);
            assertThat(letter.number()).matches("L-2026-\\d{6}");
            assertThat(letter).extracting(Letter::status, Letter::returnedOn, Letter::returnedWhy)
                    .containsExactly(Status.RETURNED, LocalDate.of(2026, 12, 1), "gone away");
            assertThat(letter.sha256()).hasSize(64);
            assertThat(story(ava)).containsExactly(
                    "Letter %s (AL 1.1.0, letter about attendance a little low) to Ms A Green recorded".formatted(letter.number()),
                    "Letter %s (AL 1.1.0) to Ms A Green handed to the print room".formatted(letter.number()),
                    "Letter %s (AL 1.1.0) to Ms A Green came back: gone away".formatted(letter.number()));
        }

        @Test
        void aLetterThatCameBackGoesOutOnceMoreToTheCorrectedAddress() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var first = record("AL 1.1.0", ava, LOOK_AGAIN).get(0);
            send(first);
            assertThatThrownBy(() -> letters.sendAgain(first, "office")).hasMessageEndingWith("has not come back");
            letters.returned(first, Office.TODAY, "gone away", "office");
            office.bean(Parents.class).correctAddress(mother.id(), "99 New Street", "ZZ99 9ZZ");

            var second = letters.sendAgain(first, "office").orElseThrow();

            assertThat(letters.sendAgain(first, "office")).contains(second);
            assertThat(letters.get(second).insteadOf()).isEqualTo(first);
            assertThat(text(second)).contains("99 New Street ZZ99 9ZZ").contains("Monday 21 December 2026").doesNotContain("Orchard");
        }

        @Test
        void onlyTheParentsNamedAreWrittenTo() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var father = office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");

            var ids = record("MISSED MEETING", ava, Map.of("recipients", List.of(father.id()), "missedOn", "2026-11-19",
                    "decided", "A plan was agreed with Ms Anna Green; call 12 Orchard Road, ZZ99 2BB"));

            assertThat(ids).hasSize(1);
            assertThat(letters.get(ids.get(0)).recipientName()).isEqualTo("Mr T Brown");
            assertThat(text(ids.get(0))).contains("A plan was agreed with another parent").doesNotContain("Anna", "Ms Green", "ZZ99 2BB");
            assertThatThrownBy(() -> record("MISSED MEETING", ava, Map.of("recipients", "4711", "missedOn", "2026-11-19", "decided", "x")))
                    .hasMessage("recipients: 4711 is no parent of pupil " + ava.pupilId());
        }

        @Test
        void everyPartyGetsThePlanWithNothingOfAnotherParent() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.sibling(mother, "Ben", "Green");
            office.plan(ava, Map.of("pupilView", "I like it here", "circumstances", "Asthma inhaler at the office",
                    "parentsView", "Mr Brown works nights, and Ben Green is ill",
                    "actions", List.of(Map.of("what", "Breakfast club", "who", "Tom and school", "byWhen", "2026-11-09")),
                    "parties", List.of(Map.of("name", "Ms A Green", "role", "Mother", "signed", "signed", "signedOn", "2026-11-02"),
                            Map.of("name", "Tom Brown", "role", "Father", "signed", "absent", "signedOn", ""),
                            Map.of("name", "Daniel Lee", "role", "School", "signed", "signed", "signedOn", "2026-11-02"))));

            var ids = record("ISP 1.1", ava, Map.of());

            assertThat(ids).hasSize(3);
            assertThat(text(ids.get(0))).contains("Ms A Green Mother", "Asthma", "another parent and school", "another parent works nights",
                    "another child is ill").doesNotContain("Brown", "Tom", "Ben");
            assertThat(text(ids.get(1))).contains("Mr T Brown", "Tom Brown Father", "Mr Brown works nights").doesNotContain("Ms A Green",
                    "Asthma");
            assertThat(text(ids.get(2))).contains("Brook Primary School Brook Lane", "Ms A Green Mother", "Tom Brown Father", "Asthma");
        }

        @Test
        void whatAPlanAimsAtNamesNoOtherParentInAParentsCopy() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.plan(ava, Samples.agreed(), "In school every day that Tom Brown brings Ava, and on time when Ms Green does", null);

            var ids = record("ISP 1.1", ava, Map.of());

            assertThat(text(ids.get(0))).contains("every day that another parent brings Ava, and on time when Ms Green does")
                    .doesNotContain("Brown");
            assertThat(text(ids.get(1))).contains("every day that Tom Brown brings Ava, and on time when another parent does")
                    .doesNotContain("when Ms Green does");
            assertThat(text(ids.get(2))).contains("every day that Tom Brown brings Ava, and on time when Ms Green does");
        }

        @Test
        void whatOneParentsOwnPlanAimsAtReachesNoOtherParent() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.plan(ava, Samples.agreed());
            office.plan(ava, Samples.agreed(), "Leave the house by eight, and go to the clinic on Fridays", mother);

            var own = record("MORE SUPPORT", ava, Map.of("recipients", List.of(mother.id()), "planParentId", mother.id(),
                    "reviewOn", "2026-12-07"));
            var ofAll = record("ISP 1.1", ava, Map.of());

            assertThat(own).singleElement().satisfies(id -> assertThat(text(id)).contains("go to the clinic on Fridays"));
            assertThat(ofAll).hasSize(3).allSatisfy(id -> assertThat(text(id)).contains("in school every day").doesNotContain("clinic"));
        }

        @Test
        void aNoticeThatIsHandedOverDoesNotGoFirstClassOnThePrintRoomsSlip() throws IOException {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var notice = Samples.with(Samples.notice(), Map.of("recipients", List.of(mother.id())));

            var posted = record("PENALTY NOTICE", ava, notice).get(0);
            var byHand = record("PENALTY NOTICE", ava, Samples.with(notice, Map.of("postClass", "by hand"))).get(0);
            send(posted);
            send(byHand);

            assertThat(slip(letters.get(posted))).contains(",first class,");
            assertThat(slip(letters.get(byHand))).contains(",by hand,");
            assertThatThrownBy(() -> record("PENALTY NOTICE", ava, Samples.with(notice, Map.of("postClass", "second class"))))
                    .hasMessage("Letter PENALTY NOTICE does not go second class");
        }

        @Test
        void lettersOfLaterStagesComeFromTheCasesOfficerAndBeforeThereIsOneFromTheServicesSignatory() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var suspended = Map.<String, Object>of("suspendedFrom", "2026-11-24", "reviewOn", "2027-01-04");
            var missed = Map.<String, Object>of("recipients", ids(ava), "missedOn", "2026-11-19", "decided", "Breakfast club");

            assertThat(text(record("SUSPENSION", ava, suspended).get(0))).contains("Ruth Hargreaves", "Service Manager");
            assertThat(text(record("MISSED MEETING", ava, missed).get(0))).contains("Daniel Lee", "at the meeting in school");
            office.officer(ava);

            assertThat(text(record("SUSPENSION", ava, suspended).get(0))).contains("Priya Nair, Education Welfare Officer", "01632 960155",
                    "priya.nair@testing.example", "Monday to Friday, 9am to 4:30pm").doesNotContain("Ruth Hargreaves", "Daniel Lee");
            assertThat(text(record("MISSED MEETING", ava, missed).get(0))).contains("Priya Nair", "at our meeting")
                    .doesNotContain("Daniel Lee");
            assertThat(text(record("MISSED MEETING", ava, Samples.with(missed, Map.of("from", "service"))).get(0)))
                    .contains("Ruth Hargreaves");
            assertThat(text(record("AL 1.1.0", ava, LOOK_AGAIN).get(0))).contains("Daniel Lee").doesNotContain("Priya Nair");
        }

        @Test
        void aWarningSaysByItselfWhenItIsReceivedAndWhenItsDaysEnd() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.entry(ava, "arrange-initial-meeting", Map.of("meetingOn", "2026-12-03", "meetingTime", "10:00", "meetingPlace", "School",
                    "supportSoFar", "A mentor", "supportOffered", "A visit", "expected", "Every day"));
            office.itIs(LocalDate.of(2026, 11, 20));

            var id = record("APWS 2.2.0", ava, Map.of()).get(0);

            office.itIs(Office.TODAY);
            var lastDay = office.bean(SchoolCalendar.class).lastDay(LocalDate.of(2026, 11, 24), "P30D");
            assertThat(lastDay).as("receipt and 29 days, in the holidays or not").isEqualTo("2026-12-23");
            assertThat(text(id)).contains("The letter is posted on 20 November 2026", "Support so far, and how it was taken up A mentor",
                    "from Tuesday 24 November 2026 to " + new Wording().day(lastDay), "Sessions without leave since 1 September 2026 None.");
        }

        @Test
        void aWarningThatIsSentAgainTooLateForItsMeetingNamesNoDayForIt() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.entry(ava, "arrange-initial-meeting", Map.of("meetingOn", "2026-11-24", "meetingTime", "10:00", "meetingPlace", "School",
                    "supportSoFar", "A mentor", "supportOffered", "A visit", "expected", "Every day"));
            var first = record("APWS 2.2.0", ava, Map.of()).get(0);
            assertThat(text(first)).contains("Please come to our first meeting on Tuesday 24 November 2026");
            send(first);
            letters.returned(first, Office.TODAY, "gone away", "office");

            assertThat(letters.tooLateFor(first)).as("what keeps it from being sent again").isEmpty();
            assertThat(text(letters.sendAgain(first, "office").orElseThrow())).contains("so that we can find a day to meet", "we find another with you")
                    .doesNotContain("24 November 2026", "We meet on", "10:00");
        }

        @ParameterizedTest
        @MethodSource("apws.letter.LettersTest#invitations")
        void anInvitationGoesFirstClassAndNotAgainTooLateForItsDay(LetterKind kind) {
            assertThat(kind.post()).isEqualTo("first class");
            assertThat(Stream.concat(kind.inTimeFor().stream(), kind.leavesOut().stream())).contains("meetingOn");
        }

        @Test
        void whatGoesToOneParentAloneIsNeverWrittenToAll() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");

            for (var code : List.of("PENALTY NOTICE", "NOTICE WITHDRAWN", "INTERVIEW", "APWS 4.1", "OUTCOME")) {
                assertThatThrownBy(() -> record(code, ava, Map.of())).hasMessage("Letter %s cannot be written without recipients"
                        .formatted(code));
            }
            assertThatThrownBy(() -> record("LEGAL REFERRAL", ava, Map.of()))
                    .hasMessage("Letter LEGAL REFERRAL cannot be written without parentId");
        }

        @Test
        void aPenaltyNoticeDoesNotTellWhereTheChildLivesToAParentWhoLivesElsewhere() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var father = office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.bean(Parents.class).link(ava.pupilId(), father.id(), "father", false);
            var notice = Samples.with(Samples.notice(), Map.of("recipients", List.of(father.id())));

            var his = record("PENALTY NOTICE", ava, notice);

            assertThat(his).hasSize(1);
            assertThat(text(his.get(0))).contains("Mr T Brown", "whose address the council holds").doesNotContain("Orchard", "ZZ99 2BB");
            assertThat(text(record("PENALTY NOTICE", ava, Samples.with(notice, Map.of("recipients", mother.id()))).get(0)))
                    .contains("of the same address").doesNotContain("Brown", "Mill Street");
        }

        @Test
        void aLegalReferralIsAboutOneParentAlone() {
            var ava = office.caseOf("Ava", "Green");
            var mother = office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            var father = office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.sibling(mother, "Ben", "Green");
            record("AL 1.1.0", ava, LOOK_AGAIN);
            office.inTransaction(() -> {
                office.bean(Chronology.class).write(ava.reference(), "S2-06", "Meeting held with Ms A Green", "p.nair");
                office.bean(Chronology.class).write(ava.reference(), "S2-06", "Tom Brown did not answer", "p.nair");
                office.bean(Chronology.class).write(ava.reference(), "Overdue", "Long overdue, shown to managers: Hold panel", "system");
                office.bean(Chronology.class).write(ava.reference(), "S3-08", "Record interview", "p.nair");
                office.bean(Chronology.class).write(ava.reference(), "S3-08", "Record interview", "p.nair");
                return null;
            });
            office.entry(ava, "record-interview", Map.of("suspectId", mother.id(), "result", "held"));
            office.entry(ava, "record-interview", Map.of("suspectId", father.id(), "result", "declined"));

            var id = record("LEGAL REFERRAL", ava, Samples.with(Samples.referred(), Map.of("parentId", mother.id(), "people",
                    Map.of("p.nair", "Priya Nair"), "answers", List.of(Map.of("form", "approve-prosecution", "title", "Approval, recorded today",
                            "answers", Map.of("reason", "All was tried, but for Mr Brown", "questions", List.of(
                                    Map.of("asked", "The chair", "ofWhom", "Mr T Brown", "question", "What he does", "answer", "Nights"),
                                    Map.of("asked", "The chair", "ofWhom", "Ms Green", "question", "What helps", "answer", "A lift")))))))).get(0);

            assertThat(letters.get(id).parentId()).isNull();
            assertThat(text(id)).contains("Legal Services Testing Council Civic Offices", "Ms Anna Green", "12 Orchard Road, ZZ99 2BB",
                            "Letter L-", "AL 1.1.0, letter about attendance a little low) to Ms A Green", "Meeting held with Ms A Green",
                            "Enclosed: Approval, recorded today", "All was tried, but for another parent", "A lift",
                            "S2-07 Record interview Priya Nair")
                    .satisfies(both -> assertThat(both.split(" \\| ")).allSatisfy(read -> assertThat(read).containsOnlyOnce("Record interview")))
                    .doesNotContain("Nights", "overdue", "p.nair").doesNotContain("Brown", "Tom", "Mill Street", "ZZ98", "Ben Green", "another parent recorded");
            assertThatThrownBy(() -> record("LEGAL REFERRAL", ava, Samples.with(Samples.referred(), Map.of("parentId", 4711))))
                    .hasMessage("parentId: 4711 is no parent of pupil " + ava.pupilId());
        }

        @Test
        void whoElseOfTheParentsCameToThePanelIsNotTold() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.parent(ava, "Mr", "Tom", "Brown", "7 Mill Street", "ZZ98 5DD", "father");
            office.plan(ava, Map.of());

            var ids = record("APWS 3.2.0", ava, Map.of("satOn", "2026-11-20",
                    "whoSat", List.of(Map.of("name", "Joan Marsh", "role", "Chair"),
                            Map.of("name", "Ann Day", "role", "Parent support adviser")),
                    "whoCame", List.of("Ms A Green", "Tom Brown, father", "Ava Green"), "consequences", "A court may decide",
                    "reviewOn", "2026-12-21", "reviewTime", "10:00", "reviewPlace", "Civic Offices"));

            assertThat(text(ids.get(0))).contains("Who sat Joan Marsh, Chair Ann Day, Parent support adviser",
                            "Who came Ms A Green Ava Green")
                    .doesNotContain("Brown", "another parent", "father");
            assertThat(text(ids.get(1))).contains("Who came Tom Brown, father Ava Green").doesNotContain("Ms A Green");
        }

        @Test
        void aPlanChangedAtItsMidPointHoldsWhatChangedAndWhatStays() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            office.plan(ava, Map.of());
            office.entry(ava, "agree-fast-track-plan", Map.of("barriers", "The bus", "pupilView", "It is full",
                    "actions", List.of(Map.of("what", "Bus pass", "who", "Officer", "byWhen", "")),
                    "parties", List.of(Map.of("name", "Ms A Green", "role", "Mother", "signed", "signed", "signedOn", "2026-11-02"))));
            office.entry(ava, "hold-mid-point-review", Map.of("actionProgress", "The pass came", "changes", "A lift on Mondays",
                    "changesWhy", "The bus is late", "pupilView", "", "actions",
                    List.of(Map.of("what", "Lift on Mondays", "who", "School", "byWhen", ""))));

            var id = record("ISP 2.3.1", ava, Map.of()).get(0);

            assertThat(text(id)).contains("The pass came", "A lift on Mondays", "The bus is late", "Lift on Mondays School", "It is full",
                    "What happens if the plan is not followed").doesNotContain("Bus pass Officer");
        }

        @Test
        void anAcceptedReferralSaysByWhenTheParentsHear() {
            var ava = office.caseOf("Ava", "Green");
            office.entry(ava, "check-criteria", Map.of("criteriaMet", List.of("Letters sent", "Meeting offered")));

            var id = record("APWS 2.1.0", ava, Map.of("officerName", "Priya Nair")).get(0);

            assertThat(text(id)).contains("Brook Primary School", "Letters sent", "Meeting offered", "By Monday 7 December 2026 each parent",
                    "Ruth Hargreaves");
        }

        @Test
        void killedWhileRenderingItIsRenderedAtTheNextTry() {
            var id = toMother();

            assertThatThrownBy(() -> office.inTransaction(() -> {
                letters.render(id);
                throw new Killed();
            })).isInstanceOf(Killed.class);

            assertThat(letters.get(id).status()).isEqualTo(Status.RECORDED);
            assertThat(letters.pdf(id)).isEmpty();
            send(id);
            assertThat(placed(letters.get(id))).isEqualTo(1);
        }

        @Test
        void renderedTwiceItStaysTheSame() {
            var id = toMother();
            letters.render(id);
            var first = letters.get(id).sha256();

            letters.render(id);

            assertThat(letters.get(id).sha256()).isEqualTo(first);
        }

        @Test
        void killedBeforeItIsPlacedItIsPlacedTheNextDayInTheDaysFolderItWasMeantFor() {
            var id = toMother();
            letters.render(id);
            letters.startHandingOver(id);

            office.itIs(Office.TODAY.plusDays(1));
            send(id);
            office.itIs(Office.TODAY);

            assertThat(letters.get(id)).extracting(Letter::status, Letter::trayDay).containsExactly(Status.HANDED_OVER, Office.TODAY);
            assertThat(placed(letters.get(id))).isEqualTo(1);
        }

        @Test
        void killedAfterItIsPlacedItIsNotPlacedAgainEvenWhenThePrintRoomHasTakenIt() throws Exception {
            var id = toMother();
            letters.render(id);
            letters.startHandingOver(id);
            printRoom.gets(id);
            assertThatThrownBy(() -> office.inTransaction(() -> {
                letters.handedOver(id);
                throw new Killed();
            })).isInstanceOf(Killed.class);
            var letter = letters.get(id);
            assertThat(letter.status()).isEqualTo(Status.HANDING_OVER);
            Files.delete(file(letter));

            office.itIs(Office.TODAY.plusDays(1));
            send(id);
            office.itIs(Office.TODAY);

            assertThat(letters.get(id).status()).isEqualTo(Status.HANDED_OVER);
            assertThat(file(letter)).doesNotExist();
            assertThat(placed(letter)).isEqualTo(1);
        }

        @Test
        void nobodyHoldsATransactionWhileTheTrayIsReached() {
            var id = toMother();
            letters.render(id);
            letters.startHandingOver(id);

            assertThatThrownBy(() -> office.inTransaction(() -> {
                printRoom.gets(id);
                return null;
            })).hasMessageContaining("within a transaction");
            assertThat(placed(letters.get(id))).isZero();
        }

        @Test
        void handedOverOnceItIsNeverPlacedAgain() throws Exception {
            var id = toMother();
            send(id);
            Files.delete(file(letters.get(id)));

            send(id);

            assertThat(file(letters.get(id))).doesNotExist();
            assertThat(placed(letters.get(id))).isEqualTo(1);
        }

        @Test
        void noStepOfItsWayIsLeftOut() {
            var id = toMother();

            assertThatThrownBy(() -> letters.startHandingOver(id)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> printRoom.gets(id)).hasMessageEndingWith("is placed in the tray while it is only recorded");
            assertThatThrownBy(() -> letters.handedOver(id)).hasMessageEndingWith("is said to be handed over while it is only recorded");
            assertThatThrownBy(() -> letters.returned(id, Office.TODAY, "gone away", "office"))
                    .hasMessageEndingWith("has not been handed over");
        }

        private List<Long> ids(Case about) {
            return office.bean(Parents.class).of(about.pupilId()).stream().map(row -> row.parent().id()).toList();
        }

        private long toMother() {
            var ava = office.caseOf("Ava", "Green");
            office.parent(ava, "Ms", "Anna", "Green", "12 Orchard Road", "ZZ99 2BB", "mother");
            return record("AL 1.1.0", ava, LOOK_AGAIN).get(0);
        }

        private Path file(Letter letter) {
            return tray.resolve(letter.trayDay().toString()).resolve(letter.number() + ".pdf");
        }

        /** How often the index of the tray, on whatever day, names the letter. */
        private long placed(Letter letter) {
            try (var days = Files.list(tray)) {
                return days.map(day -> day.resolve("index.csv")).filter(Files::exists).flatMap(index -> {
                    try {
                        return Files.readAllLines(index).stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }).filter(line -> line.startsWith(letter.number() + ",")).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String slip(Letter letter) throws IOException {
            return Files.readAllLines(tray.resolve(letter.trayDay().toString()).resolve("index.csv")).stream()
                    .filter(line -> line.startsWith(letter.number() + ",")).findFirst().orElseThrow();
        }

        private List<Long> record(String code, Case about, Map<String, Object> details) {
            return office.inTransaction(() -> letters.record(code, about.reference(), "S1-01", details, "d.lee"));
        }

        private String text(long id) {
            letters.render(id);
            var pdf = letters.pdf(id).orElseThrow();
            return Pdf.spoken(pdf) + " | " + Pdf.text(pdf);
        }

        private void send(long id) {
            letters.render(id);
            letters.startHandingOver(id);
            printRoom.gets(id);
            letters.handedOver(id);
        }

        private List<String> story(Case about) {
            return office.bean(Chronology.class).of(about.reference()).stream().map(ChronologyLine::what).toList();
        }
    }

    /** As if the application had been killed there. */
    private static final class Killed extends RuntimeException {
    }

    static Stream<LetterKind> invitations() {
        var kinds = new LetterKinds();
        return kinds.codes().stream().map(kinds::of)
                .filter(kind -> kind.requires().contains("meetingOn") || kind.either().stream().anyMatch(set -> set.contains("meetingOn")));
    }
}
