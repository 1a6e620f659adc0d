package apws.register;

import apws.imports.Sender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pupils whom a register may name, each with a place of its own from 0 on, in the order of their ids. */
final class RegisterPupils {

    private final SliceMap<OnRegister> byUpn = new SliceMap<>();
    private final List<OnRegister> pupils = new ArrayList<>();

    /**
     * @param mayBeSent whether the sender sends for the school at which the pupil is or was
     * @param school    at which the pupil is
     * @param stays     the pupil's time at each school, where the sender does not send for all of them; else null
     */
    record OnRegister(int place, long id, String upn, boolean mayBeSent, String school, List<Stay> stays) {

        /** Whether the session was of a school for which the sender sends: a pupil who moved leaves the earlier sessions behind. */
        boolean mayBeSent(LocalDate day) {
            return stays == null || stays.stream().filter(stay -> stay.until() == null || !day.isAfter(stay.until())).findFirst()
                    .map(Stay::sent).orElse(false);
        }
    }

    /** {@code until}: null for the school at which the pupil is. */
    record Stay(boolean sent, LocalDate until) {
    }

    RegisterPupils(JdbcClient jdbc, Sender sender) {
        var stays = new HashMap<Long, List<Stay>>();
        jdbc.sql("select pupil_id, school_code, until_on from former_school order by until_on").query(row -> {
            stays.computeIfAbsent(row.getLong("pupil_id"), id -> new ArrayList<>())
                    .add(new Stay(sender.sendsFor(row.getString("school_code")), row.getObject("until_on", LocalDate.class)));
        });
        Map<String, Boolean> sent = new HashMap<>();
        Map<String, String> schools = new HashMap<>();
        Map<Long, OnRegister> known = new HashMap<>();
        jdbc.sql("select id, upn, school_code from pupil order by id").query(row -> {
            var id = row.getLong("id");
            var school = schools.computeIfAbsent(row.getString("school_code"), code -> code);
            var now = sent.computeIfAbsent(school, sender::sendsFor);
            var on = onRegister(new OnRegister(pupils.size(), id, row.getString("upn"), now, school, null), stays.get(id));
            byUpn.put(on.upn(), on);
            known.put(id, on);
            pupils.add(on);
        });
        jdbc.sql("select upn, pupil_id from former_upn").query(row -> {
            byUpn.put(row.getString("upn"), known.get(row.getLong("pupil_id")));
        });
    }

    private static OnRegister onRegister(OnRegister now, List<Stay> before) {
        if (before == null) {
            return now;
        }
        before.add(new Stay(now.mayBeSent(), null));
        var all = before.stream().allMatch(Stay::sent);
        return new OnRegister(now.place(), now.id(), now.upn(), before.stream().anyMatch(Stay::sent), now.school(), all ? null : before);
    }

    /** Null for a pupil whom the authority does not know. */
    OnRegister withUpn(char[] text, int offset, int length) {
        return byUpn.get(text, offset, length);
    }

    int size() {
        return pupils.size();
    }

    OnRegister at(int place) {
        return pupils.get(place);
    }
}
