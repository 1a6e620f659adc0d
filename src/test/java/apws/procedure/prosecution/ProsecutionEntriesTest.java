package apws.procedure.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.StageVariables;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProsecutionEntriesTest {

    private static final String CASE = "AI-2026-00001";
    private static final Entry EVIDENCE = new Entry(7L, CASE, "prepare-prosecution", "S4-03", JsonNodeFactory.instance.objectNode(), Instant.EPOCH,
            "owen.officer");

    private final Entries entries = mock(Entries.class);
    private final ProsecutionEntries handedOn = new ProsecutionEntries(entries);

    @BeforeEach
    void isOnRecord() {
        when(entries.get(7)).thenReturn(EVIDENCE);
    }

    @Test
    void theEntryThatTheTaskHandedOn() {
        assertThat(handedOn.handedOn(Map.of(CaseVariables.CASE_REFERENCE, CASE, StageVariables.PREPARED_ENTRY, 7L),
                StageVariables.PREPARED_ENTRY)).contains(EVIDENCE);
    }

    @Test
    void noneBeforeTheTaskWasDone() {
        assertThat(handedOn.handedOn(Map.of(CaseVariables.CASE_REFERENCE, CASE), StageVariables.PREPARED_ENTRY)).isEmpty();
    }

    @Test
    void anEntryOfAnotherCaseIsNotShownWhateverADiagramSets() {
        var variables = Map.<String, Object>of(CaseVariables.CASE_REFERENCE, "AI-2026-00002", StageVariables.PREPARED_ENTRY, 7L);
        assertThatThrownBy(() -> handedOn.handedOn(variables, StageVariables.PREPARED_ENTRY)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Entry 7 is not of the case that is shown");
    }
}
