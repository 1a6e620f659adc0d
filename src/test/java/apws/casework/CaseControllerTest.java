package apws.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import apws.casework.RecordReaders.Reading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class CaseControllerTest {

    private final Cases cases = mock(Cases.class);
    private final Chronology chronology = mock(Chronology.class);
    private final Entries entries = mock(Entries.class);
    private final Plans plans = mock(Plans.class);
    private final RecordReaders readers = mock(RecordReaders.class);
    private final Reading reading = mock(Reading.class);
    private final CaseController controller = new CaseController(cases, chronology, entries, plans, readers);

    private final Case open = new Case("AI-2026-00001", 7, "9992001", LocalDate.of(2026, 9, 30), "lead", null, null);

    @Test
    void eachReadsThePartsThatAreTheirs() {
        var theirs = new ChronologyLine(1, open.reference(), open.openedOn(), "S1-01, S1-02", "Case opened", Instant.EPOCH, "lead", null, null);
        var others = new ChronologyLine(2, open.reference(), open.openedOn(), "S4-04", "Approved", Instant.EPOCH, "manager", null, null);
        var entry = new Entry(5, open.reference(), "record-interview", "S3-08", JsonNodeFactory.instance.objectNode(), Instant.EPOCH, "officer");
        when(cases.find(open.reference())).thenReturn(Optional.of(open));
        when(readers.of(open)).thenReturn(Optional.of(reading));
        when(chronology.of(open.reference())).thenReturn(List.of(theirs, others));
        when(entries.of(open.reference())).thenReturn(List.of(entry));
        when(reading.ofLine(theirs)).thenReturn(true);

        var read = controller.record(open.reference());

        assertThat(read.of()).isEqualTo(open);
        assertThat(read.chronology()).containsExactly(theirs);
        assertThat(read.entries()).isEmpty();
    }

    @Test
    void anothersCaseIsAnsweredLikeOneThatIsNotThere() {
        when(cases.find(open.reference())).thenReturn(Optional.of(open));
        when(readers.of(open)).thenReturn(Optional.empty());

        for (var reference : List.of(open.reference(), "AI-2026-99999")) {
            assertThatThrownBy(() -> controller.record(reference)).isInstanceOf(ResponseStatusException.class)
                    .hasMessage("404 NOT_FOUND \"There is no case %s that you may see.\"", reference);
        }
        verifyNoInteractions(chronology, entries, plans);
    }
}
