package apws.journey;

import static apws.journey.Entered.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What people write on the forms of Stages 2 to 5 about a pupil with special educational needs and two parents. */
final class EnteredLater {

    private static final List<Map<String, Object>> SUPPORT = List.of(entry("need", "special educational needs", "done",
            "The plan allows for it"));
    private static final List<Map<String, Object>> PUPIL =
            List.of(entry("name", Family.PUPIL, "role", "pupil", "invitedHow", "letter", "came", "attended"));

    private final String mother;
    private final String father;

    /** @param mother the mother's id, as the forms show it; the father's likewise */
    EnteredLater(String mother, String father) {
        this.mother = mother;
        this.father = father;
    }

    private static Map<String, Object> with(Map<String, Object> form, Object... more) {
        var changed = new LinkedHashMap<>(form);
        changed.putAll(entry(more));
        return changed;
    }

    private static Map<String, Object> met(LocalDate on, Object... more) {
        return with(entry("happenedOn", on.toString(), "startedAt", "10:00", "endedAt", "11:15", "heldHow", "inPerson", "people", PUPIL),
                more);
    }

    List<Map<String, Object>> bothCame() {
        return List.of(came(mother, "invitedHow", "letter"), came(father, "invitedHow", "letter"));
    }

    private static Map<String, Object> came(String parent, Object... more) {
        return with(entry("parentId", parent, "came", "attended"), more);
    }

    static Map<String, Object> received() {
        return entry("complete", "yes", "earlierCases", "None", "risksRead", true);
    }

    static Map<String, Object> accepted() {
        return entry("criteria", IntStream.rangeClosed(1, 7).mapToObj(number ->
                entry("number", String.valueOf(number), "result", "met", "evidence", "The school's papers")).toList(),
                "decision", "accept", "reason", "Seen in the school's own papers", "supportFirstRead", true);
    }

    static Map<String, Object> initialMeeting(LocalDate on) {
        return entry("meetingOn", on.toString(), "meetingTime", "10:00", "meetingPlace", "Civic Offices, Room 2",
                "meetingWith", "Asha Officer, Education Welfare Officer", "supportSoFar", "Breakfast club, not taken up",
                "supportOffered", "A key adult and a taxi", "expected", "No session missed without leave", "expectedPercent", 95,
                "noticeToImprove", "yes", "noticeReason", "Support is appropriate", "enough", "No session missed without leave", "supportRefused", "The breakfast club");
    }

    Map<String, Object> warningPosted(LocalDate on) {
        return entry("warningPosted", "posted", "posted", List.of(posted(mother, on), posted(father, on)));
    }

    private static Map<String, Object> posted(String parent, LocalDate on) {
        return entry("parentId", parent, "addressUsed", "asOnLetter", "postedOn", on.toString(), "postedBy", "The office", "postClass",
                "first");
    }

    Map<String, Object> initialMeetingHeld(LocalDate on) {
        return met(on, "decision", "held", "parents", bothCame(), "earlyHelp", "reviewed", "earlyHelpChanged", "Nothing", "pupilSeen",
                "yes",
                "homeVisit", "no", "pupilView", "It is too loud.", "explanation", "The bus", "marksDisputed", "no");
    }

    static Map<String, Object> plan(LocalDate on) {
        return with(Entered.plan(on, on), "planKind", "ISP", "ifNotFollowed", "The panel may be asked");
    }

    static Map<String, Object> panelPlan(LocalDate on) {
        return with(Entered.plan(on, on), "ifNotFollowed", "An interview under caution may follow");
    }

    Map<String, Object> midPoint(LocalDate on) {
        return met(on, "parents", bothCame(), "actionProgress", "Breakfast club now and then", "planChanged", "no", "reason",
                "It is early");
    }

    Map<String, Object> stillNotImproved(LocalDate on) {
        return met(on, "parents", bothCame(), "schoolInvitedHow", "email", "schoolCame", "Priya Lead", "actionProgress",
                "Taxi not taken up",
                "decision", "notImproved", "supportFirstRead", true, "supportChecks", SUPPORT, "parentsGoingOn",
                List.of(entry("parentId", mother, "goesOn", "yes", "why", "Ivy lives with her"),
                        entry("parentId", father, "goesOn", "yes", "why", "Ivy is with him on Wednesdays")));
    }

    static Map<String, Object> noNoticeYet() {
        return entry("noticeDecision", "doNotIssue", "reason", "The Notice to Improve runs until 3 December");
    }

    Map<String, Object> noticeToTheFather(LocalDate on, List<String> sessions) {
        return entry("noticeDecision", "issue", "parentId", father, "noticeSessions", sessions, "bestTool", "Talks changed nothing",
                "marksConfirmedBy", "Daniel Lee, Attendance Lead", "marksConfirmedOn", on.toString(),
                "support", "given", "supportWords", "Breakfast club, taxi", "noticeToImprove", "yes", "equality", "No need of his known", "earlierElsewhere", 0, "earlierCheckedWith", "Exampleshire",
                "earlierCheckedOn", on.toString());
    }

    static Map<String, Object> served(LocalDate on) {
        return entry("service", "posted", "postedOn", on.toString(), "postClass", "first class", "postedBy", "K Office", "addressChecked", true, "receipt",
                "byPost");
    }

    static Map<String, Object> paid(LocalDate on, int pounds) {
        return entry("payment", "money", "paidOn", on.toString(), "amount", pounds, "paymentReference", "CARD 1");
    }

    static Map<String, Object> panel(LocalDate on) {
        return entry("meetingOn", on.toString(), "meetingTime", "10:00", "meetingPlace", "Civic Offices, Room 1",
                "meetingLength", "about an hour", "members", List.of(entry("name", "Mrs C Hair", "role", "Head of Service, in the chair", "part", "none")),
                "recipientsChecked", true, "pupilInvited", "yes", "papers", "They follow by post", "papersOn", on.minusDays(7).toString(),
                "commentsBy", on.minusDays(2).toString());
    }

    Map<String, Object> panelHeld(LocalDate on) {
        return met(on, "decision", "held", "chair", "Mrs C Hair", "chairPost", "Head of Service", "sltMember", "Mr S Lead",
                "sltSchool", "Mill School", "agencyMember", "Dr E Nurse", "agency", "School nursing", "quorate", "yes", "interests", "none",
                "parents", List.of(came(mother, "response", "The bus leaves before eight."), came(father, "response", "I work nights.")),
                "casePresented", "Fast Track since November", "pupilView", "I like mornings.", "marksDisputed", "no",
                "newSupport", "A place in the breakfast club", "newSupportReply", "Taken up");
    }

    Map<String, Object> panelReview(LocalDate on) {
        return entry("explainedBy", "Mrs C Hair", "consequences", "A prosecution may follow",
                "parents", List.of(entry("parentId", mother, "understood", "yes"), entry("parentId", father, "understood", "yes")),
                "panelDecided", "A plan, reviewed in thirty days", "reviewMeetingOn", on.toString(), "reviewMeetingTime", "14:00",
                "reviewMeetingPlace", "Marsh Lane Academy", "reviewMeetingWith", "The officer and the school", "recipientsChecked", true);
    }

    /** The mother is to be interviewed; the father has paid and keeps to the plan. */
    Map<String, Object> panelReviewNotImproved(LocalDate on) {
        return met(on, "parents", List.of(came(mother, "interview", "yes"),
                came(father, "interview", "no", "noInterviewWhy", "He paid the notice and keeps to the plan")),
                "schoolInvited", "yes", "actionProgress", "Breakfast club not used", "decision", "notImproved",
                "reviewDecided", "The case goes on to Stage 4", "supportChecks", SUPPORT);
    }

    static Map<String, Object> interview(LocalDate on) {
        return entry("offence", "Failure to secure regular attendance at school, section 444(1) Education Act 1996",
                "periodFrom", "2026-09-14", "periodTo", "2027-02-09", "interviewOn", on.toString(), "interviewTime", "10:00",
                "interviewWhere", "Civic Offices, Room 2", "writtenAnswersBy", on.toString(), "needsInterpreter", "no", "needsSupporter",
                "no",
                "supportRead", true, "rightsEnclosed", true);
    }

    static Map<String, Object> interviewed(LocalDate on, LocalDate invitedOn) {
        return entry("decision", "recorded", "invitedOn", invitedOn.toString(), "invitedHow", "post", "result", "held",
                "happenedOn", on.toString(), "interviewPlace", "Civic Offices, Room 2", "interviewStart", "10:00", "interviewEnd", "10:45",
                "interviewPresent", List.of(entry("name", Family.MOTHER, "role", "parent")), "interviewFreeToLeave", true,
                "interviewOffenceExplained", true, "interviewRightsGiven", true, "interviewAdvice", "declined", "interviewVulnerable", "no",
                "interviewInterpreter", "no", "interviewCautionGiven", true, "interviewCautionExplained", true,
                "interviewOwnWords", "I need not answer", "interviewRecorded", "audio", "interviewRecordingReference", "AR-21",
                "interviewQuestions", List.of(entry("question", "Why was Ivy away on Wednesdays?", "answer", "The bus did not come")),
                "interviewDefences", "none", "interviewRecordRead", "signed", "interviewCopyOffered", true);
    }

    Map<String, Object> legalMeeting(LocalDate on) {
        return entry("supportFirstRead", true, "invitations", List.of(entry("parentId", mother, "invite", "yes"),
                entry("parentId", father, "invite", "no", "notInvitedWhy", "He paid the notice and keeps to the plan")), "offence",
                "Failure to secure regular attendance at school, section 444(1) Education Act 1996",
                "periodFrom", "2026-09-14", "periodTo", "2027-02-23", "legalMeetingOn", on.toString(), "legalMeetingTime", "10:00",
                "legalMeetingPlace", "Civic Offices, Room 2", "meetingOfficer", "Asha Officer", "legalMeetingWith", "Asha Officer",
                "writtenAnswersBy", on.toString(), "howRecorded", "on audio", "rightsEnclosed", true);
    }

    Map<String, Object> legalMeetingHeld(LocalDate on, LocalDate invitedOn) {
        return met(on, "legalMeeting", "held", "parents", List.of(
                came(mother, "postedOn", invitedOn.toString(), "postedBy", "A Clerk, first class", "addressUsed", "asOnLetter",
                        "representations", "The bus does not come", "questionsPut", "no"),
                entry("parentId", father, "came", "notInvited", "reason", "He paid the notice")),
                "reasonExplained", "Absence since September", "evidenceShown", "Register, letters", "rightsExplained", "Free to leave",
                "legalResult", "prepare", "resultReason", "All was tried", "legalMeetingDecided", "The evidence is put together",
                "supportChecks", SUPPORT);
    }

    Map<String, Object> prosecution(LocalDate on) {
        return entry("prosecutions", List.of(entry("parentId", mother, "prosecute", "yes", "prosecuteWhy", "Knew of it",
                "interview", "Held on 25 February"), entry("parentId", father, "prosecute", "no", "prosecuteWhy", "Paid the notice")),
                "summary", "Absence each Wednesday and Thursday since September", "witnessName", "Asha Officer",
                "witnessPost", "Education Welfare Officer", "statementText", "I am the officer", "statementPages", 3, "declarationShown",
                true,
                "statementSignedOn", on.toString(), "statementFiled", "Case file", "exhibits", List.of(entry("mark", "AO/1", "what",
                "Register print")),
                "certificateFrom", "2026-09-14", "certificateTo", "2027-03-09", "certificateSignedBy", "Mrs H Teacher",
                "certificateSignedAs", "head", "certificateSignedOn", on.toString(), "registerPrinted", true, "unusedMaterial", "none", "thirdPartiesRemoved", true,
                "costsSoFar", 240);
    }

    static Map<String, Object> approval() {
        return entry("approval", "approve", "offence", "S444_1", "periodFrom", "2026-09-14", "periodTo", "2027-03-09",
                "othersWhy", "Missed since the invitation, and spoken of at the meeting",
                "evidenceEnough", "yes", "evidenceWhy", "Register and statement", "publicInterest", "yes",
                "publicInterestWhy", "A long absence", "bestTool", "Support was not taken up", "defenceLeave", "no", "defenceSickness",
                "no",
                "defenceReligion", "no", "defenceTransport", "no", "defenceTraveller", "no", "orderConsidered", true,
                "childrensServices", "Ms C Services", "orderReason", "Would not help", "otherViews", "not involved",
                "supportChecks", SUPPORT, "authority", "Scheme of delegation");
    }

    static Map<String, Object> goesAhead(LocalDate on) {
        return entry("receivedOn", on.toString(), "conflict", "no", "legalDecision", "proceed", "chargeAgreed", "S444_1", "route",
                "SUMMONS",
                "supportFirstRead", true);
    }

    /** Laid that day, for the whole period of the certificate. */
    static Map<String, Object> charge(LocalDate on) {
        return entry("chargeDecision", "charged", "offence", "S444_1", "route", "SUMMONS", "adult", "yes", "chargedOn", on.toString(),
                "periodFrom", "2026-09-14", "periodTo", "2027-03-09", "documentFiled", "Case file");
    }

    static Map<String, Object> chargeWithout(List<String> expired, LocalDate on) {
        return with(charge(on), "struckOut", expired, "struckOutWhy", "Their last day has passed", "periodFrom", "2026-09-17",
                "newCertificateBy", "Mrs H Teacher", "newCertificateOn", on.toString());
    }

    static Map<String, Object> summoned(LocalDate on, LocalDate hearingOn) {
        return entry("court", "Testing Magistrates' Court", "answeredBy", "hearing", "hearingOn", hearingOn.toString(), "hearingTime", "10:00", "hearingPlace",
                "Court 2", "servedHow", "First class post", "servedOn", on.toString(), "certificateOfService", "Case file",
                "statementsServed", true, "witnessesWarned", "yes");
    }

    Map<String, Object> afterInterviews() {
        return entry("decisions", List.of(entry("parentId", mother, "follows", "stage4", "why", "Knew of it, and support was not taken up")),
                "supportChecks", SUPPORT);
    }

    static Map<String, Object> adjourned(LocalDate on, LocalDate to) {
        return heard(on, "hearingResult", "adjourned", "hearingOn", to.toString(), "adjournedWhy", "For trial");
    }

    static Map<String, Object> concluded(LocalDate on) {
        return heard(on, "hearingResult", "concluded");
    }

    private static Map<String, Object> heard(LocalDate on, Object... more) {
        return with(entry("happenedOn", on.toString(), "kind", "first", "attendance", "attended", "plea", "notGuilty"), more);
    }

    static Map<String, Object> guilty(LocalDate on) {
        return entry("outcome", "FOUND_GUILTY", "endedOn", on.toString(), "orderDirected", "no", "sentenceAnnounced", "Fine of £160",
                "costsAnnounced", "£200", "whatHappensNext", "The officer rings you", "toldWhom", "the parent", "toldOn", on.toString());
    }

    static Map<String, Object> sentence(LocalDate on) {
        return entry("announcedOn", on.toString(), "fine", 160, "costs", 200, "surcharge", 64, "parentingOrder", "no");
    }

    Map<String, Object> conference(LocalDate on) {
        return met(on, "parents", List.of(came(mother, "view", "We will try again"), came(father, "view", "I bring her on Wednesdays")),
                "orderExplained", "A fine", "pupilView", "I like mornings", "supportAgreed", "A key adult");
    }

    static Map<String, Object> sustained(LocalDate on) {
        return met(on, "actionProgress", "All done", "decision", "sustained");
    }
}
