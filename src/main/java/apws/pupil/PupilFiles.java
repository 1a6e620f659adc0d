package apws.pupil;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Pupils as CSV: {@code UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,Left} and, each yes or no, {@code SEN,EHCP,ChildInNeed,
 * ChildProtection,LookedAfter,MedicalNeed,YoungCarer,PartTimeTimetable}. A pupil is brought up to date by the UPN.
 */
@Component
public class PupilFiles {

    private final SmallFiles files;
    private final Pupils pupils;
    private final Schools schools;

    PupilFiles(SmallFiles files, Pupils pupils, Schools schools) {
        this.files = files;
        this.pupils = pupils;
        this.schools = schools;
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return files.read("pupils", fileName, content, sender, (rejections, settings) -> new Rows(rejections, settings, sender));
    }

    private class Rows extends SmallFiles.CountedRows {

        private final Sender sender;
        private final Map<String, Pupil> held = pupils.all().stream().collect(Collectors.toMap(Pupil::upn, Function.identity()));
        private final Map<String, School> known = schools.all().stream().collect(Collectors.toMap(School::code, Function.identity()));

        Rows(Rejections rejections, ImportSettings settings, Sender sender) {
            super(rejections, settings, "UPN", "Forename", "Surname", "DOB", "YearGroup", "LAEstab", "Admitted");
            this.sender = sender;
        }

        @Override
        protected void take() {
            var upn = upn();
            var old = held.get(upn);
            var school = school("LAEstab");
            if (!sender.sendsFor(school) || old != null && !sender.sendsFor(old.schoolCode())) {
                throw new BadRow("a school not its own");
            }
            if (!known.containsKey(school)) {
                throw new BadRow("LAEstab %s is no school of the authority's".formatted(Rejections.shown(school)));
            }
            var pupil = new Pupil(old == null ? null : old.id(), upn, needed("Forename"), needed("Surname"), date("DOB"),
                    needed("YearGroup"), school, date("Admitted"), dateOrNull("Left"), yes("SEN"), yes("EHCP"), yes("ChildInNeed"),
                    yes("ChildProtection"), yes("LookedAfter"), yes("MedicalNeed"), yes("YoungCarer"), yes("PartTimeTimetable"));
            if (pupil.leftOn() != null && pupil.leftOn().isBefore(pupil.admittedOn())) {
                throw new BadRow("Left is before Admitted");
            }
            var changed = !pupil.equals(old);
            if (changed) {
                held.put(upn, pupils.save(pupil));
            }
            count(old == null, changed);
        }
    }
}
