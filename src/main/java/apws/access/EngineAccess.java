package apws.access;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** What the engine needs to know before it starts, so that a task is seen by those who are asked to do it and by nobody else. */
@Component
class EngineAccess extends AbstractCamundaConfiguration {

    private final AccessSettings settings;

    EngineAccess(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new EngineGrants());
        // people's ids are often their e-mail addresses
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._@-]+");

        // how often somebody may be wrong is ours to say (SignInDelays): the engine would lock an account for good, whoever tried
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayMaxTime(0);
        engine.setLoginDelayBase(0);

        var length = new PasswordPolicyLengthRuleImpl(settings.shortestPassword());
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(length));

        var listeners = engine.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
        listeners.add(new TaskCards());
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
