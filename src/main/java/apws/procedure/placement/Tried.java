package apws.procedure.placement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rows of a dry run that were placed and taken back so far: those after them are refused as if they had stayed. */
class Tried {

    private final Set<Long> pupils = new HashSet<>();
    private final Map<String, Integer> byOfficer = new HashMap<>();

    void add(long pupilId, String officer) {
        pupils.add(pupilId);
        byOfficer.merge(officer, 1, Integer::sum);
    }

    boolean hasCase(long pupilId) {
        return pupils.contains(pupilId);
    }

    int casesOf(String officer) {
        return byOfficer.getOrDefault(officer, 0);
    }
}
