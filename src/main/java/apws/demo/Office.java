package apws.demo;

import java.util.Map;
import java.util.Optional;

/** The APWS office: it has answered some referrals, others wait. */
class Office implements Persona {

    private static final double ANSWERED = 0.35;

    @Override
    public Optional<Map<String, Object>> answers(String task, Situation situation) {
        if (!task.equals("take-up-referral") || !situation.chance().of("answered").within(ANSWERED)) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "receivedOn", situation.today().toString(),
                "complete", "yes",
                "earlierCases", "No earlier case of this pupil, and none of a brother or sister.",
                "risksRead", true,
                "result", "Returned to the school with advice: attendance has risen since the referral"));
    }
}
