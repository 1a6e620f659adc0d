package apws.pupil;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Pupils as CSV: {@code UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,Left} and, each yes or no, {@code SEN,EHCP,ChildInNeed,
 * ChildProtection,LookedAfter,MedicalNeed,YoungCarer,PartTimeTimetable}. A pupil is brought up to date by the UPN. A column that the file
 * does not have changes nothing; an empty field under {@code Left} says on roll, an empty field under the others no.
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

    private class Rows extends SmallFiles.CountedRows<Pupil> {

        private final Sender sender;
        private final Map<String, Pupil> held = pupils.all().stream().collect(Collectors.toMap(Pupil::upn, Function.identity()));
        private final Map<String, School> known = schools.all().stream().collect(Collectors.toMap(School::code, Function.identity()));

        Rows(Rejections rejections, ImportSettings settings, Sender sender) {
            super(rejections, settings, "UPN", "Forename", "Surname", "DOB", "YearGroup", "LAEstab", "Admitted");
            this.sender = sender;
        }

        @Override
        protected Pupil read() {
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
                    needed("YearGroup"), school, date("Admitted"), dateOrNull("Left", old == null ? null : old.leftOn()),
                    yes("SEN", old != null && old.sen()), yes("EHCP", old != null && old.ehcp()),
                    yes("ChildInNeed", old != null && old.childInNeed()), yes("ChildProtection", old != null && old.childProtection()),
                    yes("LookedAfter", old != null && old.lookedAfter()), yes("MedicalNeed", old != null && old.medicalNeed()),
                    yes("YoungCarer", old != null && old.youngCarer()), yes("PartTimeTimetable", old != null && old.partTimeTimetable()));
            if (pupil.born().isAfter(today())) {
                throw new BadRow("DOB %s is in the future".formatted(pupil.born()));
            }
            if (pupil.admittedOn().isBefore(pupil.born())) {
                throw new BadRow("Admitted is before DOB");
            }
            if (pupil.leftOn() != null && pupil.leftOn().isBefore(pupil.admittedOn())) {
                throw new BadRow("Left is before Admitted");
            }
            return pupil;
        }

        @Override
        protected Map<String, Object> says(Pupil row) {
            return Map.of("the pupil " + row.upn(), row);
        }

        @Override
        protected void take(Pupil row) {
            var old = held.get(row.upn());
            var changed = !row.equals(old);
            if (changed) {
                held.put(row.upn(), pupils.save(row));
            }
            count(old == null, changed);
        }

        /** What calls for support first, as one of the rows says, is believed (settlement 17). */
        @Override
        protected void contradicting(List<Pupil> rows) {
            var old = held.get(rows.get(0).upn());
            if (old != null) {
                var supported = new Pupil(old.id(), old.upn(), old.firstName(), old.lastName(), old.born(), old.yearGroup(), old.schoolCode(),
                        old.admittedOn(), old.leftOn(), any(old, rows, Pupil::sen), any(old, rows, Pupil::ehcp),
                        any(old, rows, Pupil::childInNeed), any(old, rows, Pupil::childProtection), any(old, rows, Pupil::lookedAfter),
                        any(old, rows, Pupil::medicalNeed), any(old, rows, Pupil::youngCarer), any(old, rows, Pupil::partTimeTimetable));
                if (!supported.equals(old)) {
                    held.put(old.upn(), pupils.save(supported));
                }
            }
        }

        private static boolean any(Pupil old, List<Pupil> rows, Predicate<Pupil> flag) {
            return flag.test(old) || rows.stream().anyMatch(flag);
        }
    }
}
