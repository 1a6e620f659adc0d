package apws.procedure.trace;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of Stages 4 and 5 filled in as a person would on that day. */
final class AtCourt {

    private AtCourt() {
    }

    /** @param mother is invited, yes or no; the father likewise */
    static Filled booked(Child child, String on, String mother, String father) {
        return Filled.blank().with("supportFirstRead", true)
                .with("invitations", List.of(invited(child, 0, mother), invited(child, 1, father)))
                .with("offence", "Failure to secure regular attendance at school, section 444(1) Education Act 1996")
                .with("periodFrom", "2026-10-05").with("periodTo", "2026-10-23").with("legalMeetingOn", on).with("legalMeetingTime", "10:00").with("legalMeetingPlace", "Civic Offices, Room 2").with("meetingOfficer", "the officer")
                .with("legalMeetingWith", "the officer").with("writtenAnswersBy", on).with("howRecorded", "on audio")
                .with("rightsEnclosed", true);
    }

    private static Map<String, Object> invited(Child child, int parent, String invite) {
        var row = rowOf(child, parent);
        row.put("invite", invite);
        if (invite.equals("no")) {
            row.put("notInvitedWhy", "lives abroad");
        }
        return row;
    }

    static Filled putOff() {
        return Filled.blank().with("legalMeeting", "putOff").with("putOffWhy", "The solicitor cannot come");
    }

    /** Both came, and no questions were put. */
    static Filled held(Child child, LocalDate on, String result) {
        return held(child, on, result, "attended", "no", "attended", "no");
    }

    static Filled held(Child child, LocalDate on, String result, String mother, String putToMother, String father, String putToFather) {
        var held = Filled.heldOn(on).with("legalMeeting", "held")
                .with("parents", List.of(at(child, 0, on, mother, putToMother), at(child, 1, on, father, putToFather)))
                .with("reasonExplained", "Absence since October").with("evidenceShown", "Register, letters")
                .with("rightsExplained", "Free to leave")
                .with("legalResult", result).with("resultReason", "All was tried")
                .with("legalMeetingDecided", "The evidence is put together");
        return result.equals("prepare") ? held.with("supportChecks", supportFor()) : held;
    }

    private static Map<String, Object> at(Child child, int parent, LocalDate on, String came, String questionsPut) {
        var row = rowOf(child, parent);
        row.put("came", came);
        if (came.equals("notInvited")) {
            row.put("reason", "lives abroad");
            return row;
        }
        row.putAll(Map.of("postedOn", on.minusDays(14).toString(), "postedBy", "A Clerk, first class", "addressUsed", "asOnLetter",
                "representations", "The bus does not come"));
        if (came.equals("attended")) {
            row.put("questionsPut", questionsPut);
        }
        return row;
    }

    static Filled questions(LocalDate on) {
        return Filled.blank().with("happenedOn", on.toString()).with("interviewPlace", "Civic Offices, Room 2")
                .with("interviewStart", "10:00")
                .with("interviewEnd", "10:45").with("interviewPresent", List.of(Map.of("name", "Ms R Moss", "role", "parent")))
                .with("interviewFreeToLeave", true).with("interviewOffenceExplained", true).with("interviewRightsGiven", true)
                .with("interviewAdvice", "declined").with("interviewVulnerable", "no").with("interviewInterpreter", "no")
                .with("interviewCautionGiven", true).with("interviewCautionExplained", true).with("interviewOwnWords", "I need not answer")
                .with("interviewRecorded", "audio").with("interviewRecordingReference", "AR-17")
                .with("interviewQuestions", List.of(Map.of("question", "Why was Ada away?", "answer", "The bus did not come")))
                .with("interviewDefences", "none").with("interviewRecordRead", "signed").with("interviewCopyOffered", true);
    }

    static Filled prepared(Child child, LocalDate on, String mother, String father) {
        return Filled.blank().with("prosecutions", List.of(prosecuted(child, 0, mother), prosecuted(child, 1, father)))
                .with("summary", "Absence since October").with("witnessName", "The Officer")
                .with("witnessPost", "Education Welfare Officer")
                .with("statementText", "I am the officer").with("statementPages", 3).with("declarationShown", true)
                .with("statementSignedOn", on.toString()).with("statementFiled", "Case file")
                .with("exhibits", List.of(Map.of("mark", "TO/1", "what", "Register print"))).with("certificateFrom", "2026-10-05")
                .with("certificateTo", "2026-10-23").with("certificateSignedBy", "Mrs H Teacher").with("certificateSignedAs", "head")
                .with("certificateSignedOn", on.toString()).with("registerPrinted", true).with("unusedMaterial", "none").with("thirdPartiesRemoved", true).with("costsSoFar", 240);
    }

    private static Map<String, Object> prosecuted(Child child, int parent, String prosecute) {
        var row = rowOf(child, parent);
        row.put("prosecute", prosecute);
        row.put("prosecuteWhy", "Knew of it, or not");
        if (prosecute.equals("yes")) {
            row.put("interview", "Held in November");
        }
        return row;
    }

    static Filled approved() {
        return approved("S444_1");
    }

    static Filled approved(String offence) {
        var approved = Filled.blank().with("approval", "approve").with("offence", offence).with("periodFrom", "2026-10-05")
                .with("periodTo", "2026-10-23")
                .with("evidenceEnough", "yes").with("evidenceWhy", "Register and statement").with("publicInterest", "yes")
                .with("publicInterestWhy", "A long absence").with("bestTool", "Support was not taken up").with("defenceLeave", "no")
                .with("defenceSickness", "no").with("defenceReligion", "no").with("defenceTransport", "no").with("defenceTraveller", "no")
                .with("orderConsidered", true).with("childrensServices", "Ms C Services").with("orderReason", "Would not help")
                .with("otherViews", "not involved").with("supportChecks", supportFor()).with("authority", "Scheme of delegation");
        return offence.equals("S444_1A") ? approved.with("defenceJustification", "no") : approved;
    }

    static Filled moreEvidence(String by) {
        return Filled.blank().with("approval", "moreEvidence").with("evidenceWanted", "The head's statement").with("evidenceBy", by);
    }

    static Filled refused() {
        return Filled.blank().with("approval", "refuse").with("refuseReason", "Not in the public interest");
    }

    static Filled gathered() {
        return Filled.blank().with("gathered", "The statement").with("keptWhere", "Case file").with("statementChanged", "no");
    }

    static Filled evidenceGathered() {
        return gathered().with("certificateChanged", "no");
    }

    private static Filled received(LocalDate on, String decision) {
        return Filled.blank().with("receivedOn", on.toString()).with("conflict", "no").with("legalDecision", decision);
    }

    static Filled proceeds(LocalDate on) {
        return proceeds(on, "S444_1");
    }

    static Filled proceeds(LocalDate on, String offence) {
        return received(on, "proceed").with("chargeAgreed", offence).with("route", "SUMMONS").with("supportFirstRead", true);
    }

    static Filled furtherEvidence(LocalDate on, String by) {
        return received(on, "furtherEvidence").with("furtherEvidenceWanted", "The policy").with("furtherEvidenceBy", by);
    }

    static Filled declined(LocalDate on) {
        return received(on, "decline").with("declineReason", "No prospect");
    }

    /** Laid on that day; what follows is not known yet. */
    static Filled charged(LocalDate on) {
        return Filled.blank().with("chargeDecision", "charged").with("offence", "S444_1").with("route", "SUMMONS").with("adult", "yes")
                .with("chargedOn", on.toString()).with("periodFrom", "2026-10-05").with("periodTo", "2026-10-23")
                .with("documentFiled", "Case file");
    }

    /** For the sessions from then on, with a certificate for exactly that period. */
    static Filled chargedFrom(LocalDate on, String from) {
        return charged(on).with("periodFrom", from).with("newCertificateBy", "Mrs H Teacher").with("newCertificateOn", on.toString());
    }

    static Filled tooLate() {
        return Filled.blank().with("chargeDecision", "decline").with("declineReason", "The last day of every session has passed");
    }

    private static Filled served(LocalDate on) {
        return Filled.blank().with("court", "Testing Magistrates' Court").with("servedHow", "First class post")
                .with("servedOn", on.toString()).with("certificateOfService", "Case file").with("statementsServed", true)
                .with("witnessesWarned", "yes");
    }

    static Filled summoned(LocalDate on, String hearingOn) {
        return served(on).with("answeredBy", "hearing").with("hearingOn", hearingOn).with("hearingTime", "10:00").with("hearingPlace", "Court 2");
    }

    static Filled askedToRespond(LocalDate on, String by) {
        return served(on).with("answeredBy", "response").with("respondBy", by);
    }

    static Filled hearingMoved(String to) {
        return Filled.blank().with("hearingOn", to).with("hearingTime", "14:00").with("hearingPlace", "Court 1")
                .with("movedWhy", "No judge");
    }

    static Filled adjourned(LocalDate on, String to) {
        return heard(on, "adjourned").with("hearingOn", to).with("adjournedWhy", "For trial");
    }

    static Filled concluded(LocalDate on) {
        return heard(on, "concluded");
    }

    private static Filled heard(LocalDate on, String result) {
        return Filled.blank().with("happenedOn", on.toString()).with("kind", "first").with("attendance", "attended")
                .with("plea", "notGuilty")
                .with("hearingResult", result);
    }

    static Filled notGuilty(LocalDate on) {
        return outcome(on, "NOT_GUILTY");
    }

    static Filled guilty(LocalDate on) {
        return outcome(on, "FOUND_GUILTY").with("sentenceAnnounced", "Fine of £160").with("costsAnnounced", "£200");
    }

    private static Filled outcome(LocalDate on, String outcome) {
        return Filled.blank().with("outcome", outcome).with("endedOn", on.toString()).with("orderDirected", "no")
                .with("whatHappensNext", "The officer rings you").with("toldWhom", "the parent").with("toldOn", on.toString());
    }

    static Filled afterCaseEnded(String decision) {
        return Filled.blank().with("afterCaseEnded", decision).with("afterCaseEndedWhy", "The family has moved");
    }

    static Filled sentenced(LocalDate on) {
        return Filled.blank().with("announcedOn", on.toString()).with("fine", 160).with("costs", 200).with("surcharge", 64)
                .with("parentingOrder", "no");
    }

    static Filled conference(Child child, LocalDate on) {
        var mother = rowOf(child, 0);
        mother.putAll(Map.of("came", "attended", "view", "We will try again"));
        var father = rowOf(child, 1);
        father.put("came", "didNotAttend");
        return Filled.heldOn(on).with("parents", List.of(mother, father)).with("orderExplained", "A fine")
                .with("pupilView", "I like mornings")
                .with("supportAgreed", "A key adult");
    }

    static Filled challenge(long proceedingId, LocalDate on, String result) {
        return Filled.blank().with("proceedingId", String.valueOf(proceedingId)).with("kind", "APPEAL").with("madeOn", on.toString())
                .with("challengeResult", result).with("inWords", "To the Crown Court").with("toldWhom", "the officer")
                .with("toldOn", on.toString());
    }

    static Filled heardAgain(long proceedingId, LocalDate on, String hearingOn) {
        return challenge(proceedingId, on, "HEARD_AGAIN").with("kind", "STATUTORY_DECLARATION").with("newHearingOn", hearingOn)
                .with("newHearingTime", "09:30").with("newHearingPlace", "Court 3");
    }

    /** The children of these tests have special educational needs. */
    private static List<Map<String, String>> supportFor() {
        return List.of(Map.of("need", "special educational needs", "done", "The plan allows for it"));
    }

    private static Map<String, Object> rowOf(Child child, int parent) {
        return new LinkedHashMap<>(Map.of("parentId", child.parents().get(parent).id().toString(), "name",
                child.parents().get(parent).name()));
    }
}
