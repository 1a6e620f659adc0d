package apws.procedure.answers;

import apws.form.OnForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a plan, or a new version of it, aims at, and who does what for it. */
@OnForm({"agree-plan", "agree-fast-track-plan", "agree-panel-plan", "hold-mid-point-review"})
public record PlanAgreed(BigDecimal targetPercent, String targetInWords, List<Action> actions) implements FormAnswers {

    public record Action(String what, String who, LocalDate byWhen) {
    }
}
