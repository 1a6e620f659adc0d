package apws.register;

import apws.pupil.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pupils whom a register may name, each with a place of its own from 0 on, in the order of their ids. */
final class RegisterPupils {

    private final SliceMap<OnRegister> byUpn = new SliceMap<>();
    private final List<Long> ids = new ArrayList<>();

    /** {@code mayBeSent}: whether the sender sends for the pupil's school. */
    record OnRegister(int place, boolean mayBeSent) {
    }

    RegisterPupils(JdbcClient jdbc, Sender sender) {
        Map<String, Boolean> sent = new HashMap<>();
        jdbc.sql("select id, upn, school_code from pupil order by id").query(row -> {
            byUpn.put(row.getString("upn"), new OnRegister(ids.size(), sent.computeIfAbsent(row.getString("school_code"), sender::sendsFor)));
            ids.add(row.getLong("id"));
        });
    }

    /** Null for a pupil whom the authority does not know. */
    OnRegister withUpn(char[] text, int offset, int length) {
        return byUpn.get(text, offset, length);
    }

    int size() {
        return ids.size();
    }

    long id(int place) {
        return ids.get(place);
    }
}
