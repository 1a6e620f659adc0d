package apws.procedure.answers;

import apws.form.OnForm;

/** What came of an interview under caution, by its code (S3-09). */
@OnForm("record-interview")
public record InterviewRecorded(Long suspectId, String result) implements FormAnswers {
}
