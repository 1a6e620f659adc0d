package apws.desk;

import apws.imports.Imports;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The names of all pupils and parents, kept in memory on each node and gathered again once a file of pupils or parents has been read: names
 * come and change by these alone. About 20 MB for 50,000 pupils.
 */
@Component
class Names {

    private static final String[] FILES_WITH_NAMES = {"pupils", "parents"};

    private final Pupils pupils;
    private final Parents parents;
    private final Imports imports;

    private volatile @Nullable Gathered gathered;

    Names(Pupils pupils, Parents parents, Imports imports) {
        this.pupils = pupils;
        this.parents = parents;
        this.imports = imports;
    }

    private record Gathered(Optional<Instant> asOf, NameIndex names) {
    }

    NameIndex now() {
        var asOf = imports.lastRead(FILES_WITH_NAMES);
        var held = gathered;
        return held != null && held.asOf().equals(asOf) ? held.names() : gather(asOf);
    }

    private synchronized NameIndex gather(Optional<Instant> asOf) {
        var held = gathered;
        if (held != null && held.asOf().equals(asOf)) {
            return held.names();
        }
        var names = new NameIndex();
        pupils.all().forEach(pupil -> names.add(pupil.id(), pupil.schoolCode(), pupil.name()));
        parents.eachName((name, pupilId) -> names.addParent(pupilId, name));
        gathered = new Gathered(asOf, names);
        return names;
    }
}
