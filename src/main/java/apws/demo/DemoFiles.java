package apws.demo;

import apws.demo.DemoRegister.Line;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ByteArrayResource;

/** The files that the schools' systems of the demo authority send. */
final class DemoFiles {

    private static final String HOURS = "8.30 am to 4 pm on school days";

    private DemoFiles() {
    }

    static ByteArrayResource schools(List<DemoSchool> schools) {
        return file(csv -> {
            csv.writeRecord("LAEstab", "Name", "Address", "Telephone", "Email", "Hours", "Headteacher", "AttendanceLead", "AttendanceLeadPost",
                    "Independent");
            schools.forEach(school -> csv.writeRecord(school.code(), school.name(), school.address(), school.telephone(), school.email(), HOURS,
                    school.headteacher(), school.leadFirstName() + " " + school.leadLastName(), school.leadPost(), "no"));
        });
    }

    /** @param left the last day on roll; null for children who stay */
    static ByteArrayResource pupils(Collection<Child> children, LocalDate left) {
        return file(csv -> {
            csv.writeRecord("UPN", "Forename", "Surname", "DOB", "YearGroup", "LAEstab", "Admitted", "Left", "SEN", "EHCP", "ChildInNeed",
                    "ChildProtection", "LookedAfter", "MedicalNeed", "YoungCarer", "PartTimeTimetable");
            children.forEach(child -> csv.writeRecord(child.upn(), child.firstName(), child.lastName(), child.born().toString(), child.yearGroup(),
                    child.school().code(), child.admittedOn().toString(), left == null ? "" : left.toString(), yes(child.sen()), yes(child.ehcp()),
                    yes(child.childInNeed()), yes(child.family().childProtection()), yes(child.family().lookedAfter()), yes(child.medicalNeed()),
                    yes(child.youngCarer()), yes(child.partTimeTimetable())));
        });
    }

    static ByteArrayResource parents(Collection<Child> children) {
        return file(csv -> {
            csv.writeRecord("Reference", "UPN", "Relationship", "LivesWithPupil", "Title", "Forename", "Surname", "Address", "Postcode",
                    "AddressConfidential", "Telephone", "Email", "Language", "DoNotContactReason", "DoNotContactAuthorisedBy");
            children.forEach(child -> child.family().carers().forEach(of -> {
                var carer = of.carer();
                csv.writeRecord(carer.reference(), child.upn(), of.relationship(), yes(of.livesWithChild()), carer.title(), carer.firstName(),
                        carer.lastName(), carer.home().address(), carer.home().postcode(), yes(carer.addressConfidential()), carer.telephone(),
                        carer.email(), carer.language(), carer.doNotContactReason(), carer.doNotContactAuthorisedBy());
            }));
        });
    }

    /** Each officer with a patch of their own; the last has none, and helps out everywhere. */
    static ByteArrayResource officers(List<DemoUser> officers) {
        return file(csv -> {
            csv.writeRecord("User", "Name", "Post", "Telephone", "Email", "Limit", "Patch");
            for (int number = 0; number < officers.size(); number++) {
                var officer = officers.get(number);
                csv.writeRecord(officer.id(), officer.name(), officer.role(), "01632 96012" + number, officer.email(), "16",
                        patch(number, officers.size()));
            }
        });
    }

    private static String patch(int number, int officers) {
        var schools = DemoSchool.all();
        return IntStream.range(0, schools.size()).filter(school -> number < officers - 1 && school % (officers - 1) == number)
                .mapToObj(school -> schools.get(school).code()).collect(Collectors.joining(" "));
    }

    static ByteArrayResource register(List<Line> lines) {
        return file(csv -> {
            csv.writeRecord("UPN", "Date", "Session", "Mark");
            lines.forEach(line -> csv.writeRecord(line.upn(), line.date().toString(), line.session(), line.mark()));
        });
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }

    private static ByteArrayResource file(Consumer<CsvWriter> content) {
        var text = new StringWriter();
        content.accept(CsvWriter.builder().build(text));
        return new ByteArrayResource(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
