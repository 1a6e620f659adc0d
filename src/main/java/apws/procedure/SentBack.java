package apws.procedure;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Thrown by a step of a diagram when what a form asks for cannot be done: the form goes back with the reason, and nothing of it is kept. The
 * engine does not log it as an error of its own, so that the reason may name people.
 */
public class SentBack extends BadUserRequestException {

    public SentBack(String reason) {
        super(reason);
    }
}
