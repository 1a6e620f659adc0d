package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import apws.access.Roles;
import apws.imports.ClusterLock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Files of cases under way, as they are sent to {@code /api/cases-under-way}: in their turn, and answered like the other files. */
class CasesUnderWaySentTest extends CaseTraces {

    private static final String HEADINGS = "UPN,Stage,Step,Officer,Since,Date,Time,Place,With,Target,TargetInWords\n";

    @Autowired
    private WebApplicationContext application;
    @Autowired
    private ClusterLock turn;

    private MockMvc web;
    private RequestPostProcessor office;
    private Child child;

    @BeforeEach
    void aChildIsWatchedOnASpreadsheet() {
        web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
        town.itIs("2026-09-21");
        office = httpBasic(town.of(Roles.APWS_OFFICE).id(), "a-password-for-somebody");
        child = town.child();
    }

    @Test
    void theGoodRowsAreInAndTheBadOnesAreListedByLineAndReasonAlsoAfterwards() throws Exception {
        var answer = sent(false, watched(child) + "A000000000000,Stage 1,watch,,2026-09-10,,,,,,\n").andExpect(status().isCreated())
                .andExpect(jsonPath("$.dryRun").value(false)).andExpect(jsonPath("$.result.added").value(1))
                .andExpect(jsonPath("$.placed[0].upn").value(child.pupil().upn())).andExpect(jsonPath("$.placed[0].until").value("2026-10-08"))
                .andExpect(jsonPath("$.refused[0].line").value(3))
                .andExpect(jsonPath("$.refused[0].reason").value("there is no pupil \"A000000000000\""));
        var followed = traced(cases.openCaseOf(child.id()).orElseThrow());

        followed.waitsFor("watch-over").until("2026-10-08");
        asked(address(answer)).andExpect(status().isOk()).andExpect(content().json(answer.andReturn().getResponse().getContentAsString()))
                .andExpect(jsonPath("$.placed[0].caseReference").value(followed.reference()));
    }

    @Test
    void aFileOfWhichNothingElseIsSaidIsOnlyTried() throws Exception {
        var answer = web.perform(multipart("/api/cases-under-way").file(file(watched(child))).with(office)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.dryRun").value(true)).andExpect(jsonPath("$.placed[0].until").value("2026-10-08"))
                .andExpect(jsonPath("$.placed[0].caseReference").isEmpty());

        assertThat(cases.openCaseOf(child.id())).isEmpty();
        asked(address(answer)).andExpect(jsonPath("$.dryRun").value(true)).andExpect(jsonPath("$.placed[0].until").value("2026-10-08"));
    }

    @Test
    void whileAnotherFileIsReadItWaitsAndItsAddressTellsAfterwardsWhatBecameOfIt() throws Exception {
        var reading = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            turn.take("import");
            reading.countDown();
            await(read);
        }));
        await(reading);
        var address = address(sent(false, watched(child)).andExpect(status().isAccepted()).andExpect(jsonPath("$.result.status").value("waiting"))
                .andExpect(jsonPath("$.placed", empty())).andExpect(jsonPath("$.refused", empty())));
        read.countDown();
        other.get(1, TimeUnit.MINUTES);

        Awaitility.await().pollInSameThread().untilAsserted(() -> asked(address).andExpect(jsonPath("$.result.status").value("read")));
        asked(address).andExpect(jsonPath("$.result.importedBy").value("one-of-apws-office")).andExpect(jsonPath("$.placed[*].until", contains("2026-10-08")));
        traced(cases.openCaseOf(child.id()).orElseThrow()).waitsFor("watch-over").until("2026-10-08");
    }

    @Test
    void aSchoolNeitherSendsThemNorReadsWhatBecameOfThem() throws Exception {
        var address = address(sent(true, watched(child)));
        var lead = httpBasic("lead-" + child.pupil().schoolCode(), "a-password-for-" + child.pupil().schoolCode());

        web.perform(multipart("/api/cases-under-way").file(file(watched(child))).param("dryRun", "false").with(lead))
                .andExpect(status().isForbidden());
        web.perform(get(address).with(lead)).andExpect(status().isForbidden());
        assertThat(cases.openCaseOf(child.id())).isEmpty();
    }

    @Test
    void aFileOverItsBoundsIsRefusedAndNothingOfItIsTaken() throws Exception {
        var columns = IntStream.rangeClosed(1, 1001).mapToObj(number -> "C" + number).collect(Collectors.joining(","));
        web.perform(multipart("/api/cases-under-way").file(new MockMultipartFile("file", "cases.csv", "text/csv", (columns + "\n").getBytes(UTF_8)))
                        .param("dryRun", "false").with(office))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.result.refusedBecause", containsString("columns")))
                .andExpect(jsonPath("$.placed", empty()));
    }

    @Test
    void anImportOfAnotherKindIsNotFound() throws Exception {
        asked("/api/cases-under-way/999999999").andExpect(status().isNotFound());
    }

    private static String watched(Child child) {
        return child.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,\n";
    }

    private ResultActions sent(boolean dryRun, String rows) throws Exception {
        return web.perform(multipart("/api/cases-under-way").file(file(rows)).param("dryRun", String.valueOf(dryRun)).with(office));
    }

    private static MockMultipartFile file(String rows) {
        return new MockMultipartFile("file", "cases.csv", "text/csv", (HEADINGS + rows).getBytes(UTF_8));
    }

    private ResultActions asked(String address) throws Exception {
        return web.perform(get(address).with(office));
    }

    private static String address(ResultActions answer) {
        return answer.andReturn().getResponse().getHeader("Location");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
