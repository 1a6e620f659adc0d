package apws.pupil;

import apws.access.Groups;
import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Schools as CSV: {@code LAEstab,Name,Address,Telephone,Email,Hours,Headteacher,AttendanceLead,AttendanceLeadPost,Independent}.
 * A school is brought up to date by its number; being switched on is not the file's to say. Its attendance leads have a group from then on,
 * to which an administrator adds them.
 */
@Component
public class SchoolFiles implements FileReader {

    private final SmallFiles files;
    private final Schools schools;
    private final Groups groups;

    SchoolFiles(SmallFiles files, Schools schools, Groups groups) {
        this.files = files;
        this.schools = schools;
        this.groups = groups;
    }

    @Override
    public String kind() {
        return "schools";
    }

    @Override
    public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
        return read(fileName, content, sender);
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return files.read("schools", fileName, content, sender, (rejections, settings) -> new Rows(rejections, settings, sender));
    }

    private class Rows extends SmallFiles.CountedRows<School> {

        private final Sender sender;
        private final Map<String, School> held =
                schools.all().stream().collect(Collectors.toMap(School::code, school -> school));

        Rows(Rejections rejections, ImportSettings settings, Sender sender) {
            super(rejections, settings, "LAEstab", "Name", "Address", "Headteacher", "AttendanceLead");
            this.sender = sender;
        }

        @Override
        protected School read() {
            var code = school("LAEstab");
            if (!sender.sendsFor(code)) {
                throw new BadRow("a school not its own");
            }
            var old = held.get(code);
            return new School(code, needed("Name"), lines("Address"), text("Telephone", old == null ? "" : old.telephone()),
                    text("Email", old == null ? "" : old.email()), text("Hours", old == null ? "" : old.hours()), needed("Headteacher"),
                    needed("AttendanceLead"), textOr("AttendanceLeadPost", old == null ? "Attendance Lead" : old.attendanceLeadPost()),
                    yes("Independent", old != null && old.independent()), old == null ? null : old.switchedOnFrom());
        }

        @Override
        protected Map<String, Object> says(School row) {
            return Map.of("the school " + row.code(), row);
        }

        @Override
        protected void take(School row) {
            var old = held.get(row.code());
            var changed = !row.equals(old);
            if (changed) {
                schools.save(row);
                groups.ensureSchoolGroup(row.code(), row.name());
                held.put(row.code(), row);
            }
            if (row.telephone().isEmpty() && row.email().isEmpty()) {
                rejections.remark("%s has neither Telephone nor Email: its letters cannot say how to reach %s.".formatted(row.name(),
                        row.attendanceLead()));
            }
            count(old == null, changed);
        }
    }
}
