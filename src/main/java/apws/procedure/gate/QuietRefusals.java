package apws.procedure.gate;

import apws.casework.CaseAlreadyOpen;
import apws.legal.LegalRefusal;
import apws.officer.CannotTake;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * A person's mistake is answered to that person and is no error of the application's: the engine would write each into its log as one, with
 * a stack trace, but for its own {@link BadUserRequestException}. So a refusal passes the place where the engine writes in the clothes of
 * that one, and is itself again outside.
 */
@Component
class QuietRefusals extends AbstractCamundaConfiguration {

    private static final List<Class<? extends RuntimeException>> MISTAKES = List.of(FormFieldValidationException.class, ParseException.class,
            LegalRefusal.class, CannotTake.class, CaseAlreadyOpen.class, SuspendedEntityInteractionException.class,
            PessimisticLockingFailureException.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(with(engine.getCustomPreCommandInterceptorsTxRequired(), new Unwrapping()));
        engine.setCustomPostCommandInterceptorsTxRequired(with(engine.getCustomPostCommandInterceptorsTxRequired(), new Wrapping()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new Unwrapping()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new Wrapping()));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> others, CommandInterceptor ours) {
        var all = others == null ? new ArrayList<CommandInterceptor>() : new ArrayList<>(others);
        all.add(ours);
        return all;
    }

    private static final class Quiet extends BadUserRequestException {

        private final transient RuntimeException mistake;

        Quiet(RuntimeException mistake) {
            super(mistake.getMessage(), mistake);
            this.mistake = mistake;
        }
    }

    /** Where the engine has written what it writes. */
    private static final class Unwrapping extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (Quiet quiet) {
                throw quiet.mistake;
            }
        }
    }

    /** Nobody waits for the answer to a timer's work: its failure is for the log and becomes an incident. */
    private static final class Wrapping extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException thrown) {
                if (Context.getJobExecutorContext() == null && MISTAKES.stream().anyMatch(mistake -> mistake.isInstance(thrown))) {
                    throw new Quiet(thrown);
                }
                throw thrown;
            }
        }
    }
}
