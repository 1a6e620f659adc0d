package apws.officer;

import apws.access.Users;
import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import apws.pupil.School;
import apws.pupil.Schools;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Officers as CSV: {@code User,Name,Post,Telephone,Email,Limit,Patch,Returned}, the patch being school numbers separated by spaces. An
 * officer is brought up to date by their user id. Who has left is taken again only where {@code Returned} says yes: personnel files go on
 * naming people who have gone.
 */
@Component
public class OfficerFiles implements FileReader {

    private final SmallFiles files;
    private final Officers officers;
    private final Schools schools;
    private final Users users;

    OfficerFiles(SmallFiles files, Officers officers, Schools schools, Users users) {
        this.files = files;
        this.officers = officers;
        this.schools = schools;
        this.users = users;
    }

    @Override
    public String kind() {
        return "officers";
    }

    @Override
    public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
        return read(fileName, content, sender);
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return files.read("officers", fileName, content, sender, Rows::new);
    }

    record Row(Officer officer, Set<String> patch) {
    }

    private class Rows extends SmallFiles.CountedRows<OfficerFiles.Row> {

        private final Map<String, Officer> held =
                new HashMap<>(officers.all().stream().collect(Collectors.toMap(Officer::userId, Function.identity())));
        private final Set<String> known = schools.all().stream().map(School::code).collect(Collectors.toSet());

        Rows(Rejections rejections, ImportSettings settings) {
            super(rejections, settings, "User", "Name", "Telephone", "Email", "Limit");
        }

        @Override
        protected Row read() {
            var id = key("User");
            if (!users.exists(id)) {
                throw new BadRow("User %s is nobody who can sign in: make the user first".formatted(Rejections.shown(id)));
            }
            var old = held.get(id);
            if (old != null && old.leaves() && !yes("Returned")) {
                throw new BadRow("%s leaves on %s: say yes under Returned if they are back".formatted(Rejections.shown(id), old.leftOn()));
            }
            var officer = new Officer(id, needed("Name"), textOr("Post", old == null ? "Education Welfare Officer" : old.post()),
                    needed("Telephone"), needed("Email"), Integer.parseInt(matching("Limit", "[0-9]{1,4}", "a number of cases")),
                    old == null ? null : old.awayFrom(), old == null ? null : old.awayTo(), old == null ? null : old.standIn(), null);
            return new Row(officer, has("Patch") || old == null ? patch() : officers.patchOf(id));
        }

        @Override
        protected Map<String, Object> says(Row row) {
            return Map.of("the officer " + row.officer().userId(), row);
        }

        @Override
        protected void take(Row row) {
            var id = row.officer().userId();
            var old = held.get(id);
            var changed = !row.officer().equals(old) || !row.patch().equals(officers.patchOf(id));
            if (changed) {
                officers.save(row.officer(), row.patch());
                held.put(id, row.officer());
            }
            count(old == null, changed);
        }

        private Set<String> patch() {
            var patch = text("Patch").isEmpty() ? Set.<String>of() : new HashSet<>(List.of(text("Patch").split("\\s+")));
            patch.stream().sorted().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
                throw new BadRow("Patch %s is no school of the authority's".formatted(Rejections.shown(code)));
            });
            return patch;
        }
    }
}
