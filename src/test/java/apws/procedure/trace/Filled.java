package apws.procedure.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms filled in as a person would on that day, everything that is required and no more; a test changes what it is about. */
final class Filled extends LinkedHashMap<String, Object> {

    /** Why it is a day without school, or one that no letter comes before. */
    static final String ASKED_FOR = "The parents asked for that day";

    private Filled() {
    }

    Filled with(String field, Object value) {
        put(field, value);
        return this;
    }

    Filled withAll(Map<String, Object> fields) {
        putAll(fields);
        return this;
    }

    Filled without(String field) {
        remove(field);
        return this;
    }

    static Filled blank() {
        return new Filled();
    }

    static Filled heldOn(LocalDate day) {
        return new Filled().with("happenedOn", day.toString()).with("heldHow", "inPerson").with("people", List.of(
                Map.of("name", "Ada Moss", "role", "pupil", "invitedHow", "inPerson", "came", "attended")));
    }

    static Filled meeting(String on) {
        return new Filled().with("meetingOn", on).with("meetingTime", "15:30").with("meetingPlace", "Room 4").with("meetingWith", "Daniel Lee");
    }

    static Filled invite(String on) {
        return meeting(on).with("decision", "invite").with("recipientsChecked", true);
    }

    static Filled watchOn() {
        return new Filled().with("decision", "watchOn");
    }

    static Filled closeWithReason(String reason) {
        return new Filled().with("decision", "close").with("reason", reason);
    }

    /** The mother came, the father did not. */
    static Filled meetingHeld(Child child, LocalDate on) {
        return heldOn(on).with("decision", "held").with("parents", cameOf(child, "attended", "didNotAttend"));
    }

    static Filled meetingPutOff(String to) {
        return meeting(to).with("decision", "putOff").with("reason", "The head was ill");
    }

    static Filled meetingMissed(Child child, String on, String mother, String father) {
        return new Filled().with("decision", "missed").with("missedMeetingOn", on).with("parents", cameOf(child, mother, father));
    }

    private static List<Map<String, Object>> cameOf(Child child, String mother, String father) {
        return List.of(came(child, 0, mother), came(child, 1, father));
    }

    private static Map<String, Object> came(Child child, int parent, String came) {
        var row = new LinkedHashMap<String, Object>(Map.of("parentId", child.parents().get(parent).id().toString(),
                "name", child.parents().get(parent).name(), "came", came));
        if (came.equals("notInvited")) {
            row.put("reason", "lives abroad");
        } else {
            row.put("invitedHow", "letter");
        }
        return row;
    }

    static Filled earlyHelp(LocalDate on) {
        return heldOn(on).with("result", "undertaken").with("consentBy", "Ms R Moss").with("consentOn", on.toString())
                .with("childView", "I like mornings").with("parentsView", "The bus is late").with("barriers", List.of("transport"))
                .with("barriersWords", "The bus leaves before eight");
    }

    static Filled plan(LocalDate on, String planStart) {
        var start = LocalDate.parse(planStart);
        return heldOn(on).with("planStart", planStart).with("targetPercent", 96)
                .with("targetInWords", "every day but one").with("barriers", "The bus").with("pupilView", "I want to come")
                .with("parentsView", "We will drive").with("actions", List.of(
                        Map.of("what", "Breakfast club", "who", "school", "byWhen", start.plusDays(7).toString())))
                .with("schoolSupport", "A place in the breakfast club").with("praiseHow", "A postcard home").with("parties", List.of(
                        Map.of("name", "Ms R Moss", "role", "mother", "signed", "signed", "signedOn", on.toString())))
                .with("signedCopy", "filed").with("copyTo", "both parents");
    }

    static Filled improved(LocalDate on) {
        return heldOn(on).with("actionProgress", "Breakfast club every day").with("decision", "improved").with("whatWentWell", "On time each day")
                .with("praiseHow", "postcard").with("praiseBy", "Daniel Lee").with("praiseTo", "Ada and her parents");
    }

    static Filled notImproved(LocalDate on) {
        return heldOn(on).with("actionProgress", "Breakfast club not used").with("decision", "notImproved").with("referNow", true)
                .with("reason", "Too few sessions to go by, and none of the help was taken up");
    }

    static Filled interimMovedOn(LocalDate on, String to) {
        return heldOn(on).with("actionProgress", "Too early to say").with("decision", "moveOn").with("reason", "A week of snow")
                .with("interimMovedTo", to).with("interimMovedToWhy", ASKED_FOR);
    }

    static Filled reviewMovedOn(LocalDate on, String to) {
        return heldOn(on).with("actionProgress", "Half done").with("decision", "moveOn").with("reason", "A week of snow").with("reviewMovedTo", to)
                .with("reviewMovedToWhy", ASKED_FOR);
    }

    static Filled monitoringGoesOn(String next) {
        return new Filled().with("decision", "goOn").with("nextReviewOn", next);
    }

    static Filled regular() {
        return new Filled().with("decision", "regular").with("evidence", "Four weeks without a day missed").with("toldWhom", "both parents");
    }

    static Filled relapsed(String returnTo) {
        return new Filled().with("decision", "relapsed").with("reason", "Fridays again").with("returnTo", returnTo).with("relapseWhat", "Fridays again");
    }

    static Filled referral(LocalDate on) {
        return new Filled().with("detailsChecked", true).with("visitRisk", "no").with("registerChecked", true)
                .with("marksResolved", "yes").with("lettersChecked", true).with("meetings", "One held").with("earlyHelp", "undertaken")
                .with("earlyHelpWords", "See the assessment").with("planAndReviews", "ISP 1.1, two reviews").with("contacts", "In the record")
                .with("supportOffered", "Breakfast club").with("supportResponse", "Not taken up").with("pupilView", "I want to come")
                .with("parentsToldOn", on.toString()).with("whatSchoolAsks", "An officer").with("headName", "Mrs H Teacher")
                .with("headPost", "head").with("headAgreedOn", on.toString());
    }

    static Filled received() {
        return new Filled().with("complete", "yes").with("earlierCases", "None").with("risksRead", true);
    }

    /** The seven criteria, all of them met. */
    static Filled accepted() {
        return new Filled().with("criteria", criteria("met")).with("decision", "accept").with("reason", "Seen in the school's own papers")
                .with("supportFirstRead", true);
    }

    static Filled returned(String referAgainFrom) {
        return new Filled().with("criteria", criteria("notMet")).with("decision", "return").with("missing", "The Early Help Assessment")
                .with("advice", "Offer one at the next meeting").with("firstSteps", "Ring home").with("whoCanHelp", "The Early Help team")
                .with("referAgainFrom", referAgainFrom);
    }

    private static List<Map<String, Object>> criteria(String result) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int number = 1; number <= 7; number++) {
            rows.add(Map.of("number", String.valueOf(number), "result", number == 5 ? result : "met", "evidence", "The school's papers"));
        }
        return rows;
    }

    static Filled refersAgain() {
        return new Filled().with("decision", "referAgain").with("done", "The assessment was offered and declined");
    }

    static Filled keptInSchool() {
        return new Filled().with("decision", "keepInSchool").with("reason", "Attendance has risen since");
    }

    static Filled initialMeeting(String on) {
        return meeting(on).with("meetingOnWhy", ASKED_FOR).with("supportSoFar", "Breakfast club, taken up once").with("supportOffered", "A key adult and a taxi")
                .with("expected", "No session missed without leave").with("expectedPercent", 95).with("noticeToImprove", "no")
                .with("noticeReason", "Leave in term time");
    }

    static Filled withNoticeToImprove(String on) {
        return initialMeeting(on).with("noticeToImprove", "yes").with("noticeReason", "Support is appropriate")
                .with("enough", "No session missed without leave");
    }

    /** Both letters on that day, first class. */
    static Filled posted(Child child, String on) {
        return new Filled().with("warningPosted", "posted").with("posted", List.of(posted(child, 0, on), posted(child, 1, on)));
    }

    static Map<String, Object> posted(Child child, int parent, String on) {
        return new LinkedHashMap<>(Map.of("parentId", child.parents().get(parent).id().toString(), "addressUsed", "asOnLetter", "postedOn", on,
                "postedBy", "The office", "postClass", "first"));
    }

    /** Both parents came. */
    static Filled initialMeetingHeld(Child child, LocalDate on) {
        return heldOn(on).with("decision", "held").with("parents", cameOf(child, "attended", "attended")).with("earlyHelp", "reviewed")
                .with("earlyHelpChanged", "Nothing").with("pupilSeen", "yes").with("homeVisit", "no").with("pupilView", "I want to come")
                .with("explanation", "The bus is late").with("marksDisputed", "no");
    }

    /** The mother came, the father did not. */
    Filled fatherMissedIt(Child child) {
        return with("parents", cameOf(child, "attended", "didNotAttend")).with("decidedWithout", "What was agreed is enclosed");
    }

    static Filled initialMeetingMissed(Child child, String mother, String father) {
        return new Filled().with("decision", "missed").with("parents", cameOf(child, mother, father));
    }

    static Filled fastTrackPlan(LocalDate on, String signedOn) {
        return plan(on, signedOn).with("planKind", "ISP").with("ifNotFollowed", "The panel may be asked");
    }

    static Filled midPoint(Child child, LocalDate on) {
        return heldOn(on).with("parents", cameOf(child, "attended", "attended")).with("actionProgress", "Breakfast club every day")
                .with("planChanged", "no").with("reason", "It works");
    }

    static Filled midPointWithChange(Child child, LocalDate on) {
        var terms = fastTrackPlan(on, on.toString()).without("planStart").without("planKind");
        var review = midPoint(child, on);
        terms.forEach(review::putIfAbsent);
        return review.with("planChanged", "yes").with("reason", "The club is too early").with("changes", "A taxi instead")
                .with("changesWhy", "The bus leaves before eight").with("targetPercent", 97);
    }

    private static Filled finalReview(Child child, LocalDate on) {
        return heldOn(on).with("parents", cameOf(child, "attended", "attended")).with("schoolInvitedHow", "email").with("schoolCame", "Daniel Lee")
                .with("actionProgress", "The taxi was taken every day");
    }

    static Filled improvedAfter30Days(Child child, LocalDate on) {
        return finalReview(child, on).with("decision", "improved");
    }

    /** The child has special educational needs; the mother goes on, the father does not. */
    static Filled notImprovedAfter30Days(Child child, LocalDate on) {
        return finalReview(child, on).with("decision", "notImproved").with("reason", "The help was not taken up").with("supportFirstRead", true).with("supportChecks", supportChecks())
                .with("parentsGoingOn", List.of(goesOn(child, 0, "yes"), goesOn(child, 1, "no")));
    }

    static Filled finalReviewMovedOn(Child child, LocalDate on, String to) {
        return finalReview(child, on).with("decision", "moveOn").with("reason", "A week of snow").with("reviewMovedTo", to)
                .with("reviewMovedToWhy", ASKED_FOR);
    }

    private static List<Map<String, Object>> supportChecks() {
        return List.of(Map.of("need", "special educational needs", "done", "Provision reviewed with the school"));
    }

    private static Map<String, Object> goesOn(Child child, int parent, String goesOn) {
        return Map.of("parentId", child.parents().get(parent).id().toString(), "goesOn", goesOn, "why", "By who cares for Ada");
    }

    static Filled sustained(LocalDate on) {
        return heldOn(on).with("actionProgress", "All done").with("decision", "sustained");
    }

    static Filled relapsedInSuspension(LocalDate on) {
        return heldOn(on).with("actionProgress", "Not followed").with("decision", "relapsed").with("reason", "Fridays again").with("relapseWhat", "Fridays again")
                .with("supportChecks", supportChecks());
    }

    static Filled suspensionMovedOn(LocalDate on, String to) {
        return heldOn(on).with("actionProgress", "Half done").with("decision", "moveOn").with("reason", "A week of snow").with("reviewMovedTo", to)
                .with("reviewMovedToWhy", ASKED_FOR);
    }

    static Filled withdrawal(String reference, LocalDate on, String because) {
        return new Filled().with("caseReference", reference).with("endedOn", on.toString()).with("ground", "overAge").with("because", because)
                .with("toldWhom", "the school");
    }

    static Filled putBack(String reference, String because) {
        return new Filled().with("caseReference", reference).with("because", because);
    }

    static Filled fasterNow() {
        return new Filled().with("act", "faster").with("reason", "The panel is brought forward to Monday");
    }

    static Filled to(String step) {
        return new Filled().with("putBack", "yes").with("goBackTo", step);
    }

    static Filled leftAsItIs() {
        return new Filled().with("putBack", "no").with("leftWhy", "It was right after all");
    }

    static Filled contact(String reference, LocalDate on, String said) {
        return new Filled().with("caseReference", reference).with("happenedOn", on.toString()).with("kind", "call").with("withWhom", "Ms R Moss")
                .with("pupilSeen", "no").with("ownWords", "theirs").with("said", said);
    }

    /** @param sessions such as {@code 2026-10-05 AM} */
    static Filled markDispute(LocalDate on, String... sessions) {
        return new Filled().with("disputeDecision", "record").with("disputedSessions", List.of(sessions)).with("saidOn", on.toString()).with("sentToSchoolOn", on.toString())
                .with("disputedBy", "Ms R Moss, mother").with("whatIsSaid", "She was in school");
    }

    /** Each answered with {@link #stands} or {@link #amended}. */
    @SafeVarargs
    static Filled markAnswers(LocalDate on, Map<String, String>... answers) {
        return new Filled().with("answers", List.of(answers)).with("toldOn", on.toString()).with("toldHow", "By telephone, Daniel Lee");
    }

    static Map<String, String> stands(String session) {
        return Map.of("session", session, "answer", "stands", "reason", "The register was called");
    }

    static Map<String, String> amended(String session, String code) {
        return Map.of("session", session, "answer", "amended", "newCode", code, "amendedBy", "Daniel Lee", "reason", "She came late");
    }

    /** @param uses numbers of letters, and notices and prosecutions by their names */
    static Filled usesReviewed(String... uses) {
        return new Filled().with("uses", List.of(uses).stream().map(use -> Map.of("use", use, "outcome", "corrected",
                "done", "A new one was sent")).toList());
    }

    static Filled returned(String letterNumber, LocalDate on) {
        return new Filled().with("letterNumber", letterNumber).with("returnedOn", on.toString()).with("why", "Addressee gone away");
    }

    static Filled newAddress(String address, String postcode) {
        return new Filled().with("decision", "sendAgain").with("newAddress", address).with("newPostcode", postcode).with("source", "the school");
    }

    static Filled notSentAgain(String reason) {
        return new Filled().with("decision", "doNotSend").with("reason", reason);
    }

    static Filled reallocation(String reference, Person to) {
        return byHand(to).with("caseReference", reference).with("handoverNote", "A visit is arranged");
    }

    static Filled byHand(Person to) {
        return new Filled().with("officer", to.id()).with("conflict", "none").with("reason", "Knows the family");
    }

    /** Each case by the rule. */
    static Filled leaving(Person officer, LocalDate on) {
        return new Filled().with("leaver", officer.id()).with("leftOn", on.toString()).with("reason", "Leaves the service")
                .with("handoverNote", "Files are in the cabinet");
    }

    static Filled placing(Person with) {
        return new Filled().with("officer", with.id()).with("reason", "Room for more");
    }

    static Filled conflict(String reference, Person officer) {
        return new Filled().with("caseReference", reference).with("officer", officer.id()).with("because", "A neighbour of the family");
    }

    static Filled absence(Person officer, String from, String to, Person standIn) {
        return new Filled().with("officer", officer.id()).with("standIn", standIn.id()).with("awayFrom", from).with("awayTo", to);
    }
}
