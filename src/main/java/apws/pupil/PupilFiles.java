package apws.pupil;

import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.NotSent;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Pupils as CSV: {@code UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,Left} and, each yes or no, {@code SEN,EHCP,ChildInNeed,
 * ChildProtection,LookedAfter,MedicalNeed,YoungCarer,PartTimeTimetable}; {@code FormerUPN}, the number that the UPN replaces, and
 * {@code EnrolStatus}, {@code S} for a pupil on a second register. A pupil is brought up to date by the UPN, the one before it included. A
 * column that the file does not have changes nothing; an empty field under {@code Left} says on roll, an empty field under the others no.
 *
 * <p>A pupil moves with a row that names another school and a later day of admission (settlement 16). The office sends such a row, or the
 * new school, which then has to know the child: surname and date of birth are those held.
 */
@Component
public class PupilFiles implements FileReader {

    private final SmallFiles files;
    private final Pupils pupils;
    private final Schools schools;
    private final NotSent notSent;

    PupilFiles(SmallFiles files, Pupils pupils, Schools schools, NotSent notSent) {
        this.files = files;
        this.pupils = pupils;
        this.schools = schools;
        this.notSent = notSent;
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return read(fileName, content, sender, false);
    }

    @Override
    public String kind() {
        return "pupils";
    }

    /** @param whole the file has every pupil of each school that it names: whoever is missing is listed for a person */
    @Override
    public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
        return files.read("pupils", fileName, content, sender, (rejections, settings) -> new Rows(rejections, settings, sender, whole));
    }

    /** {@code second}: the register of a school that is not the pupil's main one. */
    record Row(Pupil pupil, boolean second) {
    }

    private class Rows extends SmallFiles.CountedRows<PupilFiles.Row> {

        private final Sender sender;
        private final boolean whole;
        private final Map<String, Pupil> held = pupils.byEveryUpn();
        private final Map<Long, Pupil> heldById = new HashMap<>();
        private final Map<Long, Set<String>> formerSchools = pupils.formerSchools();
        private final Map<String, School> known = schools.all().stream().collect(Collectors.toMap(School::code, Function.identity()));
        private final NotSent.Seen seen = new NotSent.Seen();

        Rows(Rejections rejections, ImportSettings settings, Sender sender, boolean whole) {
            super(rejections, settings, "UPN", "Forename", "Surname", "DOB", "YearGroup", "LAEstab", "Admitted");
            this.sender = sender;
            this.whole = whole;
            held.values().forEach(pupil -> heldById.put(pupil.id(), pupil));
        }

        @Override
        protected Row read() {
            var upn = upn();
            var old = held(upn);
            var school = school("LAEstab");
            if (!sender.sendsFor(school)) {
                throw new BadRow("a school not its own");
            }
            if (!known.containsKey(school)) {
                throw new BadRow("LAEstab %s is no school of the authority's".formatted(Rejections.shown(school)));
            }
            if (old != null) {
                seen.add(school, old.id(), null);
            }
            var second = text("EnrolStatus").equalsIgnoreCase("S");
            if (second && old == null) {
                throw new BadRow("EnrolStatus S of a pupil whom no main school has sent");
            }
            // what is sent under a number that was replaced does not bring it back
            var number = old != null && text("FormerUPN").isEmpty() ? old.upn() : upn;
            var pupil = new Pupil(old == null ? null : old.id(), number, needed("Forename"), needed("Surname"), date("DOB"),
                    needed("YearGroup"), school, date("Admitted"), dateOrNull("Left", old == null || isElsewhere(old, school) ? null : old.leftOn()),
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
            if (old != null && !old.upn().equals(number) && !old.born().equals(pupil.born())) {
                throw new BadRow("FormerUPN %s is a pupil with another date of birth".formatted(Rejections.shown(text("FormerUPN"))));
            }
            var row = new Row(pupil, second && isElsewhere(old, school));
            if (!row.second()) {
                mayMove(old, pupil);
            }
            return row;
        }

        /** By the UPN, or by the one that it replaces. */
        private Pupil held(String upn) {
            if (text("FormerUPN").isEmpty() || upn("FormerUPN").equals(upn)) {
                return held.get(upn);
            }
            var former = held.get(upn("FormerUPN"));
            var same = held.get(upn);
            if (former != null && same != null && !former.id().equals(same.id())) {
                throw new BadRow("UPN and FormerUPN are two pupils here: one of them was sent before it was said that they are one");
            }
            return same == null ? former : same;
        }

        private static boolean isElsewhere(Pupil old, String school) {
            return !old.schoolCode().equals(school);
        }

        private void mayMove(Pupil old, Pupil now) {
            if (old == null || !isElsewhere(old, now.schoolCode())) {
                return;
            }
            var later = now.admittedOn().isAfter(old.admittedOn());
            if (!later && formerSchools.getOrDefault(old.id(), Set.of()).contains(now.schoolCode())) {
                throw new BadRow("has gone to another school since; one who comes back is sent with a later Admitted");
            }
            if (!sender.sendsFor(old.schoolCode())
                    && !(later && now.born().equals(old.born()) && now.lastName().equalsIgnoreCase(old.lastName()))) {
                throw new BadRow("a school not its own");
            }
            if (now.admittedOn().isAfter(today())) {
                throw new BadRow("is at another school until Admitted: send the pupil again from that day on");
            }
        }

        /** The rows of the school that a pupil leaves and of the one to which the pupil goes may stand in one file. */
        @Override
        protected Map<String, Object> says(Row row) {
            var old = old(row.pupil());
            return Map.of("the pupil " + row.pupil().upn() + (old == null || !isElsewhere(old, row.pupil().schoolCode()) ? ""
                    : " at the school " + row.pupil().schoolCode()), row.pupil());
        }

        @Override
        protected void take(Row row) {
            var pupil = row.pupil();
            var old = old(pupil);
            if (row.second() || pupil.equals(old)) {
                count(false, false);
                return;
            }
            mayMove(old, pupil);
            keep(old, pupil);
            count(old == null, true);
        }

        private Pupil old(Pupil pupil) {
            return pupil.id() == null ? held.get(pupil.upn()) : heldById.get(pupil.id());
        }

        private void keep(Pupil old, Pupil pupil) {
            if (old != null && !old.upn().equals(pupil.upn())) {
                pupils.renumber(old.id(), old.upn(), pupil.upn(), sender.name());
            }
            if (old != null && isElsewhere(old, pupil.schoolCode())) {
                pupils.move(old, pupil, sender.name());
                formerSchools.computeIfAbsent(old.id(), id -> new HashSet<>()).add(old.schoolCode());
            }
            var kept = pupils.save(pupil);
            held.put(kept.upn(), kept);
            heldById.put(kept.id(), kept);
            seen.add(kept.schoolCode(), kept.id(), null);
        }

        /** What calls for support first, as one of the rows says, is believed (settlement 17). */
        @Override
        protected void contradicting(List<Row> rows) {
            var old = old(rows.get(0).pupil());
            if (old != null) {
                var supported = new Pupil(old.id(), old.upn(), old.firstName(), old.lastName(), old.born(), old.yearGroup(), old.schoolCode(),
                        old.admittedOn(), old.leftOn(), any(old, rows, Pupil::sen), any(old, rows, Pupil::ehcp),
                        any(old, rows, Pupil::childInNeed), any(old, rows, Pupil::childProtection), any(old, rows, Pupil::lookedAfter),
                        any(old, rows, Pupil::medicalNeed), any(old, rows, Pupil::youngCarer), any(old, rows, Pupil::partTimeTimetable));
                if (!supported.equals(old)) {
                    heldById.put(old.id(), pupils.save(supported));
                    held.put(old.upn(), supported);
                }
            }
        }

        private static boolean any(Pupil old, List<Row> rows, Predicate<Pupil> flag) {
            return flag.test(old) || rows.stream().map(Row::pupil).anyMatch(flag);
        }

        @Override
        protected void end() {
            if (whole) {
                notSent.pupils(seen);
            }
        }
    }
}
