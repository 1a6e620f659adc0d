package apws.letter;

import apws.calendar.SchoolCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where letters go. What the print room gets is read first, in a short transaction; while its tray is reached, which may take as long as
 * {@link TrayHands} says, there is none and no connection to the database is held.
 */
@Component
public class PrintRoom {

    private final Letters letters;
    private final TrayHands tray;
    private final SchoolCalendar calendar;

    PrintRoom(Letters letters, TrayHands tray, SchoolCalendar calendar) {
        this.letters = letters;
        this.tray = tray;
        this.calendar = calendar;
    }

    /**
     * Puts the PDF into the print tray, once however often it is tried.
     *
     * @throws TrayProblem           saying in plain words what to mend
     * @throws IllegalStateException where a transaction would wait for the tray
     */
    public void gets(long letterId) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Letter %d would be placed in the tray within a transaction".formatted(letterId));
        }
        letters.onItsWay(letterId).ifPresent(letter -> tray.place(letter.trayDay(), letter.slip(), letter.pdf(), calendar.now()));
    }

    /** To be asked for before what waits for the letter is looked at: whoever comes second waits, and finds it gone on. */
    public void oneAtATime(long letterId) {
        letters.lock(letterId);
    }
}
