package apws.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import apws.access.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

class CaseControllerTest {

    private final Cases cases = mock(Cases.class);
    private final Chronology chronology = mock(Chronology.class);
    private final Entries entries = mock(Entries.class);
    private final Plans plans = mock(Plans.class);
    private final Viewer viewer = mock(Viewer.class);
    private final CaseController controller = new CaseController(cases, chronology, entries, plans, viewer);

    private final Case open = new Case("AI-2026-00001", 7, "9992001", LocalDate.of(2026, 9, 30), "lead", null, null);

    @Test
    void whoMaySeeTheSchoolReadsTheWholeRecord() {
        var line = new ChronologyLine(1, open.reference(), open.openedOn(), "S1-01, S1-02", "Case opened", Instant.EPOCH, "lead");
        when(cases.find(open.reference())).thenReturn(Optional.of(open));
        when(chronology.of(open.reference())).thenReturn(List.of(line));

        var read = controller.record(open.reference());

        assertThat(read.of()).isEqualTo(open);
        assertThat(read.chronology()).containsExactly(line);
    }

    @Test
    void anotherSchoolReadsNothingOfIt() {
        when(cases.find(open.reference())).thenReturn(Optional.of(open));
        doThrow(new AccessDeniedException("not yours")).when(viewer).requireSchool("9992001");

        assertThatThrownBy(() -> controller.record(open.reference())).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(chronology, entries, plans);
    }

    @Test
    void aCaseThatIsNotThereIsSaidNotToBe() {
        when(cases.find("AI-2026-99999")).thenReturn(Optional.empty());

        assertThatThrownBy(() -> controller.record("AI-2026-99999")).isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("There is no case AI-2026-99999");
    }
}
