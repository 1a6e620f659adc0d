package apws.letter;

import apws.form.Fact;
import apws.form.FilledForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that one letter says, frozen when it is recorded: an address, a mark or a telephone number that changes later does not reach it.
 *
 * @param details      this letter's own facts by name; dates and times as ISO text
 * @param plan         null where the case has none
 * @param reviewed     the plan with which its figures are compared; null where there is none, or nothing is compared
 * @param law          what it says of the law
 * @param receipt      when it is taken as received
 * @param record       null unless the letter carries the case's record
 * @param marksWrongBy last day for saying that a mark is wrong
 */
record LetterContent(String code, LocalDate on, String caseReference, Authority authority, Addressee to, Child pupil, Place school,
                     Sender from, Attendance attendance, LocalDate marksWrongBy, Map<String, Object> details, PlanShown plan,
                     PlanShown reviewed, Law law, Receipt receipt, CaseRecord record) {

    /** Whether attendance since the plan that was reviewed is better than before it: without that no letter calls it better. */
    boolean improved() {
        return attendance != null && reviewed != null && attendance.possible() > 0 && reviewed.baselinePossible() > 0
                && (long) attendance.attended() * reviewed.baselinePossible() > (long) reviewed.baselineAttended() * attendance.possible();
    }

    /** Whether the marks of that day are in its figures. */
    boolean counts(LocalDate day) {
        return attendance != null && attendance.asAt() != null && within(day, attendance.from(), attendance.asAt())
                || plan != null && plan.baselineFrom() != null && within(day, plan.baselineFrom(), plan.baselineTo());
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** @param greeting as in "Dear Ms Green" */
    record Addressee(LetterKind.Audience audience, Long parentId, String name, String greeting, List<String> address) {

        /** How small it must be set to stay within the window of the envelope: usual, long or longest. */
        public String length() {
            var lines = new ArrayList<>(address);
            lines.add(name);
            if (lines.size() <= 6 && lines.stream().allMatch(line -> line.length() <= 38)) {
                return "usual";
            }
            return lines.stream().mapToInt(line -> 1 + line.length() / 48).sum() <= 8 ? "long" : "longest";
        }
    }

    /** @param address the recipient's own, line by line, where the child lives there; null elsewhere */
    record Child(String name, String firstName, LocalDate born, String yearGroup, List<String> address) {
    }

    /** Of a letter posted on its own date: the day on which it is taken as received, and the last day of a warning counted from then. */
    record Receipt(LocalDate on, LocalDate warningTo) {
    }

    record Place(String name, List<String> address, String telephone, String email, String hours) {
    }

    /** A real person: who signs, and whom to ring. */
    record Sender(String name, String post, String of, String telephone, String email, String hours) {
    }

    /**
     * Sessions from {@code from} to {@code to}.
     *
     * @param asAt         date of the last mark held; null where there is none
     * @param shown        attendance in per cent as people read it; null where no session was possible
     * @param mainlyIllness most of what was missed was illness
     */
    record Attendance(LocalDate from, LocalDate to, LocalDate asAt, int possible, int attended, int authorised, int unauthorised,
                      int noReasonYet, boolean mainlyIllness, String shown) {

        public int missed() {
            return authorised + unauthorised;
        }
    }

    /** The plan's dates and figures; what else was agreed is in the details. */
    record PlanShown(String code, int version, LocalDate startOn, LocalDate midPointOn, LocalDate reviewOn, BigDecimal target,
                     String targetInWords, LocalDate baselineFrom, LocalDate baselineTo, int baselinePossible, int baselineAttended,
                     int baselineAuthorised, int baselineUnauthorised, String baseline) {

        PlanShown aimingAt(String inWords) {
            return new PlanShown(code, version, startOn, midPointOn, reviewOn, target, inWords, baselineFrom, baselineTo, baselinePossible,
                    baselineAttended, baselineAuthorised, baselineUnauthorised, baseline);
        }
    }

    /** What the service is given of a case that is referred to it. */
    record CaseRecord(List<Fact> pupil, List<List<Fact>> parents, List<Fact> siblings, List<Week> weeks, LocalDate unauthorisedFrom,
                      List<String> unauthorised, List<String> amendments, List<LetterLine> letters, List<StoryLine> story,
                      List<FilledForm.Section> form) {
    }

    /** @param marks of each day from Monday to Friday, morning and afternoon; a dash where none is held */
    record Week(LocalDate monday, List<String> marks, String shown) {
    }

    record LetterLine(String number, String code, String to, String status, LocalDate on) {
    }

    record StoryLine(LocalDate on, String step, String what, String by) {
    }
}
