package apws.letter;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The print tray did not take a letter. The message says what is wrong and what to mend; the letter goes out at the next try. */
public class TrayProblem extends RuntimeException {

    private TrayProblem(String message, Throwable cause) {
        super(message + " The letter is kept and goes out at the next try.", cause);
    }

    static TrayProblem missing(Path tray) {
        return new TrayProblem("The print tray %s is not there. Mount or make that folder, or set apws.letter.tray to where it is now."
                .formatted(tray), null);
    }

    static TrayProblem anotherLetter(Path tray, String number) {
        return new TrayProblem("The print tray %s holds another letter under the number %s: another installation uses the same folder. "
                .formatted(tray, number) + "Give each a folder of its own by apws.letter.tray.", null);
    }

    static TrayProblem noAnswer(Path tray) {
        return new TrayProblem("The print tray %s does not answer. Look at its share and the way to it; once that answers again, letters go on "
                .formatted(tray) + "by themselves.", null);
    }

    static TrayProblem of(Path tray, Throwable cause) {
        var reason = String.valueOf(cause.getMessage());
        if (cause instanceof AccessDeniedException || Files.exists(tray) && !Files.isWritable(tray)) {
            return new TrayProblem("The print tray %s may not be written to. ".formatted(tray)
                    + "Give the account that runs this application the right to write there.", cause);
        }
        if (reason.contains("No space left") || reason.contains("quota") || reason.contains("not enough space")) {
            return new TrayProblem("The print tray %s is full. Print and clear what lies in it, or give it more room."
                    .formatted(tray), cause);
        }
        return new TrayProblem("The print tray %s could not be written to (%s). Look at that folder and its share."
                .formatted(tray, cause.getClass().getSimpleName()), cause);
    }
}
