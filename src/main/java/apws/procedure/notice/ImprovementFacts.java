package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.ReadsPeriods;
import apws.procedure.SessionRows;
import apws.pupil.Parents;
import apws.register.Figures;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A Notice to Improve: how long one can be, whom this one is for, what the register says since its receipt (S2-05, S2-12). */
@Component("improvement")
@ReadsPeriods("warningRuns")
class ImprovementFacts implements FormFacts {

    private final ImprovementSettings settings;
    private final SchoolCalendar calendar;
    private final Parents parents;
    private final Registers registers;
    private final Ledger ledger;

    ImprovementFacts(ImprovementSettings settings, SchoolCalendar calendar, Parents parents, Registers registers, Ledger ledger) {
        this.settings = settings;
        this.calendar = calendar;
        this.parents = parents;
        this.registers = registers;
        this.ledger = ledger;
    }

    /** @param variables with {@code warningRuns}, the period of the warning, where one is to double as a Notice to Improve */
    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var facts = new HashMap<String, Object>();
        facts.put("improvementLeast", settings.leastSchoolWeeks());
        facts.put("improvementMost", settings.mostSchoolWeeks());
        if (variables.get("warningRuns") instanceof String period) {
            var received = calendar.received(calendar.today(), PostClass.FIRST_CLASS);
            var days = calendar.schoolDays(received, calendar.lastDay(received, period)).size();
            facts.put("warningDoubles", days >= settings.leastSchoolDays());
            facts.put("warningSchoolDays", days);
        }
        if (variables.get("parentId") != null) {
            facts.putAll(ofParent(CaseFacts.pupilId(variables), Long.parseLong(variables.get("parentId").toString()), variables));
        }
        return facts;
    }

    private Map<String, Object> ofParent(long pupilId, long parentId, Map<String, Object> variables) {
        var name = parents.get(parentId).name();
        if (variables.get("improveFrom") == null) {
            return Map.of("improvementLine", "To %s, for %s school weeks from its receipt.".formatted(name, variables.get("schoolWeeks")));
        }
        var from = LocalDate.parse(variables.get("improveFrom").toString());
        var to = LocalDate.parse(variables.get("improveTo").toString());
        var last = calendar.today().isAfter(to) ? to : calendar.today();
        return Map.of("improvementLine", "To %s: from %s to %s.".formatted(name, Days.inWords(from), Days.inWords(to)),
                "improvementFigures", from.isAfter(last) ? "Not received yet."
                        : figures(registers.figures(pupilId, from, last)),
                "improvementSessions", ledger.of(pupilId, parentId).stream()
                        .filter(session -> !session.date().isBefore(from) && !session.date().isAfter(last)).map(ImprovementFacts::row)
                        .toList());
    }

    private static String figures(Figures figures) {
        return "Since its receipt: %d sessions possible, %d attended, %d with leave, %d without leave%s.".formatted(figures.possible(),
                figures.attended(), figures.authorised(), figures.unauthorised(),
                figures.possible() == 0 ? "" : ", attendance " + figures.shown());
    }

    private static Map<String, Object> row(LedgerSession session) {
        return SessionRows.row(session);
    }
}
