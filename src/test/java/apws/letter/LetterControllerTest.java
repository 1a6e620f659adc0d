package apws.letter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import apws.access.Viewer;
import apws.casework.Case;
import apws.casework.Cases;
import apws.letter.Letter.Status;
import jakarta.servlet.ServletException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LetterControllerTest {

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final Letters letters = mock();
    private final Cases cases = mock();
    private final Viewer viewer = mock();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new LetterController(letters, cases, mock(), viewer)).build();

    @BeforeEach
    void one() {
        var aCase = new Case("AI-2026-00042", 1, "9990001", LocalDate.of(2026, 11, 2), "d.lee", null, null);
        var letter = new Letter(7, "L-2026-000123", "AL 1.1.0", "S1-01", "AI-2026-00042", 1, 3L, "Ms A Green", Status.HANDED_OVER,
                Instant.parse("2026-11-23T12:00:00Z"), "d.lee", 2, "abc", LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T12:05:00Z"), null,
                null, null);
        when(cases.get(any())).thenReturn(aCase);
        when(cases.find("AI-2026-00042")).thenReturn(Optional.of(aCase));
        when(letters.find(7)).thenReturn(Optional.of(letter));
        when(letters.ofCase("AI-2026-00042")).thenReturn(List.of(letter));
        when(letters.pdf(7)).thenReturn(Optional.of(PDF));
    }

    @Test
    void showsTheLetterUnderANameThatTellsNothingAboutAnybody() throws Exception {
        web.perform(get("/api/letters/7")).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf")).andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", "inline; filename=\"L-2026-000123.pdf\""))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void listsTheLettersOfACaseWithoutTheirAddresses() throws Exception {
        web.perform(get("/api/cases/AI-2026-00042/letters")).andExpect(status().isOk())
                .andExpect(jsonPath("$[0].number").value("L-2026-000123"))
                .andExpect(jsonPath("$[0].to").value("Ms A Green"))
                .andExpect(jsonPath("$[0].status").value("handed over"))
                .andExpect(content().string(not(containsString("ddress"))));
    }

    @Test
    void showsNothingToThoseWhoMayNotSeeTheSchool() {
        doThrow(new AccessDeniedException("not yours")).when(viewer).requireSchool("9990001");

        for (var address : List.of("/api/letters/7", "/api/cases/AI-2026-00042/letters")) {
            Assertions.assertThatThrownBy(() -> web.perform(get(address))).isInstanceOf(ServletException.class)
                    .hasCauseInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void saysWhenThereIsNoSuchLetterOrItIsNotRenderedYet() throws Exception {
        when(letters.pdf(7)).thenReturn(Optional.empty());

        web.perform(get("/api/letters/7")).andExpect(status().isConflict());
        web.perform(get("/api/letters/8")).andExpect(status().isNotFound());
        web.perform(get("/api/cases/AI-2026-99999/letters")).andExpect(status().isNotFound());
    }
}
