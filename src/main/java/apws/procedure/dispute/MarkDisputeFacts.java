package apws.procedure.dispute;

import apws.calendar.Days;
import apws.casework.Entries;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.answers.MarkAnswer;
import apws.procedure.answers.MarkDispute;
import apws.procedure.dispute.DisputedMarks.DisputedMark;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.MarkDisputeProcess;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a parent says of marks, what the register says of them, and what the school answered. */
@Configuration(proxyBeanMethods = false)
class MarkDisputeFacts {

    private final Entries entries;
    private final DisputedMarks marks;
    private final MarkAnswers answers;
    private final Registers registers;
    private final MarkUses uses;

    MarkDisputeFacts(Entries entries, DisputedMarks marks, MarkAnswers answers, Registers registers, MarkUses uses) {
        this.entries = entries;
        this.marks = marks;
        this.answers = answers;
        this.registers = registers;
        this.uses = uses;
    }

    /** For the school to answer. */
    @Bean
    @ForSchoolsToo(ofTheirMarks = true)
    FormFacts markDispute() {
        return variables -> {
            var dispute = dispute(variables);
            var disputed = marks.of(CaseFacts.pupilId(variables), dispute);
            return Map.of(
                    "disputeText", said(dispute),
                    "evidenceText", dispute.evidence().isEmpty() ? "none" : dispute.evidence(),
                    "sentToSchoolText", Days.inWords(dispute.sentToSchoolOn()),
                    "answers", disputed.stream().map(MarkDisputeFacts::row).toList(),
                    "codes", codes(disputed.get(0).session().date()));
        };
    }

    /** For those who review what used the marks. */
    @Bean
    @ForSchoolsToo
    FormFacts markAnswer() {
        return variables -> {
            var dispute = dispute(variables);
            var answer = entries.get(CaseFacts.number(variables, BetweenSteps.ANSWER_ENTRY)).as(MarkAnswer.class);
            var pupilId = CaseFacts.pupilId(variables);
            return Map.of(
                    "disputeText", said(dispute),
                    "answerText", String.join(". ", answers.inWords(pupilId, dispute, answer)) + ".",
                    "registerText", marks.of(pupilId, dispute).stream().map(mark -> "%s: %s".formatted(mark.session().inWords(), mark.now()))
                            .collect(Collectors.joining("; ")));
        };
    }

    @Bean
    @ForSchoolsToo
    FormFacts markUsesInLettersAndNotices() {
        return variables -> Map.of("uses", uses.inLettersAndNotices(CaseFacts.text(variables, CaseVariables.CASE_REFERENCE),
                CaseFacts.pupilId(variables), MarkUses.sessions(CaseFacts.list(variables, MarkDisputeProcess.AMENDED))));
    }

    @Bean
    FormFacts markUsesInProsecutions() {
        return variables -> Map.of("uses", uses.inProsecutions(CaseFacts.pupilId(variables),
                MarkUses.sessions(CaseFacts.list(variables, MarkDisputeProcess.AMENDED))));
    }

    private MarkDispute dispute(Map<String, Object> variables) {
        return entries.get(CaseFacts.number(variables, BetweenSteps.DISPUTE_ENTRY)).as(MarkDispute.class);
    }

    private static String said(MarkDispute dispute) {
        return "%s, on %s: %s".formatted(dispute.disputedBy(), Days.inWords(dispute.saidOn()), dispute.whatIsSaid());
    }

    private static Map<String, Object> row(DisputedMark mark) {
        return Map.of("session", mark.session().toString(), "sessionText", mark.session().inWords(), "oldCode", mark.code(),
                "registerNow", mark.now());
    }

    /** Present is one choice: its two codes are the two halves of the day. */
    private List<Map<String, String>> codes(LocalDate day) {
        var codes = new ArrayList<Map<String, String>>();
        codes.add(Map.of("value", "present", "label", "/ or \\, present"));
        registers.codes(day).stream().filter(code -> MarksToDispute.canBeDisputed(code.code()))
                .forEach(code -> codes.add(Map.of("value", code.code(), "label", "%s, %s".formatted(code.code(), code.meaning()))));
        return codes;
    }
}
