package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterKind.Audience;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each letter must say, and what none may. */
@Tag("print")
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
                .contains(sheet.from().name(), sheet.from().post(), sheet.from().telephone(), sheet.from().email(), sheet.from().hours())
                .contains("If a mark in the register looks wrong",
                        "Please tell %s by Monday 7 December 2026".formatted(sheet.from().name()), "Send whatever shows it")
                .contains("to ask for help", "01632 960100", "attendance@fairhaven.example")
                .contains("For an interpreter, large print, another format, or any adjustment", "01632 960111")
                .contains("happens next")
                .contains("Your information", "www.fairhaven.example/privacy/attendance");
        assertThat(said.replaceAll("As at", "as at")).contains("as at 20 November 2026");
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void noLetterOfStageOneThreatensOrAssumesGuilt(Sheet sheet) {
        if (!sheet.ofStageOne()) {
            return;
        }
        assertThat(sheet.spoken().toLowerCase(Locale.UK).replace("as the law asks of them", "")).doesNotContain(NEVER);
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyLetterIsAsShortAsItCanBe(Sheet sheet) {
        assertThat(Pdf.pages(sheet.pdf())).isLessThanOrEqualTo(sheet.pagesAllowed());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"PLAN_TO_PARENT", "PLAN_TO_SCHOOL", "REFERRAL"})
    void everyLetterButTheFormsIsHardlyLongerWhereNamesAreLong(Sheet sheet) {
        assertThat(Pdf.pages(sheet.printLong())).isLessThanOrEqualTo(sheet.pagesAllowed() + (sheet.ofStageOne() ? 0 : 1));
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
        assertThat(Sheet.CLOSING.spoken()).contains("attending regularly", "is closed as from today, 23 November 2026", "Attendance 94.2%",
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

    /** What each letter of Stages 2 to 5 must hold besides what every letter does, item by item. */
    static Stream<Arguments> items() {
        return Stream.of(
                arguments(Sheet.ACCEPTED_BY_OFFICER, List.of("We accepted it on 23 November 2026", "Fast Track begins",
                        "Criteria that are met Attendance below 90%", "Letters sent", "Priya Nair is Ava’s officer",
                        "By Monday 7 December 2026 each parent is sent", "a plan for 30 days", "Mark the register every day",
                        "replace every N by its reason", "Note every contact", "keep the evidence", "Ask for no penalty notice for Ava")),
                arguments(Sheet.ACCEPTED_WITHOUT_OFFICER, List.of("One is allocated by Monday 30 November 2026")),
                arguments(Sheet.RETURNED, List.of("Criteria that are not met Early Help Assessment offered",
                        "What is missing The reviews of the plan", "Advice and guidance for Ava Offer the assessment",
                        "What to do first Meet Ava", "Who can help Early Help, 01632 960180",
                        "Refer again there from Monday 14 December 2026",
                        "act the safeguarding way at once", "does not wait")),
                arguments(Sheet.WARNING, List.of("Priya Nair, Education Welfare Officer", "2 sessions without leave",
                        "Thursday 12 November 2026 O O", "Tuesday 17 November 2026 – U", "O – absent without leave",
                        "Support so far, and how it was taken up Breakfast club", "Support that we offer you now A visit at home",
                        "What improvement we hope to see In school, on time",
                        "The day on which you receive this letter is the first day. The letter is posted on 23 November 2026, and counts as "
                                + "received on 25 November 2026",
                        "run from Wednesday 25 November 2026 to Thursday 24 December 2026", "Every day counts", "The last day does not move",
                        "Thursday 3 December 2026, 3:30pm",
                        "The Family Room", "You also get a Notice to Improve, with dates of its own")),
                arguments(Sheet.WARNING_RECEIVED, List.of("They run from Thursday 26 November 2026 to Monday 4 January 2027")),
                arguments(Sheet.TO_IMPROVE, List.of("2 sessions without leave", "Thursday 12 November 2026 O O",
                        "we suspect that an offence under section 444(1) of the Education Act 1996 may have been committed",
                        "Every day in school matters",
                        "section 7 of the Education Act 1996", "Support so far Breakfast club", "Further support that we offer you A visit at home",
                        "not taken up The parenting group in October", "may issue a penalty notice, or consider a prosecution",
                        "from Monday 30 November 2026 to Friday 8 January 2027", "No further session without leave, and 95% in school",
                        "a penalty notice may come before the period ends a further session is missed without leave")),
                arguments(Sheet.FAST_TRACK_PLAN, List.of("Early Help Plan for Ava", "ISP 2.3.0, version 1",
                        "2 November 2026 16 November 2026 30 November 2026 95%", "70 62 5 3 88.5%", "Anxious about coming in",
                        "What Ava says I like school", "What parents say Mornings", "Meet Ava at the gate", "Breakfast club without charge",
                        "Asthma", "A card home", "Ms A Green Mother Signed 2 November 2026", "admits nothing",
                        "What happens if the plan is not followed If attendance does not improve")),
                arguments(Sheet.FAST_TRACK_PLAN_CHANGED, List.of("Inclusion Support Plan for Ava", "ISP 2.3.1",
                        "How each action went Breakfast club: three mornings a week", "What changes now The mentor comes on Fridays too",
                        "Why it changes Fridays are hard", "What happens if the plan is not followed")),
                arguments(Sheet.PANEL_PLAN, List.of("ISP 3.1, version 1", "Meet Ava at the gate",
                        "invitation to an interview under caution")),
                arguments(Sheet.FURTHER_PLAN, List.of("ISP 3.2", "How each action went All done", "What changes now No gate meeting")),
                arguments(Sheet.SUSPENDED, List.of("attendance has improved", "suspended from Tuesday 24 November 2026",
                        "Attendance 88.5% 94.2%", "on Monday 4 January 2027", "What would start it again", "Thank you",
                        "The sessions missed so far stay on record")),
                arguments(Sheet.SUSPENDED_AS_BEFORE, List.of("support for Ava goes on", "suspended from Tuesday 24 November 2026",
                        "Attendance 88.5% 62.5%", "on Monday 4 January 2027")),
                arguments(Sheet.MORE_SUPPORT, List.of("we decided to go on with more support", "runs from Monday 2 November 2026",
                        "on Monday 30 November 2026", "Your copy of the plan (ISP 3.1, version 1) comes in a letter of its own", "The target is 95%", "Attendance 88.5% 94.2%",
                        "We are not taking you to court now", "ask a court to decide")),
                arguments(Sheet.SUPPORT_AFTER_CONVICTION, List.of("now that the court has decided", "runs from Monday 2 November 2026",
                        "on Monday 30 November 2026", "The target is 95%", "Attendance 88.5% 62.5%", "a new interview")),
                arguments(Sheet.SUSPENDED_TO_SCHOOL, List.of("suspended from Tuesday 24 November 2026", "104 98 4 2 94.2%",
                        "Monday 4 January 2027", "would start Fast Track again", "Thank you")),
                arguments(Sheet.PENALTY, List.of("Penalty notice PN-2026-0017", "the first one to you about Ava within three years",
                        "a registered pupil of compulsory school age, did not attend the school regularly",
                        "To Ms A Green, Flat 3, 12 Orchard Road, Fairhaven, ZZ99 2BB",
                        "Child Ava Green, born 3 May 2016, of the same address", "School Brook Primary School, Brook Lane",
                        "Issued 23 November 2026, by Priya Nair, Education Welfare Officer, for Fairhaven Council",
                        "Thursday 12 November 2026 O O", "on or before Tuesday 15 December 2026 £80",
                        "on or before Tuesday 22 December 2026 £160", "Payment and letters go to: Fairhaven Council", "Civic Offices",
                        "www.fairhaven.example/pay by telephone", "discharges any liability to be convicted of the suspected offence on these dates, under section 444(1) and under "
                                + "section 444(1A)", "No court proceedings are begun for them before", "decides whether to prosecute", "or to withdraw the notice",
                        "ought not to have been issued", "wrong person", "contains a material error", "There is no appeal", "you may tell us why",
                        "Part of the amount does not end the matter")),
                arguments(Sheet.SECOND_PENALTY, List.of("the second one to you about Ava", "on or before Tuesday 22 December 2026 £160",
                        "no lower amount")),
                arguments(Sheet.PENALTY_WITHDRAWN, List.of("penalty notice PN-2026-0017",
                        "It ought not to have been issued", "You owe nothing",
                        "£80 goes back to the card", "No court case against you follows for the sessions", "Thursday 12 November 2026 O O")),
                arguments(Sheet.TO_PANEL, List.of("Thursday 3 December 2026, 3:30pm", "The Family Room", "about 45 minutes",
                        "Joan Marsh Senior officer, chair", "Dr E Sato School nursing",
                        "Paul Reeve Deputy headteacher, Brook Primary School, referred the case",
                        "the chair decides at the beginning whether that person sits, and it is recorded", "Priya Nair says what has happened so far",
                        "You answer", "Everyone may ask", "The papers The register, the plan ISP 2.3.0",
                        "bring someone to support you", "comments in writing by Tuesday 1 December 2026", "may go on without you",
                        "What may come of it", "Ava is invited too", "help")),
                arguments(Sheet.PANEL_AGREED, List.of("on Friday 20 November 2026", "Who sat Joan Marsh, Senior officer, chair",
                        "Who came Ms A Green Ava", "It is enclosed", "The target is 95%", "from 2 November 2026",
                        "An interview under caution may follow", "you get a separate invitation. This letter is not one", "When Monday 21 December 2026, 10am",
                        "Civic Offices, Room 2", "Who comes Ms Green Ava Priya Nair", "To change it, please ring",
                        "does not say what was said", "Enclosed: the plan agreed (ISP 3.1, version 1)", "Meet Ava at the gate")),
                arguments(Sheet.INTERVIEW, List.of("Suspected offence Failure to secure regular attendance",
                        "Ava Green, Brook Primary School", "7 September 2026 to 20 November 2026", "Thursday 3 December 2026, 3:30pm",
                        "The Family Room", "You are not under arrest", "leave at any time", "bring a solicitor",
                        "find-a-legal-adviser", "Interpreter", "appropriate adult or a supporter", "How it is recorded",
                        "Enclosed: notice of your rights", "You do not have to say anything", "Not coming is not an offence",
                        "on the evidence that we have", "written answers until Tuesday 1 December 2026")),
                arguments(Sheet.LEGAL_MEETING, List.of("Suspected offence Failure to secure", "Thursday 3 December 2026, 3:30pm",
                        "all the evidence from the start of Stage 1", "You are not under arrest", "bring a solicitor",
                        "written answers until Tuesday 1 December 2026", "Enclosed: notice of your rights",
                        "No further action; more support; an application for an education supervision order; or a prosecution",
                        "“Caution” here means the words said before such questions. It is not a caution as a punishment")),
                arguments(Sheet.INTENDED, List.of("Penalty notice PN-2026-0017 was not paid in its 28 days",
                        "please write or ring by Monday 14 December 2026", "Suspected offence Failure to secure",
                        "The sessions that it is about", "Thursday 12 November 2026 O O", "You do not have to answer",
                        "we do not hold that against you", "We may withdraw the notice", "This letter is to you alone")),
                arguments(Sheet.LEGAL_REFERRAL, List.of("Legal Services Fairhaven Council Civic Offices", "Name Ms A Green",
                        "Born 29 February 1988", "Address for service 12 Orchard Road", "Section 444(1A)",
                        "12 November 2026 to 17 November 2026", "First session relied on 12 November 2026, morning",
                        "last day for a charge Wednesday 12 May 2027", "Last session relied on 17 November 2026, afternoon",
                        "Monday 4 May 2026 morning O its last day has passed", "Summary No improvement", "PN/1 the register PN/2 the plans",
                        "Defences looked at Each looked at", "Public interest A year of support",
                        "Education supervision order considered, and why not Considered", "Interview, or why none Held",
                        "Earlier notices PN-2025-0003", "Earlier convictions Not recorded", "Dates which witnesses cannot make Priya Nair",
                        "Costs so far £150", "Approved by Ruth Hargreaves", "Approved on 22 November 2026", "Letter AL 1.2.0 recorded",
                        "L-2026-000007", "/ \\ I I")),
                arguments(Sheet.OUTCOME_NOT_GUILTY, List.of("has found you not guilty", "Court Fairhaven Magistrates’ Court",
                        "Date Friday 20 November 2026", "Offence charged Section 444(1)", "Result Not guilty", "You do not need to do anything",
                        "uses the sessions which were charged in no other case against you")),
                arguments(Sheet.OUTCOME_WITHDRAWN, List.of("has ended without a decision on guilt", "Result Discontinued: the family has moved",
                        "You need not come to court", "The sessions stay on record")),
                arguments(Sheet.OUTCOME_OTHER, List.of("how the court case about Ava’s attendance and you ended", "Result Another disposal",
                        "the court’s own order or notice too. It comes from the court")),
                arguments(Sheet.OUTCOME_GUILTY, List.of("Court Fairhaven Magistrates’ Court", "Date Friday 20 November 2026",
                        "Offence charged Section 444(1)", "Result Guilty plea", "Sentence A fine of £120", "Costs £85",
                        "the court’s own order or notice too. It comes from the court", "What happens next", "To the Crown Court")),
                arguments(Sheet.OUTCOME_TO_SCHOOL, List.of("against Ms A Green",
                        "Friday 20 November 2026", "Fairhaven Magistrates’ Court", "Guilty plea")));
    }

    @ParameterizedTest
    @MethodSource("items")
    void eachLetterHoldsWhatItMust(Sheet sheet, List<String> items) {
        assertThat(sheet.spoken()).contains(items);
    }

    @Test
    void noLetterOfStagesTwoToFiveIsLeftOutOfThatList() {
        assertThat(items().map(row -> row.get()[0])).containsAll(
                Stream.of(Sheet.values()).filter(sheet -> !sheet.ofStageOne()).toList());
        assertThat(Stream.of(Sheet.values()).map(sheet -> sheet.code)).containsAll(new LetterKinds().codes());
    }

    @ParameterizedTest
    @EnumSource(names = {"WARNING", "TO_IMPROVE", "FAST_TRACK_PLAN", "PENALTY", "TO_PANEL", "PANEL_AGREED", "INTERVIEW", "LEGAL_MEETING"})
    void whereEnforcementIsSpokenOfTheLawIsTold(Sheet sheet) {
        assertThat(sheet.spoken()).contains("must make sure that the child gets efficient full-time education, at school or otherwise",
                "(section 7 of the Education Act 1996)",
                "may have committed an offence (section 444(1) of that Act). A court can fine a parent up to £1,000.",
                "a more serious offence (section 444(1A)). A court can then order a fine of up to £2,500, or prison for up to three months, or both",
                "“Regularly” means as the school’s rules require (Supreme Court 2017, Isle of Wight v Platt)",
                "a penalty notice (section 444A), a meeting with the attendance panel, a prosecution, or an education supervision order",
                "Each parent is considered separately", "sent to you alone, about Ava alone",
                "a record of the address to which it is sent, how it is sent, and the day on which it goes out",
                "f the school gave leave; if the child was ill, or something unavoidable kept the child away; if it was a day of religious "
                        + "observance for the parent’s faith; if the council should have arranged transport and did not",
                "for a child with no fixed home, if the parent’s work requires travel and the child goes to school as often as that allows, "
                        + "from the age of six at least 200 sessions in the last twelve months (section 444(6))");
    }

    @ParameterizedTest
    @EnumSource
    void noLetterAssumesGuilt(Sheet sheet) {
        var said = sheet.spoken().toLowerCase(Locale.UK);

        assertThat(said).doesNotContain("your offence", "you committed", "you have committed", "you failed", "your fault", "truan");
        if (said.contains("offence") && !sheet.name().startsWith("OUTCOME")) {
            assertThat(said).containsAnyOf("suspect", "may have committed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "SUSPENDED_AS_BEFORE", "SUSPENDED_TO_SCHOOL", "ENDED_BY_ILLNESS", "ENDED_BY_CARE", "ACCEPTED_BY_OFFICER", "RETURNED"})
    void whereNothingIsEnforcedNothingThreatens(Sheet sheet) {
        assertThat(sheet.spoken().toLowerCase(Locale.UK)).doesNotContain("offence", "prosecut", "fine ", "court");
    }

    /** No "good news" where attendance has not improved, no "now regular" in a closing for another reason, no appeal in an acquittal. */
    @Test
    void noLetterSaysWhatItsRecordDenies() {
        for (var sheet : List.of(Sheet.SUSPENDED_AS_BEFORE, Sheet.PRAISE_OF_EFFORT, Sheet.SUPPORT_AFTER_CONVICTION, Sheet.MORE_SUPPORT)) {
            assertThat(sheet.spoken()).doesNotContainIgnoringCase("improve").doesNotContainIgnoringCase("good news")
                    .doesNotContain("is better", "Fast Track is suspended because", "came in, day after day");
        }
        for (var sheet : Sheet.values()) {
            if (sheet.code.equals("CASE ENDED")) {
                assertThat(sheet.spoken()).doesNotContain("regular");
            }
            assertThat(sheet.spoken()).doesNotContain("nothing further is done", "neither follows", "nothing more follows",
                    "within two weeks", "who posts it", "who have not met you before");
        }
        assertThat(Sheet.OUTCOME_NOT_GUILTY.spoken() + Sheet.OUTCOME_WITHDRAWN.spoken() + Sheet.OUTCOME_OTHER.spoken())
                .doesNotContainIgnoringCase("appeal").doesNotContain("If you do not agree", "Money that the court asks for", "Sentence");
        assertThat(Sheet.OUTCOME_GUILTY.spoken()).contains("If you do not agree", "Money that the court asks for is paid to the court");
    }

    @Test
    void aClosingLetterNamesItsReasonAndTellsNothingProtected() {
        assertThat(Sheet.ENDED_BY_A_MOVE.spoken()).contains("ended on Friday 20 November 2026", "has moved out of our area");
        assertThat(Sheet.ENDED_BY_HOME_EDUCATION.spoken()).contains("is educated at home");
        assertThat(Sheet.ENDED_BY_AGE.spoken()).contains("past compulsory school age");
        assertThat(Sheet.ENDED_BY_ILLNESS.spoken()).contains("cannot be expected in school for now").doesNotContain("too ill");
        assertThat(Sheet.ENDED_BY_CARE.spoken()).contains("circumstances have changed").doesNotContain("care");
        assertThat(Sheet.ENDED_BY_SCHOOL.spoken()).contains("school has decided to take no further steps");
        assertThat(Sheet.ENDED_TO_SCHOOL.spoken()).contains("Case AI-2026-00042 ended", "is electively home educated");
    }

    @Test
    void aNoticeThatIsHandedOverIsNotSaidToBePosted() {
        assertThat(Sheet.PENALTY.spoken()).contains("It is posted on 23 November 2026, and counts as received on 25 November 2026");
        assertThat(Pdf.spoken(Sheet.PENALTY.print(Samples.MOTHER, Map.of("postClass", "by hand", "countedFrom", "2026-11-23"))))
                .contains("It is handed to you on 23 November 2026, and counts as received on 23 November 2026").doesNotContain("is posted");
        assertThat(Pdf.spoken(Sheet.PENALTY.print(Samples.MOTHER, Map.of("postClass", "left at the address"))))
                .contains("It is left at your address on 23 November 2026");
    }

    @Test
    void aPupilWhoIsNotInvitedToThePanelIsNotSaidToBe() {
        var alone = Pdf.spoken(Sheet.TO_PANEL.print(Samples.MOTHER, Map.of("pupilInvited", "No", "papersOn", "2026-11-25")));

        assertThat(alone).contains("You need not bring Ava, but what Ava thinks counts", "Sent to you on Wednesday 25 November 2026")
                .doesNotContain("Ava is invited");
        assertThat(Sheet.TO_PANEL.spoken()).contains("Ava is invited too, and what Ava thinks counts").doesNotContain("Sent to you on");
    }

    @Test
    void howQuestionsAreRecordedIsSaidWhereItIsSettled() {
        assertThat(Pdf.spoken(Sheet.LEGAL_MEETING.print(Samples.MOTHER, Map.of("howRecorded", "on audio"))))
                .contains("How it is recorded. On audio. You may have a copy.");
        assertThat(Sheet.LEGAL_MEETING.spoken()).contains("How it is recorded. In sound, where we have the equipment");
    }

    /** On the day on which a plan begins there is nothing to compare. */
    @Test
    void aPlanOfTodayIsComparedWithNothing() {
        var today = Samples.letter("MORE SUPPORT", Samples.MOTHER, Samples.OFFICER,
                new Attendance(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), null, 0, 0, 0, 0, 0, false, null),
                Map.of("reviewOn", "2026-12-23"));

        assertThat(Pdf.spoken(Sheet.MORE_SUPPORT.print(today))).contains("Attendance from 3 September 2026 to 30 October 2026", "70 62 5 3 88.5%",
                "That was before the plan. We hold no marks since it began yet.").doesNotContain("no sessions yet");
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void howToReachUsIsNotTornApartByThePage(Sheet sheet) {
        if (sheet.toParent()) {
            assertThat(Pdf.textOfPages(sheet.pdf())).filteredOn(page -> page.contains("Your information")).singleElement().asString()
                    .contains("To talk to us, or to ask for help");
        }
    }

    @Test
    void theFirstSentencesSayWhatItIsWhatToDoAndByWhen() {
        for (var sheet : Sheet.values()) {
            if (!sheet.toParent()) {
                continue;
            }
            var text = LeftOutTest.text(sheet.html(sheet.content()));
            var opening = text.substring(text.indexOf("Dear Ms Green,\n") + 15).lines().filter(line -> line.endsWith(".")).limit(2)
                    .reduce("", (before, line) -> before + " " + line);
            var three = List.of(opening.strip().split("(?<=[.!?]) ")).stream().limit(4).reduce("", (before, line) -> before + " " + line);
            assertThat(three).as(sheet.name()).containsPattern("[Pp]lease|do not need to|Coming is your choice")
                    .containsPattern("\\d{4}|do not need to|the court’s order says|it says whether you have to do anything");
        }
    }

    @Test
    void aChildWhoLivesElsewhereIsNotPlacedAtAnotherParentsAddress() {
        var elsewhere = Sheet.PENALTY.print(Samples.MOTHER, Map.of("childAddress", "9 Quay Street, Fairhaven"));

        assertThat(Pdf.spoken(elsewhere)).contains("born 3 May 2016, 9 Quay Street, Fairhaven").doesNotContain("of the same address");
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
                "Zoë Łukasz Şeyma Nguyễn Ολγα Иван 🎉, e\u0301t\u0007é, Smith\u2011Jones\tB",
                "whatContinues", "学校 is good")));

        assertThat(said).contains("Zoë Łukasz Şeyma Nguyễn Ολγα Иван, été, Smith-Jones B", "[words in another script] is good");
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
