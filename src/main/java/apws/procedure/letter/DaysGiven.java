package apws.procedure.letter;

import apws.letter.Letter;
import java.util.Map;

/** The days that a letter gave its parent, for one that came back and is sent again: they begin with its new receipt (settlement 5). */
public interface DaysGiven {

    /** What the letter states when it is sent again; nothing where it gave no days. */
    Map<String, Object> onPaper(Letter returned);

    /** @param receipt the variable of the case's stage in which the last receipt stands, from which its timers count */
    void begin(Letter returned, String receipt);
}
