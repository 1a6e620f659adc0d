package apws.procedure.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Writes down which test entered which flow node and took which sequence flow, for all engines of this JVM. */
class FlowRecorder extends AbstractProcessEnginePlugin {

    /** By {@code process#element}: the tests that came by. */
    private static final Map<String, Set<String>> TAKEN = new ConcurrentHashMap<>();
    private static final Map<String, Runnable> MEANWHILE = new ConcurrentHashMap<>();
    private static volatile String running = "between tests";

    static void testRuns(String test) {
        running = test;
    }

    static Map<String, Set<String>> taken() {
        var copy = new LinkedHashMap<String, Set<String>>();
        TAKEN.forEach((element, tests) -> copy.put(element, new TreeSet<>(tests)));
        return copy;
    }

    /** The next time that somebody comes by there, this is done first, once; whoever came by waits. */
    static void meanwhile(String process, String element, Runnable somethingElse) {
        MEANWHILE.put(key(process, element), somethingElse);
    }

    static String key(String process, String element) {
        return process + "#" + element;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>() : engine.getCustomPostBPMNParseListeners();
        listeners.add(new Listening());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            listen(process, process.getKey());
        }

        private static void listen(ScopeImpl scope, String process) {
            for (var activity : scope.getActivities()) {
                activity.addListener(ExecutionListener.EVENTNAME_START, passing(process, activity.getId()));
                activity.getOutgoingTransitions().forEach(flow ->
                        ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, passing(process, flow.getId())));
                listen(activity, process);
            }
        }

        private static ExecutionListener passing(String process, String element) {
            return execution -> {
                TAKEN.computeIfAbsent(key(process, element), key -> new ConcurrentSkipListSet<>()).add(running);
                var somethingElse = MEANWHILE.remove(key(process, element));
                if (somethingElse != null) {
                    somethingElse.run();
                }
            };
        }
    }
}
