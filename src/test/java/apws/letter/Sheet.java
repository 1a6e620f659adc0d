package apws.letter;

import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.Sender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sheet of every letter there is, to the recipients it is written for. */
enum Sheet {

    A_LITTLE_LOW("AL 1.1.0", "attendance-a-little-low", Samples.MOTHER, Samples.USUAL, Map.of("lookAgainOn", "2026-12-21")),
    A_LITTLE_LOW_BY_ILLNESS("AL 1.1.0", "attendance-a-little-low", Samples.MOTHER, Samples.ILLNESS, Map.of("lookAgainOn", "2026-12-21")),
    MEETING("AL 1.2.0", "meeting-in-school", Samples.MOTHER, Samples.USUAL, Samples.meeting()),
    PLAN_TO_PARENT("ISP 1.1", "support-plan", Samples.MOTHER, Samples.USUAL, Samples.agreed()),
    PLAN_TO_SCHOOL("ISP 1.1", "support-plan", Samples.SCHOOL, Samples.USUAL, Samples.agreed()),
    REFERRAL("APWS 1.1.0", "referral", Samples.SERVICE, Samples.USUAL, Map.of()),
    PRAISE("PRAISE", "praise", Samples.MOTHER, Samples.USUAL,
            Map.of("whatWentWell", "Ava came in every Monday", "nextLookOn", "2026-11-30")),
    MISSED_WITH_NEW_DATE("MISSED MEETING", "missed-meeting", Samples.MOTHER, Samples.USUAL,
            Samples.with(Samples.meeting(), Map.of("missedOn", "2026-11-19"))),
    MISSED_WITH_DECISION("MISSED MEETING", "missed-meeting", Samples.MOTHER, Samples.USUAL,
            Map.of("missedOn", "2026-11-19", "decided", List.of("A support plan starts on 30 November", "Breakfast club is open to Ava"))),
    CLOSING("CLOSING", "closing", Samples.MOTHER, Samples.USUAL, Map.of("figuresFrom", "2026-10-26")),
    CLOSING_TO_SCHOOL("CLOSING", "closing-school", Samples.SCHOOL, Samples.USUAL, Map.of("figuresFrom", "2026-10-26"));

    private static final LetterPaper PAPER = new LetterPaper();
    private static final Map<Sheet, byte[]> PRINTED = new LinkedHashMap<>();

    final String code;
    final String template;
    final Addressee to;
    private final Attendance attendance;
    private final Map<String, Object> details;

    Sheet(String code, String template, Addressee to, Attendance attendance, Map<String, Object> details) {
        this.code = code;
        this.template = template;
        this.to = to;
        this.attendance = attendance;
        this.details = details;
    }

    byte[] pdf() {
        return PRINTED.computeIfAbsent(this, sheet -> print(to, Map.of()));
    }

    boolean toParent() {
        return to.parentId() != null;
    }

    /** Printed for another recipient, or with other facts; frozen and thawed as a recorded letter is. */
    byte[] print(Addressee recipient, Map<String, Object> other) {
        var content = Samples.letter(code, recipient, attendance, Samples.with(details, other));
        return PAPER.print(template, "L-2026-000123", FrozenContent.thaw(FrozenContent.freeze(content))).pdf();
    }

    /** Printed for a school whose every name, post and address is long. */
    byte[] printLong() {
        var content = Samples.letter(code, to, attendance, details);
        var from = new Sender("Bartholomew Featherstonehaugh", "Assistant Headteacher, Behaviour and Attendance",
                "Saint Bartholomew’s Church of England High School", "01632 960141", "attendance@saint-bartholomews-high.fairhaven.example",
                "Monday to Thursday, 8.30am to 4pm, and Friday, 8.30am to 3.15pm");
        return PAPER.print(template, "L-2026-000123", new LetterContent(content.code(), content.on(), content.caseReference(),
                content.authority(), content.to(), content.pupil(), content.school(), from, content.attendance(), content.marksWrongBy(),
                content.details(), content.plan(), content.record())).pdf();
    }

    String spoken() {
        return Pdf.spoken(pdf());
    }
}
