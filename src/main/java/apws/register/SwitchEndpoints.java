package apws.register;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Schools are switched on one at a time, by the office or a manager, who sees first what the school would get. */
@RestController
class SwitchEndpoints {

    private final Screening screening;
    private final Schools schools;
    private final Pupils pupils;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    SwitchEndpoints(Screening screening, Schools schools, Pupils pupils, SchoolCalendar calendar, SignedIn signedIn) {
        this.screening = screening;
        this.schools = schools;
        this.pupils = pupils;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    /**
     * What the school would get today.
     *
     * @param switchedOnFrom null for a school that is switched off
     * @param candidates     as the last screening found them, the lowest attendance first
     */
    record Preview(String schoolCode, String school, LocalDate switchedOnFrom, int letters, List<Previewed> candidates) {
    }

    record Previewed(String upn, String pupil, String yearGroup, String band, boolean persistent, boolean severe, String attendance,
                     Figures figures) {
    }

    @GetMapping("/api/schools/{code}/preview")
    Preview preview(@PathVariable String code) {
        var school = schools.find(allowed(code)).orElseThrow(() -> noSchool(code));
        var pupilsById = pupils.ofSchool(code).stream().collect(Collectors.toMap(Pupil::id, Function.identity()));
        var candidates = screening.preview(code).stream().filter(candidate -> pupilsById.containsKey(candidate.pupilId()))
                .map(candidate -> previewed(pupilsById.get(candidate.pupilId()), candidate)).toList();
        return new Preview(code, school.name(), school.switchedOnFrom(), candidates.size(), candidates);
    }

    /** @param from the first day on which the school is offered its candidates; today when it is left out */
    @PostMapping("/api/schools/{code}/switch-on")
    @ResponseStatus(NO_CONTENT)
    void switchOn(@PathVariable String code, @RequestParam(required = false) LocalDate from) {
        requireSchool(code);
        schools.switchOn(code, from == null ? calendar.today() : from);
    }

    /** Nothing new is offered to the school; its cases go on. */
    @PostMapping("/api/schools/{code}/switch-off")
    @ResponseStatus(NO_CONTENT)
    void switchOff(@PathVariable String code) {
        requireSchool(code);
        schools.switchOff(code);
    }

    private void requireSchool(String code) {
        if (schools.find(allowed(code)).isEmpty()) {
            throw noSchool(code);
        }
    }

    private String allowed(String code) {
        signedIn.requireRole(Roles.APWS_OFFICE, Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY, Roles.MANAGER, Roles.ADMINISTRATOR);
        return code;
    }

    private static Previewed previewed(Pupil pupil, Candidate candidate) {
        return new Previewed(pupil.upn(), pupil.name(), pupil.year(), candidate.band(), candidate.persistent(), candidate.severe(),
                candidate.figures().shown(), candidate.figures());
    }

    private static ResponseStatusException noSchool(String code) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no school " + code);
    }
}
