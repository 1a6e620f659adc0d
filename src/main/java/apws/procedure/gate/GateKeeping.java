package apws.procedure.gate;

import apws.legal.LegalRefusal;
import apws.officer.CannotTake;
import apws.procedure.SentBack;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.dao.PessimisticLockingFailureException;

/** How the guarded services run what passes the gate: one engine command, so one transaction, and one kind of answer when it does not pass. */
final class GateKeeping {

    private static final String OVERTAKEN = "somebody else has just worked on the same task or case. Nothing of this was recorded: open the task again";

    private GateKeeping() {
    }

    static <T> T run(CommandExecutor executor, Command<T> command) {
        try {
            return executor.execute(command);
        } catch (FormGate.Refusal refusal) {
            throw refusal.refused();
        } catch (SentBack sentBack) {
            throw new EntryRefused(sentBack);
        } catch (LegalRefusal | CannotTake refusal) {
            throw new EntryRefused(refusal.getMessage(), refusal);
        } catch (OptimisticLockingException | PessimisticLockingFailureException overtaken) {
            throw new EntryRefused(OVERTAKEN, overtaken);
        } catch (SuspendedEntityInteractionException suspended) {
            throw new EntryRefused("this case has been paused (its process is suspended). Nothing was recorded", suspended);
        }
    }

    /** The engine answers 500 where a diagram has no place for an error or escalation; it is the caller's mistake. */
    static void caught(String what, Runnable action) {
        try {
            action.run();
        } catch (AuthorizationException | BadUserRequestException answered) {
            throw answered;
        } catch (ProcessEngineException uncaught) {
            throw new BadUserRequestException("The diagram expects no such %s at this task: %s".formatted(what, uncaught.getMessage()), uncaught);
        }
    }
}
