package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import apws.letter.LetterContent.Addressee;
import apws.letter.LetterKind.Audience;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each letter must say, and what none may. */
class WordingOfLettersTest {

    /** Words that assume guilt or threaten: no letter of Stage 1 has any of them. */
    private static final List<String> NEVER = List.of("offence", "offend", "guilt", "fine", "fined", "prosecut", "penalty", "court",
            "legal", "law ",
            "illegal", "criminal", "warning", "enforce", "must ", "truan", "failure", "failed", "you have not", "your fault", "sanction");

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyLetterToAParentHoldsWhatEveryLetterMust(Sheet sheet) {
        if (!sheet.toParent()) {
            return;
        }
        var said = sheet.spoken();

        assertThat(said).contains("Ms A Green Flat 3 12 Orchard Road Fairhaven ZZ99 2BB", "Dear Ms Green,")
                .contains("Our reference L-2026-000123", "Case AI-2026-00042", "Date 23 November 2026")
                .contains("Ava Green, born 3 May 2016, Year 5, Brook Primary School")
                .contains("Daniel Lee", "Attendance Lead", "01632 960200", "office@brook.example", "Monday to Friday, 8am to 4pm")
                .contains("If a mark in the register looks wrong", "Please tell Daniel Lee by Monday 7 December 2026",
                "Send whatever shows it")
                .contains("to ask for help", "01632 960100", "attendance@fairhaven.example")
                .contains("For an interpreter, large print, another format, or any adjustment", "01632 960111")
                .contains("happens next")
                .contains("Your information", "www.fairhaven.example/privacy/attendance");
        assertThat(said.replaceAll("As at", "as at")).contains("as at 20 November 2026");
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void noLetterOfStageOneThreatensOrAssumesGuilt(Sheet sheet) {
        assertThat(sheet.spoken().toLowerCase(Locale.UK).replace("as the law asks of them", "")).doesNotContain(NEVER);
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyLetterFitsOnTwoPages(Sheet sheet) {
        assertThat(Pdf.pages(sheet.pdf())).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"PLAN_TO_PARENT", "PLAN_TO_SCHOOL", "REFERRAL"})
    void everyLetterButTheFormsFitsOnTwoPagesWhereNamesAreLong(Sheet sheet) {
        assertThat(Pdf.pages(sheet.printLong())).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void noPageIsEmpty(Sheet sheet) {
        assertThat(Pdf.textOfPages(sheet.pdf())).allSatisfy(page -> assertThat(page.length()).isGreaterThan(200));
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void theAddressAloneStandsInTheWindowOfTheEnvelope(Sheet sheet) {
        for (var pdf : List.of(sheet.pdf(), sheet.printLong())) {
            assertThat(Pdf.textIn(pdf, 15, 47, 88, 42)).isEqualTo(String.join(" ", sheet.to.name(), String.join(" ", sheet.to.address())));
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void theReferencesStandClearOfTheHeadingWhereNamesAreLong(Sheet sheet) {
        for (var pdf : List.of(sheet.pdf(), sheet.printLong())) {
            var references = Pdf.lines(pdf, 9.5);
            var heading = Pdf.lines(pdf, 16);

            assertThat(references).hasSizeGreaterThanOrEqualTo(6);
            assertThat(heading.get(0) - references.get(references.size() - 1)).as("millimetres from the last reference to the heading")
                    .isGreaterThan(8);
        }
    }

    @Test
    void figuresStandWithTheirPeriod() {
        assertThat(Sheet.A_LITTLE_LOW.spoken()).contains("Ava’s attendance from 3 September 2026 to 23 November 2026",
                "Possible: school was open to Ava 104", "Attended 98", "Absent with leave (authorised, illness included) 4",
                "for 1 of these school does not know the reason yet 2", "Attendance 94.2%");
    }

    @Test
    void aLittleLowAdvisesAndSaysWhenItIsLookedAtAgain() {
        assertThat(Sheet.A_LITTLE_LOW.spoken()).contains("attendance is a little low", "has missed 6 sessions, which adds up to 3 days")
                .contains("A steady routine", "Appointments outside school hours", "Leave in term time", "A call on the first day",
                "An early word about worries",
                        "What school offers", "again on Monday 21 December 2026");
    }

    @Test
    void absenceThatIsMainlyIllnessIsOpenedWithSympathy() {
        assertThat(Sheet.A_LITTLE_LOW_BY_ILLNESS.spoken()).contains("most of it through illness. We hope that Ava is feeling better")
                .doesNotContain("a little lower than we would like");
        assertThat(Sheet.A_LITTLE_LOW.spoken()).contains("a little lower than we would like").doesNotContain("feeling better");
    }

    @Test
    void anInvitationHoldsAllOfTheMeetingAndWhatIsTalkedAbout() {
        assertThat(Sheet.MEETING.spoken()).contains("When Thursday 3 December 2026, 3:30pm", "How long about 45 minutes",
                        "Where The Family Room, Brook Primary School", "Daniel Lee, Attendance Lead Sara Khan, Year 5 teacher",
                        "Ava is welcome", "If you cannot come then", "find another time")
                .contains("Early Help Assessment", "only if you agree", "support plan of about 4 weeks",
                "after 2 weeks and again after 4 weeks",
                        "If nothing improves, school may ask the council’s Attendance & Pupil Welfare Service to help");
    }

    @Test
    void aPlanHoldsAllThatWasAgreed() {
        for (var sheet : List.of(Sheet.PLAN_TO_PARENT, Sheet.PLAN_TO_SCHOOL)) {
            assertThat(sheet.spoken()).contains("ISP 1.1, version 1", "2 November 2026 16 November 2026 30 November 2026 95%",
                            "What the target means: in school, on time, every day but for real illness.",
                            "Attendance from 3 September 2026 to 30 October 2026", "70 62 5 3 88.5%",
                            "Anxious about coming in on Mondays", "What Ava says I like school", "What parents say Mornings are hard",
                            "Meet Ava at the gate on Mondays Ms Khan 2 November 2026", "Ava and Ms Green throughout the plan",
                            "Breakfast club without charge", "parenting group", "Asthma", "A card home every Friday",
                            "Ms A Green Mother Signed 2 November 2026", "The plan is voluntary", "admits nothing");
        }
    }

    @Test
    void praiseShowsBeforeAndSinceAndSpeaksToThePupil() {
        assertThat(Sheet.PRAISE.spoken()).contains("Well done, Ava", "Sessions possible 70 104", "Attendance 88.5% 94.2%",
                "Ava came in every Monday.", "To Ava You did this", "The support that we agreed goes on",
                "again on Monday 30 November 2026.");
    }

    @Test
    void aMissedMeetingIsFollowedByANewDateOrByWhatWasDecided() {
        assertThat(Sheet.MISSED_WITH_NEW_DATE.spoken()).contains("on Thursday 19 November 2026 at the meeting in school", "The new meeting",
                "Thursday 3 December 2026, 3:30pm", "How to answer",
                "before Thursday 3 December 2026: to tell us").doesNotContain("What was decided");
        assertThat(Sheet.MISSED_WITH_DECISION.spoken()).contains("What was decided", "A support plan starts on 30 November",
                "Breakfast club is open to Ava", "This is your copy", "How to answer").doesNotContain("The new meeting");
    }

    @Test
    void closingSaysTheResultWhatWouldStartItAgainAndThanks() {
        assertThat(Sheet.CLOSING.spoken()).contains("attending regularly", "is therefore closed", "Attendance 94.2%",
                "What would start it again", "Thank you");
        assertThat(Sheet.CLOSING_TO_SCHOOL.spoken()).contains("Brook Primary School Brook Lane", "Case AI-2026-00042 is closed", "94.2%",
                "Thank you");
    }

    @Test
    void aReferralHoldsTheRecordOfTheCase() {
        assertThat(Sheet.REFERRAL.spoken()).contains("Attendance & Pupil Welfare Service Civic Offices", "UPN Z999000000001", "Ms A Green",
                "Ben Green Brook Primary School", "104 98 4 2 94.2%", "O \\", "N became I", "12 November 2026, morning: O",
                "L-2026-000007 AL 1.2.0", "Breakfast club: twice", "1 November 2026 Call Will come", "Letter AL 1.2.0 recorded");
    }

    @Test
    void markupInANameIsPrintedAsItStands() {
        var odd = new Addressee(Audience.PARENTS, 1L, "Ms <b>A</b> O'Brien & Sons", "Ms O'Brien <script>alert(1)</script>",
                List.of("<img src=\"file:///etc/passwd\"/>", "${7*7} [[${7*7}]] __${7*7}__", "ZZ99 2BB"));

        assertThat(Pdf.spoken(Sheet.A_LITTLE_LOW.print(odd, Map.of()))).contains("Ms <b>A</b> O'Brien & Sons",
                "Dear Ms O'Brien <script>alert(1)</script>,", "<img src=\"file:///etc/passwd\"/>", "${7*7} [[${7*7}]] __${7*7}__");
    }

    @Test
    void namesOfEveryEuropeanLanguageArePrintedAndPicturesLeftOut() {
        var said = Pdf.spoken(Sheet.PRAISE.print(Samples.MOTHER, Map.of("whatWentWell",
                "Zoë Łukasz Şeyma Nguyễn Ολγα Иван 🎉, e\u0301t\u0007é",
                "whatContinues", "学校 is good")));

        assertThat(said).contains("Zoë Łukasz Şeyma Nguyễn Ολγα Иван, été", "[words in another script] is good");
    }

    @Test
    void aVeryLongNameAndAddressStayInTheWindow() {
        var dame = new Addressee(Audience.PARENTS, 1L, "The Right Honourable Dame M Featherstonehaugh-Cholmondeley-Majoribanks",
                "Dame Featherstonehaugh-Cholmondeley-Majoribanks", List.of("Care of The Very Long Named Sheltered Accommodation Society",
                "Building Seven, Third Floor, Staircase B", "Flat 123b", "The Old Maltings Conversion, Phase Two",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch Street", "Upper Something-under-the-Hill", "Fairhaven",
                "ZZ99 9ZZ"));

        var pdf = Sheet.A_LITTLE_LOW.print(dame, Map.of());

        assertThat(Pdf.textIn(pdf, 15, 47, 88, 42)).startsWith("The Right Honourable Dame").endsWith("Fairhaven ZZ99 9ZZ");
        assertThat(Pdf.pages(pdf)).isEqualTo(2);
    }
}
