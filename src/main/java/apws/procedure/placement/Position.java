package apws.procedure.placement;

import java.util.List;
import java.util.Map;

/**
 * Where a case that is already under way can be put, as {@code procedure/positions.yaml} states it.
 *
 * @param stage such as {@code Stage 2}
 * @param step  in the words of a spreadsheet
 * @param at    the way down, each {@code process/activity}, the journey first
 * @param needs columns that must be filled in
 * @param sets  process variables, each with the column it comes from, or with a number or nothing at all
 * @param plan  the plan that runs there; null where none does
 */
record Position(String stage, String step, List<String> at, List<String> needs, Map<String, Object> sets, RunningPlan plan) {

    /**
     * @param code     of the plan's form, such as {@code ISP 2.3.0}
     * @param form     on which such a plan is agreed
     * @param midPoint from its start, as an ISO period
     * @param review   likewise
     */
    record RunningPlan(String code, String form, String midPoint, String review) {
    }

    Position {
        needs = needs == null ? List.of() : needs;
        sets = sets == null ? Map.of() : sets;
    }

    boolean isCalled(String inStage, String atStep) {
        return stage.equalsIgnoreCase(inStage) && step.equalsIgnoreCase(atStep);
    }

    List<Level> levels() {
        return at.stream().map(way -> way.split("/")).map(way -> new Level(way[0], way[1], Map.of())).toList();
    }
}
