package apws.procedure.facts;

import apws.legal.LedgerSession;
import apws.legal.SessionKey;
import apws.register.Session;
import java.time.LocalDate;
import java.util.Map;

/** Sessions as the rows of a table, and as choices by their keys. */
final class SessionRows {

    private SessionRows() {
    }

    static Map<String, Object> row(LedgerSession session) {
        return row(session.key(), session.code(), session.lastDayToCharge());
    }

    static Map<String, Object> row(SessionKey key, String code, LocalDate lastDay) {
        return Map.of("key", key.toString(), "date", key.date().toString(), "day", CaseFacts.day(key.date()),
                "half", key.half() == Session.AM ? "morning" : "afternoon", "code", code, "lastDay", CaseFacts.day(lastDay));
    }

    static Map<String, Object> option(SessionKey key) {
        return Map.of("value", key.toString(), "label", key.inWords());
    }
}
