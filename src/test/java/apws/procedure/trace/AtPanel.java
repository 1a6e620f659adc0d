package apws.procedure.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of Stage 3 filled in as a person would on that day. */
final class AtPanel {

    static final String OFFENCE = "Failure to secure regular attendance at school, section 444(1) Education Act 1996";

    private AtPanel() {
    }

    static Filled booked(LocalDate on) {
        return Filled.blank().with("meetingOn", on.toString()).with("meetingTime", "10:00").with("meetingPlace", "Civic Offices, Room 1")
                .with("meetingLength", "about an hour").with("members", List.of(Map.of("name", "Mrs C Hair", "role", "Head of Service", "part", "none")))
                .with("recipientsChecked", true).with("pupilInvited", "yes").with("papers", "They follow by post")
                .with("papersOn", on.minusDays(7).toString()).with("commentsBy", on.minusDays(2).toString());
    }

    static Filled putOff() {
        return Filled.blank().with("decision", "putOff").with("putOffWhy", "The chair is ill");
    }

    /** The mother came, the father did not. */
    static Filled held(Child child, LocalDate on) {
        return held(child, on, "didNotAttend");
    }

    static Filled held(Child child, LocalDate on, String father) {
        return Filled.heldOn(on).with("decision", "held").with("chair", "Mrs C Hair").with("chairPost", "Head of Service")
                .with("sltMember", "Mr S Lead")
                .with("sltSchool", "Mill School").with("agencyMember", "Dr E Nurse").with("agency", "school nursing").with("quorate", "yes")
                .with("interests", "none").with("parents", List.of(at(child, 0, "attended"), at(child, 1, father)))
                .with("casePresented", "Fast Track has run since September").with("pupilView", "I like mornings")
                .with("marksDisputed", "no")
                .with("newSupport", "A place in the breakfast club").with("newSupportReply", "Taken up");
    }

    private static Map<String, Object> at(Child child, int parent, String came) {
        var row = rowOf(child, parent);
        row.put("came", came);
        if (came.equals("attended")) {
            row.put("response", "The bus leaves before eight");
        }
        return row;
    }

    static Filled plan(LocalDate on, String planStart) {
        return Filled.plan(on, planStart).with("ifNotFollowed", "An interview under caution may follow");
    }

    static Filled reviewAgreed(Child child, String on) {
        var mother = rowOf(child, 0);
        mother.put("understood", "yes");
        var father = rowOf(child, 1);
        father.put("understood", "notPresent");
        return Filled.blank().with("explainedBy", "Mrs C Hair").with("consequences", "A prosecution may follow")
                .with("parents", List.of(mother, father)).with("panelDecided", "A plan, reviewed in thirty days")
                .with("reviewMeetingOn", on).with("reviewMeetingOnWhy", Filled.ASKED_FOR)
                .with("reviewMeetingTime", "14:00").with("reviewMeetingPlace", "Mill School")
                .with("reviewMeetingWith", "the officer and the school")
                .with("recipientsChecked", true);
    }

    static Filled improved(Child child, LocalDate on) {
        return review(child, on, "improved", null, null).with("reviewDecided", "Fast Track is suspended").with("changes", "nothing");
    }

    /** @param mother to be interviewed, yes or no; the father likewise */
    static Filled notImproved(Child child, LocalDate on, String mother, String father) {
        return review(child, on, "notImproved", mother, father).with("reason", "The help was not taken up").with("reviewDecided", "The case goes on to Stage 4")
                .with("supportChecks", supportFor());
    }

    static Filled notImprovedWithBothThere(Child child, LocalDate on) {
        return notImproved(child, on, "yes", "yes")
                .with("parents", List.of(reviewed(child, 0, "attended", "yes"), reviewed(child, 1, "attended", "yes")));
    }

    static Filled reviewMoved(Child child, LocalDate on, String to) {
        return review(child, on, "moveOn", null, null).with("reason", "A week of snow").with("reviewMovedTo", to).with("reviewMovedToWhy", Filled.ASKED_FOR)
                .with("reviewMovedTime", "09:30")
                .with("reviewMovedPlace", "Civic Offices").with("reviewMovedWith", "the officer");
    }

    private static Filled review(Child child, LocalDate on, String decision, String mother, String father) {
        return Filled.heldOn(on).with("parents", List.of(reviewed(child, 0, "attended", mother), reviewed(child, 1, "apologies", father)))
                .with("schoolInvited", "yes").with("actionProgress", "Breakfast club every day").with("decision", decision);
    }

    private static Map<String, Object> reviewed(Child child, int parent, String came, String interview) {
        var row = chosen(child, parent, interview);
        row.put("came", came);
        return row;
    }

    static Filled chosen(Child child, String mother, String father) {
        return Filled.blank().with("parents", List.of(chosen(child, 0, mother), chosen(child, 1, father)))
                .with("supportChecks", supportFor());
    }

    private static Map<String, Object> chosen(Child child, int parent, String interview) {
        var row = rowOf(child, parent);
        if (interview != null) {
            row.put("interview", interview);
        }
        if ("no".equals(interview)) {
            row.put("noInterviewWhy", "lives abroad");
        }
        return row;
    }

    /** The children of these tests have special educational needs. */
    private static List<Map<String, String>> supportFor() {
        return List.of(Map.of("need", "special educational needs", "done", "The plan allows for it"));
    }

    static Filled interviewArranged(String on, String time) {
        return Filled.blank().with("offence", OFFENCE).with("periodFrom", "2026-09-07").with("periodTo", "2026-10-30")
                .with("interviewOn", on).with("interviewOnWhy", Filled.ASKED_FOR)
                .with("interviewTime", time).with("interviewWhere", "Civic Offices, Room 2").with("writtenAnswersBy", on)
                .with("needsInterpreter", "no").with("needsSupporter", "no").with("supportRead", true).with("rightsEnclosed", true);
    }

    static Filled interviewed(LocalDate on) {
        return recorded(on, "held").with("happenedOn", on.toString()).with("interviewPlace", "Civic Offices, Room 2")
                .with("interviewStart", "10:00")
                .with("interviewEnd", "10:45").with("interviewPresent", List.of(Map.of("name", "Ms R Moss", "role", "parent")))
                .with("interviewFreeToLeave", true).with("interviewOffenceExplained", true).with("interviewRightsGiven", true)
                .with("interviewAdvice", "declined").with("interviewVulnerable", "no").with("interviewInterpreter", "no")
                .with("interviewCautionGiven", true).with("interviewCautionExplained", true).with("interviewOwnWords", "I need not answer")
                .with("interviewRecorded", "audio").with("interviewRecordingReference", "AR-17")
                .with("interviewQuestions", List.of(Map.of("question", "Why was Ada away?", "answer", "The bus did not come")))
                .with("interviewDefences", "none").with("interviewRecordRead", "signed").with("interviewCopyOffered", true);
    }

    static Filled didNotCome(LocalDate on) {
        return recorded(on, "didNotCome").with("didNotComeWhat", "Nothing was heard");
    }

    private static Filled recorded(LocalDate on, String result) {
        return Filled.blank().with("decision", "recorded").with("invitedOn", on.minusDays(14).toString()).with("invitedHow", "post")
                .with("result", result);
    }

    /** @param mother stage4, moreSupport or nothing; null where she was not suspected; the father likewise */
    static Filled decided(Child child, String mother, String father) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int parent = 0; parent < 2; parent++) {
            var follows = parent == 0 ? mother : father;
            if (follows != null) {
                var row = rowOf(child, parent);
                row.put("follows", follows);
                row.put("why", "By what is known of the absence");
                rows.add(row);
            }
        }
        return Filled.blank().with("decisions", rows).with("supportChecks", supportFor());
    }

    static Filled interviewPutOff() {
        return Filled.blank().with("decision", "putOff").with("putOffWhy", "The solicitor cannot come");
    }

    static Map<String, Object> rowOf(Child child, int parent) {
        return new LinkedHashMap<>(Map.of("parentId", child.parents().get(parent).id().toString(),
                "name", child.parents().get(parent).name()));
    }
}
