package apws.procedure;

import apws.calendar.Days;
import apws.legal.LedgerSession;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.Map;

/** Sessions as the rows of a table, and as choices by their keys. */
public final class SessionRows {

    private SessionRows() {
    }

    public static Map<String, Object> row(LedgerSession session) {
        return row(session.key(), session.code(), session.lastDayToCharge());
    }

    public static Map<String, Object> row(SessionKey key, String code, LocalDate lastDay) {
        return Map.of("key", key.toString(), "date", key.date().toString(), "day", Days.inWords(key.date()),
                "half", key.half().inWords(), "code", code, "lastDay", Days.inWords(lastDay));
    }

    public static Map<String, Object> option(SessionKey key) {
        return Map.of("value", key.toString(), "label", key.inWords());
    }
}
