package apws.procedure.casework;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Plans;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.names.StageVariables;
import apws.register.Figures;
import apws.register.Registers;
import apws.register.Screening;
import apws.register.WeekFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Attendance as forms show it: the figures of a period with the date they stand at, and week by week. */
@Configuration(proxyBeanMethods = false)
class FigureFacts {

    private final Registers registers;
    private final Screening screening;
    private final Plans plans;
    private final SchoolCalendar calendar;

    FigureFacts(Registers registers, Screening screening, Plans plans, SchoolCalendar calendar) {
        this.registers = registers;
        this.screening = screening;
        this.plans = plans;
        this.calendar = calendar;
    }

    @Bean
    @ForSchoolsToo
    FormFacts figuresSinceWatch() {
        return since(variables -> CaseFacts.date(variables, "watchFrom"));
    }

    @Bean
    @ForSchoolsToo
    FormFacts figuresThisYear() {
        return since(variables -> calendar.academicYear(calendar.today()).first());
    }

    /** What a plan starts from: its baseline is the attendance that its target must lie above. */
    @Bean
    @ForSchoolsToo
    FormFacts figuresBeforePlan() {
        var measured = since(variables -> screening.measuredFrom(CaseFacts.pupilId(variables), calendar.today()));
        return variables -> {
            var facts = new HashMap<>(measured.facts(variables));
            facts.put("baseline", facts.get("attendance"));
            return facts;
        };
    }

    @Bean
    @ForSchoolsToo
    FormFacts figuresSincePlan() {
        return since(variables -> plans.current(CaseFacts.reference(variables), CaseFacts.planParent(variables)).orElseThrow().startOn());
    }

    /** Since the plan of Fast Track, or since the receipt of the warning where it runs without one (S2-09). */
    @Bean
    FormFacts figuresSinceFastTrack() {
        return since(CaseFacts::fastTrackSince);
    }

    @Bean
    @ForSchoolsToo
    FormFacts figuresSinceMonitoring() {
        return since(variables -> CaseFacts.date(variables, StageVariables.MONITORED_FROM));
    }

    /** Of this school year, in order: what a referral rests on. */
    @Bean
    @ForSchoolsToo
    FormFacts unauthorisedSessions() {
        return variables -> Map.of("unauthorisedSessions", registers.unauthorisedSessions(CaseFacts.pupilId(variables),
                calendar.academicYear(calendar.today()).first(), calendar.today()).stream().map(mark -> Map.of("on", Days.inWords(mark.date()),
                        "half", mark.session().inWords(), "mark", mark.code() + ": " + mark.meaning())).toList());
    }

    private FormFacts since(Function<Map<String, Object>, LocalDate> start) {
        return variables -> {
            var pupilId = CaseFacts.pupilId(variables);
            var from = start.apply(variables);
            var figures = registers.figures(pupilId, from, calendar.today());
            var facts = new HashMap<String, Object>();
            facts.put("today", calendar.today().toString());
            facts.put("countedFrom", from.toString());
            facts.put("asAt", figures.asAt() == null ? "no mark yet" : Days.inWords(figures.asAt()));
            facts.put("figuresLine", line(figures));
            facts.put("possible", figures.possible());
            facts.put("attended", figures.attended());
            facts.put("unauthorised", figures.unauthorised());
            facts.put("noReasonYet", figures.noReasonYet());
            facts.put("attendance", figures.possible() == 0 ? null : figures.attendance());
            facts.put("figuresTable", List.of(row("%s to %s".formatted(Days.inWords(from), Days.inWords(calendar.today())), figures)));
            facts.put("weeks", weeks(registers.weeks(pupilId, from, calendar.today())));
            return facts;
        };
    }

    private static List<Map<String, Object>> weeks(List<WeekFigures> weeks) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var week : weeks) {
            var row = new HashMap<>(row("", week.figures()));
            row.put("week", Days.inWords(week.monday()));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(String period, Figures figures) {
        return Map.of("period", period, "possible", figures.possible(), "attended", figures.attended(), "authorised", figures.authorised(),
                "unauthorised", figures.unauthorised(), "attendance", figures.shown());
    }

    private static String line(Figures figures) {
        if (figures.possible() == 0) {
            return "No session was possible since %s.".formatted(Days.inWords(figures.from()));
        }
        var line = "**%s** since %s, as at %s: %d of %d possible sessions attended, %d absent with leave, %d absent without leave".formatted(
                figures.shown(), Days.inWords(figures.from()), Days.inWords(figures.asAt()), figures.attended(), figures.possible(),
                figures.authorised(), figures.unauthorised());
        return figures.noReasonYet() == 0 ? line + "." : line + ", of them %d still without a reason (N).".formatted(figures.noReasonYet());
    }
}
