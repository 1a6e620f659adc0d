package apws.procedure.deployment;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;

/** No diagram and no decision table holds a script; should one be there all the same, there is nothing that runs it. */
class NoScripts extends ScriptingEngines {

    NoScripts() {
        super(new DefaultScriptEngineResolver(new ScriptEngineManager(null)));
    }

    @Override
    public ScriptEngine getScriptEngineForLanguage(String language) {
        throw new ProcessEngineException("No script is run here, whatever its language (%s)".formatted(language));
    }
}
