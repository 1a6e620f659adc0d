package apws.letter;

import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.Sender;
import apws.letter.LetterKind.From;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sheet of every letter there is, to the recipients it is written for. */
enum Sheet {

    A_LITTLE_LOW("AL 1.1.0", Samples.MOTHER, Samples.USUAL, Map.of("lookAgainOn", "2026-12-21")),
    A_LITTLE_LOW_BY_ILLNESS("AL 1.1.0", Samples.MOTHER, Samples.ILLNESS, Map.of("lookAgainOn", "2026-12-21")),
    MEETING("AL 1.2.0", Samples.MOTHER, Samples.USUAL, Samples.meeting()),
    PLAN_TO_PARENT("ISP 1.1", Samples.MOTHER, Samples.USUAL, Samples.agreed()),
    PLAN_TO_SCHOOL("ISP 1.1", Samples.SCHOOL, Samples.USUAL, Samples.agreed()),
    REFERRAL("APWS 1.1.0", Samples.SERVICE, Samples.USUAL, Map.of()),
    PRAISE_OF_EFFORT("PRAISE", Samples.MOTHER, Samples.FALLEN,
            Map.of("whatWentWell", "Ava came in every Monday", "nextLookOn", "2026-11-30")),
    PRAISE("PRAISE", Samples.MOTHER, Samples.USUAL,
            Map.of("whatWentWell", "Ava came in every Monday", "nextLookOn", "2026-11-30")),
    MISSED_WITH_NEW_DATE("MISSED MEETING", Samples.MOTHER, Samples.USUAL,
            Samples.with(Samples.meeting(), Map.of("missedOn", "2026-11-19"))),
    MISSED_WITH_DECISION("MISSED MEETING", Samples.MOTHER, Samples.USUAL,
            Map.of("missedOn", "2026-11-19", "decided", List.of("A support plan starts on 30 November", "Breakfast club is open to Ava"))),
    CLOSING("CLOSING", Samples.MOTHER, Samples.USUAL, Map.of("figuresFrom", "2026-10-26")),
    CLOSING_TO_SCHOOL("CLOSING", Samples.SCHOOL, Samples.USUAL, Map.of("figuresFrom", "2026-10-26")),
    ENDED_BY_A_MOVE("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("movedAway")),
    ENDED_BY_HOME_EDUCATION("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("homeEducated")),
    ENDED_BY_AGE("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("overAge")),
    ENDED_BY_ILLNESS("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("tooIll")),
    ENDED_BY_CARE("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("inCare")),
    ENDED_BY_SCHOOL("CASE ENDED", Samples.MOTHER, Samples.USUAL, Samples.endedBecause("schoolDecided")),
    ENDED_TO_SCHOOL("CASE ENDED", Samples.SCHOOL, Samples.USUAL, Samples.endedBecause("homeEducated")),

    ACCEPTED_BY_OFFICER("APWS 2.1.0", Samples.SCHOOL, Samples.USUAL, Map.of("criteriaMet", List.of("Attendance below 90%", "Letters sent"),
            "officerName", "Priya Nair", "warningBy", "2026-12-07")),
    ACCEPTED_WITHOUT_OFFICER("APWS 2.1.0", Samples.SCHOOL, Samples.USUAL, Map.of("criteriaMet", "Attendance below 90%",
            "allocateBy", "2026-11-30", "warningBy", "2026-12-07")),
    RETURNED("APWS 2.1.1(2)", Samples.SCHOOL, Samples.USUAL, Map.of("criteriaNotMet", List.of("Early Help Assessment offered"),
            "missing", List.of("The reviews of the plan"), "advice", "Offer the assessment, and ask about the journey",
            "firstSteps", "Meet Ava and Ms Green this week", "whoCanHelp", "Early Help, 01632 960180", "referAgainFrom", "2026-12-14")),
    WARNING("APWS 2.2.0", Samples.MOTHER, Samples.USUAL, Samples.warning()),
    WARNING_RECEIVED("APWS 2.2.0", Samples.MOTHER, Samples.USUAL,
            Samples.with(Samples.warning(), Map.of("warningFrom", "2026-11-26", "warningTo", "2027-01-04"))),
    TO_IMPROVE("NOTICE TO IMPROVE", Samples.MOTHER, Samples.USUAL,
            Samples.with(Samples.warning(), Map.of("supportRefused", "The parenting group in October"))),
    FAST_TRACK_PLAN("ISP 2.3.0", Samples.MOTHER, Samples.USUAL, Samples.with(Samples.agreed(),
            Map.of("planKind", "Early Help Plan (EHP)"))),
    FAST_TRACK_PLAN_CHANGED("ISP 2.3.1", Samples.MOTHER, Samples.USUAL, Samples.with(Samples.agreed(),
            Map.of("actionProgress", "Breakfast club: three mornings a week", "changes", "The mentor comes on Fridays too",
                    "changesWhy", "Fridays are hard"))),
    SUSPENDED("SUSPENSION", Samples.MOTHER, Samples.USUAL, Map.of("suspendedFrom", "2026-11-24", "reviewOn", "2027-01-04")),
    SUSPENDED_AS_BEFORE("SUSPENSION", Samples.MOTHER, Samples.FALLEN, Map.of("suspendedFrom", "2026-11-24", "reviewOn", "2027-01-04")),
    SUSPENDED_TO_SCHOOL("SUSPENSION", Samples.SCHOOL, Samples.USUAL, Map.of("suspendedFrom", "2026-11-24", "reviewOn", "2027-01-04")),
    PENALTY("PENALTY NOTICE", Samples.MOTHER, Samples.USUAL, Samples.notice()),
    SECOND_PENALTY("PENALTY NOTICE", Samples.MOTHER, Samples.USUAL, Samples.secondNotice()),
    PENALTY_WITHDRAWN("NOTICE WITHDRAWN", Samples.MOTHER, Samples.USUAL, Map.of("noticeNumber", "PN-2026-0017",
            "issuedOn", "2026-11-02", "ground", "It ought not to have been issued: school had given leave",
            "refund", "£80 goes back to the card with which it was paid", "sessions", Samples.SESSIONS)),

    TO_PANEL("APWS 3.1.0", Samples.MOTHER, Samples.USUAL, Samples.with(Samples.meeting(), Map.of("members", Samples.PANEL,
            "papers", "The register, the plan ISP 2.3.0 and its reviews", "commentsBy", "2026-12-01"))),
    PANEL_PLAN("ISP 3.1", Samples.MOTHER, Samples.USUAL, Samples.agreed()),
    PANEL_AGREED("APWS 3.2.0", Samples.MOTHER, Samples.USUAL, Samples.with(Samples.agreed(), Map.of("satOn", "2026-11-20",
            "whoSat", Samples.PANEL, "whoCame", List.of("Ms A Green", "Ava"), "reviewOn", "2026-12-21", "reviewTime", "10:00",
            "reviewPlace", "Civic Offices, Room 2", "reviewWith", List.of("Ms Green", "Ava", "Priya Nair"),
            "consequences", List.of("An interview under caution may follow", "A court may be asked to decide")))),
    FURTHER_PLAN("ISP 3.2", Samples.SCHOOL, Samples.USUAL, Samples.with(Samples.agreed(),
            Map.of("actionProgress", "All done", "changes", "No gate meeting any more"))),
    INTERVIEW("INTERVIEW", Samples.MOTHER, Samples.USUAL, Samples.suspected()),
    LEGAL_MEETING("APWS 4.1", Samples.MOTHER, Samples.USUAL, Samples.suspected()),
    INTENDED("INTENDED PROCEEDINGS", Samples.MOTHER, Samples.USUAL, Samples.intended()),
    LEGAL_REFERRAL("LEGAL REFERRAL", Samples.LEGAL, Samples.USUAL, Samples.referred()),
    MORE_SUPPORT("MORE SUPPORT", Samples.MOTHER, Samples.USUAL, Map.of("reviewOn", "2026-11-30")),
    SUPPORT_AFTER_CONVICTION("SUPPORT AFTER CONVICTION", Samples.MOTHER, Samples.FALLEN, Map.of("reviewOn", "2026-11-30")),
    OUTCOME_GUILTY("OUTCOME GUILTY", Samples.MOTHER, Samples.USUAL, Samples.outcome()),
    OUTCOME_NOT_GUILTY("OUTCOME NOT GUILTY", Samples.MOTHER, Samples.USUAL, Samples.ended("not guilty")),
    OUTCOME_WITHDRAWN("OUTCOME WITHDRAWN", Samples.MOTHER, Samples.USUAL, Samples.ended("discontinued: the family has moved")),
    OUTCOME_OTHER("OUTCOME", Samples.MOTHER, Samples.USUAL, Samples.ended("another disposal: adjourned without a day")),
    OUTCOME_TO_SCHOOL("OUTCOME NOTE", Samples.SCHOOL, Samples.USUAL, Samples.outcome());

    private static final LetterPaper PAPER = new LetterPaper();
    private static final Map<Sheet, byte[]> PRINTED = new LinkedHashMap<>();

    final String code;
    final Addressee to;
    private final LetterKind kind;
    private final Attendance attendance;
    private final Map<String, Object> details;

    Sheet(String code, Addressee to, Attendance attendance, Map<String, Object> details) {
        this.code = code;
        this.kind = new LetterKinds().of(code);
        this.to = to;
        this.attendance = attendance;
        this.details = Samples.with(kind.defaults(), details);
        kind.check(Samples.with(this.details, Map.of("recipients", to.name())));
    }

    byte[] pdf() {
        return PRINTED.computeIfAbsent(this, sheet -> print(to, Map.of()));
    }

    boolean toParent() {
        return to.parentId() != null;
    }

    /** Stage 1's letters, and those which every stage sends. */
    boolean ofStageOne() {
        return kind.from() == From.SCHOOL || kind.from() == From.CASE;
    }

    /** An enclosure is a page of its own. */
    int pagesAllowed() {
        return switch (this) {
            case PANEL_AGREED, INTERVIEW, LEGAL_MEETING -> 4;
            default -> ofStageOne() ? 2 : 3;
        };
    }

    /** Who wrote it. */
    Sender from() {
        return ofStageOne() ? Samples.LEE : Samples.OFFICER;
    }

    LetterContent content() {
        return Samples.letter(code, to, from(), attendance, details);
    }

    /** What is printed of it, as a browser would show it. */
    String html(LetterContent content) {
        return PAPER.html(template(), "L-2026-000123", FrozenContent.thaw(FrozenContent.freeze(content)));
    }

    /** Whether it may be written without that fact. */
    boolean isOptional(String fact) {
        if (kind.within().containsKey(fact) || kind.needsSessions() && fact.equals("sessions")) {
            return false;
        }
        var without = new LinkedHashMap<>(details);
        without.remove(fact);
        try {
            kind.check(Samples.with(without, Map.of("recipients", to.name())));
            return true;
        } catch (IllegalArgumentException required) {
            return false;
        }
    }

    private String template() {
        return kind.to().get(to.audience());
    }

    /** Printed for another recipient, or with other facts; frozen and thawed as a recorded letter is. */
    byte[] print(Addressee recipient, Map<String, Object> other) {
        var content = Samples.letter(code, recipient, from(), attendance, Samples.with(details, other));
        return PAPER.print(template(), "L-2026-000123", FrozenContent.thaw(FrozenContent.freeze(content))).pdf();
    }

    /** Printed for a school whose every name, post and address is long. */
    byte[] printLong() {
        var content = Samples.letter(code, to, from(), attendance, details);
        var from = new Sender("Bartholomew Featherstonehaugh", "Assistant Headteacher, Behaviour and Attendance",
                "Saint Bartholomew’s Church of England High School", "01632 960141", "attendance@saint-bartholomews-high.fairhaven.example",
                "Monday to Thursday, 8.30am to 4pm, and Friday, 8.30am to 3.15pm");
        return PAPER.print(template(), "L-2026-000123", new LetterContent(content.code(), content.on(), content.caseReference(),
                content.authority(), content.to(), content.pupil(), content.school(), from, content.attendance(), content.marksWrongBy(),
                content.details(), content.plan(), content.reviewed(), content.law(), content.receipt(), content.record())).pdf();
    }

    byte[] print(LetterContent content) {
        return PAPER.print(template(), "L-2026-000123", FrozenContent.thaw(FrozenContent.freeze(content))).pdf();
    }

    String spoken() {
        return Pdf.spoken(pdf());
    }
}
