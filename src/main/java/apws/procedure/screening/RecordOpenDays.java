package apws.procedure.screening;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.FormAnswers;
import apws.procedure.answers.OpenDays;
import apws.procedure.names.CaseVariables;
import apws.register.DaysWithoutSchool;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the school said of days without school: the marks of an open one count from now on (settlement 2). */
@Component
@ForDiagrams
class RecordOpenDays implements JavaDelegate {

    private final Entries entries;
    private final DaysWithoutSchool days;
    private final SignedIn signedIn;

    RecordOpenDays(Entries entries, DaysWithoutSchool days, SignedIn signedIn) {
        this.entries = entries;
        this.days = days;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var school = new StepInput(step).text(CaseVariables.SCHOOL_CODE);
        var asked = days.unanswered(school).stream().map(DaysWithoutSchool.Unanswered::day).collect(Collectors.toSet());
        for (var row : entries.get(new StepInput(step).entryId()).as(OpenDays.class).days()) {
            var day = LocalDate.parse(row.day());
            // one that was answered in another way since the form was opened keeps that answer
            if (asked.contains(day)) {
                days.answer(school, day, row.wasOpen().equals("open"), signedIn.userId(), FormAnswers.orNull(row.why()));
            }
        }
    }
}
