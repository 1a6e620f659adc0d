package apws.procedure.gate;

import apws.form.Form;
import apws.form.FormVersions;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine keeps every version of a form that was ever deployed. */
@Component
class FormsFilledIn implements FormVersions {

    private final DeployedForms forms;
    /** The engine is made with the forms, before letters are. */
    private final ObjectProvider<ProcessEngine> engine;

    FormsFilledIn(DeployedForms forms, ObjectProvider<ProcessEngine> engine) {
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public Optional<Form> read(String form, int version) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> forms.ofVersion(form, version, command));
    }
}
