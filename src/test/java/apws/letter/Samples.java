package apws.letter;

import apws.form.Fact;
import apws.form.FilledForm;
import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.CaseRecord;
import apws.letter.LetterContent.Child;
import apws.letter.LetterContent.LetterLine;
import apws.letter.LetterContent.Place;
import apws.letter.LetterContent.PlanShown;
import apws.letter.LetterContent.Receipt;
import apws.letter.LetterContent.Sender;
import apws.letter.LetterContent.StoryLine;
import apws.letter.LetterContent.Week;
import apws.letter.LetterKind.Audience;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented people and figures to write letters about. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Authority AUTHORITY = new Authority("Fairhaven Council", "Attendance & Pupil Welfare Service",
            List.of("Civic Offices", "1 Harbour Square", "Fairhaven", "ZZ99 1AA"), "01632 960100", "attendance@fairhaven.example",
            "Monday to Friday, 9am to 4:30pm", new Authority.Signatory("Ruth Hargreaves", "Service Manager"),
            new Authority.LegalServices("Legal Services", List.of("Fairhaven Council", "Civic Offices", "Fairhaven", "ZZ99 1AA")),
            "www.fairhaven.example/privacy/attendance", "ring 01632 960111 or write to access@fairhaven.example");
    static final Addressee MOTHER = new Addressee(Audience.PARENTS, 1L, "Ms A Green", "Ms Green",
            List.of("Flat 3", "12 Orchard Road", "Fairhaven", "ZZ99 2BB"));
    static final Addressee SCHOOL = new Addressee(Audience.SCHOOL, null, "Brook Primary School", "Mr Lee",
            List.of("Brook Lane", "Fairhaven", "ZZ99 3CC"));
    static final Addressee SERVICE = new Addressee(Audience.SERVICE, null, AUTHORITY.serviceName(), "colleague", AUTHORITY.address());
    static final Addressee LEGAL = new Addressee(Audience.LEGAL, null, AUTHORITY.legalServices().name(), "colleague",
            AUTHORITY.legalServices().address());
    static final Child AVA = new Child("Ava Green", "Ava", LocalDate.of(2016, 5, 3), "Year 5",
            MOTHER.address());
    static final Place BROOK = new Place("Brook Primary School", List.of("Brook Lane", "Fairhaven", "ZZ99 3CC"), "01632 960200",
            "office@brook.example", "Monday to Friday, 8am to 4pm");
    static final Sender LEE = new Sender("Daniel Lee", "Attendance Lead", "Brook Primary School", "01632 960200", "office@brook.example",
            "Monday to Friday, 8am to 4pm");
    static final Sender OFFICER = new Sender("Priya Nair", "Education Welfare Officer", AUTHORITY.serviceName(), "01632 960155",
            "priya.nair@fairhaven.example", AUTHORITY.hours());
    static final Law LAW = new Laws().on(TODAY);
    static final Attendance USUAL = new Attendance(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 20), 104,
            98, 4, 2, 1, false, "94.2%");
    static final Attendance ILLNESS = new Attendance(USUAL.from(), USUAL.to(), USUAL.asAt(), 104, 100, 4, 0, 0, true, "96.1%");

    /** Lower than before the plan. */
    static final Attendance FALLEN = new Attendance(LocalDate.of(2026, 11, 2), USUAL.to(), USUAL.asAt(), 32, 20, 2, 10, 0, false, "62.5%");

    static LetterContent letter(String code, Addressee to, Sender from, Attendance attendance, Map<String, Object> details) {
        return new LetterContent(code, TODAY, "AI-2026-00042", AUTHORITY, to, AVA, BROOK, from, attendance, LocalDate.of(2026, 12, 7),
                details, plan(code), plan(code), LAW, new Receipt(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 24)), record());
    }

    static PlanShown plan(String code) {
        return new PlanShown(code.startsWith("ISP") ? code : "ISP 3.1", 1, LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 30), new BigDecimal("95.00"),
                "in school, on time, every day but for real illness", LocalDate.of(2026, 9, 3),
                LocalDate.of(2026, 10, 30), 70, 62, 5, 3, "88.5%");
    }

    static Map<String, Object> meeting() {
        return Map.of("meetingOn", "2026-12-03", "meetingTime", "15:30", "meetingPlace", "The Family Room, Brook Primary School",
                "meetingWith", List.of("Daniel Lee, Attendance Lead", "Sara Khan, Year 5 teacher"), "meetingLength", "about 45 minutes");
    }

    static final List<Map<String, Object>> SESSIONS = List.of(session("2026-11-12", "AM", "O", "absent without leave"),
            session("2026-11-12", "PM", "O", "absent without leave"), session("2026-11-17", "PM", "U", "late after the register closed"));

    static Map<String, Object> session(String date, String half, String code, String meaning) {
        return Map.of("date", date, "half", half, "code", code, "meaning", meaning);
    }

    static Map<String, Object> warning() {
        return with(meeting(), Map.of("sessions", SESSIONS, "expected", "In school, on time, every day but for real illness",
                "supportSoFar", "Breakfast club since October: used twice. A mentor each Monday: used every week.",
                "supportOffered", List.of("A visit at home", "Help with the bus pass"), "improveFrom", "2026-11-30",
                "improveTo", "2027-01-08", "noticeToImprove", "Yes", "enough", "No further session without leave, and 95% in school"));
    }

    static Map<String, Object> notice() {
        return with(Map.of("noticeNumber", "PN-2026-0017", "whichInThreeYears", 1, "sessions", SESSIONS,
                "lowerAmount", 80, "lowerUntil", "2026-12-15", "fullAmount", 160, "fullUntil", "2026-12-22", "issuedOn", "2026-11-23",
                "issuedBy", "Priya Nair, Education Welfare Officer"),
                Map.of("countedFrom", "2026-11-25", "payHow", List.of("www.fairhaven.example/pay", "by telephone on 01632 960170")));
    }

    static Map<String, Object> secondNotice() {
        var second = with(notice(), Map.of("whichInThreeYears", "second"));
        second.keySet().removeAll(List.of("lowerAmount", "lowerUntil"));
        return second;
    }

    static final List<Map<String, Object>> PANEL = List.of(Map.of("name", "Joan Marsh", "role", "Senior officer, chair"),
            Map.of("name", "Paul Reeve", "role", "Deputy headteacher, Brook Primary School", "part", "referred the case"),
            Map.of("name", "Dr E Sato", "role", "School nursing"));

    static Map<String, Object> suspected() {
        return with(meeting(), Map.of("offence", "Failure to secure regular attendance at school, section 444(1) Education Act 1996",
                "periodFrom", "2026-09-07", "periodTo", "2026-11-20", "writtenAnswersBy", "2026-12-01", "sessions", SESSIONS));
    }

    static Map<String, Object> intended() {
        return Map.of("noticeNumber", "PN-2026-0017", "offence", suspected().get("offence"), "periodFrom", "2026-11-12",
                "periodTo", "2026-11-17", "respondBy", "2026-12-14", "sessions", SESSIONS);
    }

    static Map<String, Object> referred() {
        var sessions = SESSIONS.stream().map(one -> with(one, Map.of("lastDay", "2027-05-" + one.get("date").toString().substring(8))))
                .toList();
        return with(Map.of("parentId", 1, "parentBorn", "1988-02-29", "offence", "Section 444(1A) Education Act 1996",
                "periodFrom", "2026-11-12", "periodTo", "2026-11-17", "sessions", sessions, "excludedSessions",
                List.of(with(session("2026-05-04", "AM", "O", "absent without leave"), Map.of("why", "its last day has passed"))),
                "summary", "No improvement after the panel"),
                Map.of("evidence", List.of("PN/1 the register", "PN/2 the plans"), "defences", "Each looked at: none applies",
                        "publicInterest", "A year of support", "supervisionOrder", "Considered: the parent works with us",
                        "interview", "Held on 20 November 2026", "earlierNotices", "PN-2025-0003, paid", "avoidDates", "Priya Nair: none",
                        "costs", "£150", "approvedBy", "Ruth Hargreaves, Service Manager", "approvedOn", "2026-11-22"));
    }

    static Map<String, Object> outcome() {
        return Map.of("parentName", "Ms A Green", "court", "Fairhaven Magistrates’ Court", "outcomeOn", "2026-11-20",
                "offence", "Section 444(1) Education Act 1996", "result", "Guilty plea", "sentence", "A fine of £120", "costs", "£85",
                "appeal", "To the Crown Court within the time that the court’s notice states");
    }

    static Map<String, Object> ended(String result) {
        return Map.of("court", "Fairhaven Magistrates’ Court", "outcomeOn", "2026-11-20", "offence", "Section 444(1) Education Act 1996",
                "result", result);
    }

    static Map<String, Object> endedBecause(String ground) {
        return Map.of("ground", ground, "endedOn", "2026-11-20");
    }

    static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var both = new LinkedHashMap<>(some);
        both.putAll(more);
        return both;
    }

    static Map<String, Object> agreed() {
        return Map.of("barriers", List.of("Anxious about coming in on Mondays", "Journey by two buses"),
                        "pupilView", "I like school when I am there. The bus is too full.",
                        "parentsView", "Mornings are hard since the shifts changed.",
                        "actions", List.of(Map.of("what", "Meet Ava at the gate on Mondays", "who", "Ms Khan", "byWhen", "2026-11-02"),
                                Map.of("what", "Breakfast club three times a week", "who", "School", "byWhen", "2026-11-09"),
                                Map.of("what", "Bag and clothes ready the evening before", "who", "Ava and Ms Green", "byWhen", "")),
                        "schoolSupport", "Breakfast club without charge; catch-up in maths on Thursdays",
                        "agencySupport", "Early Help: parenting group from January",
                        "circumstances", "Asthma: inhaler kept at the office. Bus pass applied for.",
                        "praiseHow", "A card home every Friday; Ava chooses the class story after a full week",
                        "parties", List.of(Map.of("name", "Ms A Green", "role", "Mother", "signed", "Signed", "signedOn", "2026-11-02"),
                                Map.of("name", "Ava Green", "role", "Pupil", "signed", "Signed", "signedOn", "2026-11-02"),
                                Map.of("name", "Daniel Lee", "role", "School", "signed", "Signed", "signedOn", "2026-11-02")));
    }

    private static CaseRecord record() {
        return new CaseRecord(
                List.of(new Fact("Name", "Ava Green"), new Fact("UPN", "Z999000000001"), new Fact("Born", "3 May 2016")),
                List.of(List.of(new Fact("Name", "Ms A Green"), new Fact("Relationship", "Mother"),
                        new Fact("Address", "12 Orchard Road"))),
                List.of(new Fact("Ben Green", "Brook Primary School")),
                List.of(new Week(LocalDate.of(2026, 11, 9), List.of("/ \\", "I I", "/ \\", "O \\", "/ \\"), "80%"),
                        new Week(LocalDate.of(2026, 11, 16), List.of("/ \\", "/ U", "/ \\", "/ \\", "L \\"), "90%")),
                LocalDate.of(2026, 9, 7), List.of("12 November 2026, morning: O", "17 November 2026, afternoon: U"),
                List.of("9 November 2026, morning: N became I"),
                List.of(new LetterLine("L-2026-000007", "AL 1.2.0", "Ms A Green", "handed over", LocalDate.of(2026, 10, 12))),
                List.of(new StoryLine(LocalDate.of(2026, 10, 12), "S1-02", "Letter AL 1.2.0 recorded", "d.lee")),
                List.of(new FilledForm.Section("Support offered",
                        List.of(new Fact("Support offered and how it was taken up", "Breakfast club: twice")),
                        List.of(new FilledForm.Table("Contacts", List.of("When", "Kind", "What was said"),
                                List.of(List.of("1 November 2026", "Call", "Will come")))))));
    }

    private Samples() {
    }
}
