package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** What a school decided of each pupil on its list (settlement 3). */
@OnForm("decide-whom-to-write-to")
public record SchoolsList(String meetingPlaceForAll, String meetingWithForAll, List<Candidate> candidates) implements FormAnswers {

    /** {@code decision} is {@code send}, {@code hold} or {@code doNotSend}; empty where the pupil was left open. */
    public record Candidate(String upn, String decision, LocalDate meetingOn, String meetingTime, String meetingPlace, String meetingWith,
                            String meetingOnWhy, LocalDate holdUntil, String reason, String reasonWords) {
    }
}
