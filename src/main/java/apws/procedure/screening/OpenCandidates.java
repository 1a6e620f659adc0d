package apws.procedure.screening;

import apws.casework.Cases;
import apws.pupil.Pupils;
import apws.register.Candidate;
import apws.register.Screening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom screening finds at a school now, and who has no case: who is none any more was decided on, or recovered, since a list was opened. */
@Component
class OpenCandidates {

    private final Screening screening;
    private final Pupils pupils;
    private final Cases cases;

    OpenCandidates(Screening screening, Pupils pupils, Cases cases) {
        this.screening = screening;
        this.pupils = pupils;
        this.cases = cases;
    }

    /** @return those of the pupils named, by UPN */
    Map<String, Candidate> among(List<String> upns, String schoolCode) {
        var found = screening.candidates(schoolCode).stream().collect(Collectors.toMap(Candidate::pupilId, Function.identity()));
        var open = new HashMap<String, Candidate>();
        for (var upn : upns) {
            var candidate = found.get(pupils.withUpn(upn).orElseThrow().id());
            if (candidate != null && cases.openCaseOf(candidate.pupilId()).isEmpty()) {
                open.put(upn, candidate);
            }
        }
        return open;
    }
}
