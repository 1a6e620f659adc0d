package apws.procedure.trace;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells the recorder which test runs. */
class FlowsTaken implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        FlowRecorder.testRuns(test.getUniqueId());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        FlowRecorder.testRuns("between tests");
    }
}
