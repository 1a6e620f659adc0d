package apws.letter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.RecordReaders;
import apws.letter.Letter.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LetterControllerTest {

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final Letters letters = mock();
    private final Cases cases = mock();
    private final RecordReaders readers = mock();
    private final RecordReaders.Reading reading = mock();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new LetterController(letters, cases, mock(), readers)).build();

    @BeforeEach
    void one() {
        var subject = new Case("AI-2026-00042", 1, "9990001", LocalDate.of(2026, 11, 2), "d.lee", null, null);
        var letter = new Letter(7, "L-2026-000123", "AL 1.1.0", "S1-01", "AI-2026-00042", 1, 3L, "Ms A Green", Status.HANDED_OVER,
                Instant.parse("2026-11-23T12:00:00Z"), "d.lee", 2, "abc", LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T12:05:00Z"), null,
                null, null);
        when(cases.get(any())).thenReturn(subject);
        when(cases.find("AI-2026-00042")).thenReturn(Optional.of(subject));
        when(letters.find(7)).thenReturn(Optional.of(letter));
        when(letters.ofCase("AI-2026-00042")).thenReturn(List.of(letter));
        when(letters.pdf(7)).thenReturn(Optional.of(PDF));
        when(readers.of(subject)).thenReturn(Optional.of(reading));
        when(reading.ofLetter("AL 1.1.0")).thenReturn(true);
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
    void anothersLetterIsAnsweredLikeOneThatIsNotThere() throws Exception {
        when(readers.of(any())).thenReturn(Optional.empty());

        for (var address : List.of("/api/letters/7", "/api/letters/8", "/api/cases/AI-2026-00042/letters", "/api/cases/AI-2026-99999/letters")) {
            web.perform(get(address)).andExpect(status().isNotFound());
        }
    }

    @Test
    void ofACaseThatIsTheirsEachReadsTheLettersThatAreTheirs() throws Exception {
        when(reading.ofLetter("AL 1.1.0")).thenReturn(false);

        web.perform(get("/api/letters/7")).andExpect(status().isNotFound());
        web.perform(get("/api/cases/AI-2026-00042/letters")).andExpect(status().isOk()).andExpect(content().json("[]"));
    }

    @Test
    void saysWhenThereIsNoSuchLetterOrItIsNotRenderedYet() throws Exception {
        when(letters.pdf(7)).thenReturn(Optional.empty());

        web.perform(get("/api/letters/7")).andExpect(status().isConflict());
        web.perform(get("/api/letters/8")).andExpect(status().isNotFound());
        web.perform(get("/api/cases/AI-2026-99999/letters")).andExpect(status().isNotFound());
    }
}
