package apws.procedure.officer;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.officer.Allocation;
import apws.officer.Allocations;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who can be chosen as an officer, and whose a case is (S2-04). */
@Configuration(proxyBeanMethods = false)
class OfficerFacts {

    private final Officers officers;
    private final Allocations allocations;
    private final Cases cases;
    private final Pupils pupils;
    private final Schools schools;
    private final SchoolCalendar calendar;

    OfficerFacts(Officers officers, Allocations allocations, Cases cases, Pupils pupils, Schools schools, SchoolCalendar calendar) {
        this.officers = officers;
        this.allocations = allocations;
        this.cases = cases;
        this.pupils = pupils;
        this.schools = schools;
        this.calendar = calendar;
    }

    /** Everybody who has not left, with what speaks against a case for them: what is chosen all the same is refused with the reason. */
    @Bean
    FormFacts officersToChoose() {
        return variables -> Map.of("officersToChoose", officers.all().stream().filter(officer -> !officer.leaves())
                .map(officer -> Map.of("value", officer.userId(), "label", label(officer))).toList());
    }

    /** Of which pupil the case is, and who has it. */
    @Bean
    FormFacts allocation() {
        return variables -> {
            var of = cases.get(CaseFacts.reference(variables));
            var pupil = pupils.get(of.pupilId());
            return Map.of("caseLine", "%s, %s, %s".formatted(pupil.name(), pupil.year(), schools.get(of.schoolCode()).name()),
                    "allocationText", allocations.held(of.reference()).map(this::inWords).orElse("The case has no officer yet."));
        };
    }

    /** The open cases that an officer who leaves still has. */
    @Bean
    FormFacts casesLeft() {
        return variables -> Map.of("casesLeft", officers.casesOf(CaseFacts.text(variables, "leaver")).stream().map(this::row).toList());
    }

    private String label(Officer officer) {
        return "%s, %d of %d cases%s".formatted(officer.name(), allocations.caseloadOf(officer.userId()), officer.caseLimit(),
                officer.awayOn(calendar.today()) ? ", away until " + Days.inWords(officer.awayTo()) : "");
    }

    private String inWords(Allocation held) {
        return "With %s since %s, %s, with a caseload of %d before.".formatted(officers.get(held.officer()).name(),
                Days.inWords(held.from()), held.rule().inWords(), held.caseloadBefore());
    }

    private Map<String, Object> row(String reference) {
        var of = cases.get(reference);
        return Map.of("caseReference", reference, "pupil", pupils.get(of.pupilId()).name(), "school", schools.get(of.schoolCode()).name(),
                "since", allocations.held(reference).map(held -> Days.inWords(held.from())).orElse(""));
    }
}
