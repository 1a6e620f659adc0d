package apws.register;

import static apws.register.Authority.OTHER_SCHOOL;
import static apws.register.Authority.SCHOOL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import apws.access.Roles;
import apws.imports.ClusterLock;
import apws.pupil.Schools;
import apws.register.Screening.Banding;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class EndpointsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 14);
    private static final String ALDER = Roles.ofSchool(SCHOOL);
    private static final String BOTH = "UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\nA999000125002,2025-09-03,AM,/\n";

    private static Authority authority;
    private static MockMvc web;

    @BeforeAll
    static void begin() throws Exception {
        authority = Authority.onH2();
        web = MockMvcBuilders.standaloneSetup(authority.bean(Class.forName("apws.pupil.ImportEndpoints")),
                authority.bean(RegisterEndpoints.class), authority.bean(SwitchEndpoints.class), authority.bean(DayEndpoints.class))
                .setControllerAdvice(authority.bean(Class.forName("apws.imports.NotMultipart")))
                .setMessageConverters(new ResourceHttpMessageConverter(),
                        new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build())).build();
        authority.pupil("A999000125001", SCHOOL);
        authority.pupil("A999000125002", OTHER_SCHOOL);
    }

    @BeforeEach
    void begins() {
        authority.itIs(TODAY);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        authority.bean(JdbcClient.class).sql("delete from attendance_year").update();
    }

    @AfterAll
    static void end() throws Exception {
        authority.close();
    }

    @Test
    void take_a_register_and_tell_afterwards_what_became_of_it() throws Exception {
        signedIn("sam", ALDER);
        var id = id(send("/api/registers", BOTH).andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("register")).andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.rejected").value(1)));
        web.perform(get("/api/imports/" + id)).andExpect(status().isOk()).andExpect(jsonPath("$.rows").value(2));
        web.perform(get("/api/imports/" + id + "/rejected")).andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(content().string("line,reason\r\n3,a school not its own\r\n"));
    }

    @Test
    void answer_422_with_the_reason_for_a_file_that_is_no_register() throws Exception {
        signedIn("olu", Roles.APWS_OFFICE);
        send("/api/registers", "Name\nAda\n").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.refusedBecause", startsWith("The file is not a register: it has no column UPN")));
    }

    @Test
    void answer_202_while_another_file_is_read_and_tell_afterwards_what_became_of_it() throws Exception {
        signedIn("sam", ALDER);
        var reading = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> authority.inTransaction(() -> {
            authority.bean(ClusterLock.class).take("import");
            reading.countDown();
            return await(read);
        }));
        await(reading);
        var first = id(send("/api/registers", BOTH).andExpect(status().isAccepted()).andExpect(jsonPath("$.status").value("waiting"))
                .andExpect(header().string("Location", startsWith("/api/imports/"))));
        var second = id(send("/api/registers", "UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,I\n").andExpect(status().isAccepted()));
        var none = id(send("/api/registers", "Name\nAda\n").andExpect(status().isAccepted()));
        web.perform(get("/api/imports/" + first)).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("waiting"));
        web.perform(get("/api/imports/" + first + "/rejected")).andExpect(status().isOk()).andExpect(content().string("line,reason\r\n"));
        read.countDown();
        other.get();

        Awaitility.await().pollInSameThread().untilAsserted(() -> web.perform(get("/api/imports/" + none)).andExpect(jsonPath("$.status").value("refused")));
        web.perform(get("/api/imports/" + first)).andExpect(jsonPath("$.status").value("read")).andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.rejected").value(1)).andExpect(jsonPath("$.importedBy").value("sam"));
        web.perform(get("/api/imports/" + second)).andExpect(jsonPath("$.corrected").value(1));
        web.perform(get("/api/imports/" + first + "/rejected")).andExpect(content().string("line,reason\r\n3,a school not its own\r\n"));
        Awaitility.await().pollInSameThread().untilAsserted(() -> send("/api/registers", BOTH).andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("read")));
    }

    @Test
    void let_a_school_say_and_correct_whether_it_was_open_on_a_day_without_school() throws Exception {
        signedIn("sam", ALDER);
        var path = "/api/schools/" + SCHOOL + "/days-without-school";
        send("/api/registers", "UPN,Date,Session,Mark\nA999000125001,2025-11-08,AM,O\n").andExpect(jsonPath("$.added").value(0));
        web.perform(get(path)).andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("Saturday")).andExpect(jsonPath("$[0].marks").value(1));
        web.perform(post(path + "/2025-11-08").param("open", "true")).andExpect(status().isBadRequest());
        web.perform(post(path + "/2025-11-07").param("open", "true").param("why", "Friday")).andExpect(status().isBadRequest());
        web.perform(post(path + "/2025-11-08").param("open", "true").param("why", "Moved from Friday")).andExpect(status().isNoContent());
        assertThat(unauthorised("A999000125001")).isOne();
        web.perform(post(path + "/2025-11-08").param("open", "false")).andExpect(status().isNoContent());
        assertThat(unauthorised("A999000125001")).isZero();
        web.perform(get(path)).andExpect(content().json("[]"));

        signedIn("kim", Roles.ofSchool(OTHER_SCHOOL));
        assertThatThrownBy(() -> web.perform(get(path))).hasCauseInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> web.perform(post(path + "/2025-11-08").param("open", "true").param("why", "x")))
                .hasCauseInstanceOf(AccessDeniedException.class);
        signedIn("eve", Roles.EWO);
        assertThatThrownBy(() -> web.perform(get(path))).hasCauseInstanceOf(AccessDeniedException.class);
    }

    private static int unauthorised(String upn) {
        return authority.bean(Registers.class).unauthorised(authority.bean(apws.pupil.Pupils.class).withUpn(upn).orElseThrow().id(),
                LocalDate.of(2025, 9, 1), TODAY);
    }

    @Test
    void answer_400_to_what_is_not_multipart() throws Exception {
        signedIn("olu", Roles.APWS_OFFICE);
        for (var path : List.of("/api/registers", "/api/pupils", "/api/parents", "/api/schools")) {
            web.perform(post(path).contentType("text/csv").content(BOTH)).andExpect(status().isBadRequest());
        }
    }

    @Test
    void let_the_office_send_for_every_school() throws Exception {
        signedIn("olu", Roles.APWS_OFFICE);
        send("/api/registers", BOTH).andExpect(jsonPath("$.added").value(2)).andExpect(jsonPath("$.rejected").value(0));
    }

    @Test
    void let_nobody_else_send_and_no_school_read_anothers_result() throws Exception {
        signedIn("eve", Roles.EWO);
        assertThatThrownBy(() -> send("/api/registers", BOTH)).hasCauseInstanceOf(AccessDeniedException.class);

        signedIn("sam", ALDER);
        assertThatThrownBy(() -> send("/api/schools", "LAEstab\n")).hasCauseInstanceOf(AccessDeniedException.class);
        var id = id(send("/api/registers", BOTH));
        signedIn("kim", Roles.ofSchool(OTHER_SCHOOL));
        for (var path : List.of("/api/imports/%d", "/api/imports/%d/rejected")) {
            assertThat(reason(path.formatted(id), id)).as("what is said of another's").isEqualTo(reason(path.formatted(999999), 999999));
        }
        signedIn("kit", ALDER);
        web.perform(get("/api/imports/" + id)).andExpect(status().isOk());
    }

    @Test
    void answer_404_for_an_import_or_a_school_that_there_is_not() throws Exception {
        signedIn("olu", Roles.APWS_OFFICE);
        web.perform(get("/api/imports/999999")).andExpect(status().isNotFound());
        web.perform(get("/api/schools/9999999/preview")).andExpect(status().isNotFound());
        web.perform(post("/api/schools/9999999/switch-on")).andExpect(status().isNotFound());
    }

    @Test
    void show_the_office_what_a_school_would_get_and_switch_it_on_and_off() throws Exception {
        signedIn("olu", Roles.APWS_OFFICE);
        var marks = new StringBuilder("UPN,Date,Session,Mark\n");
        authority.bean(apws.calendar.SchoolCalendar.class).schoolDays(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 10, 3))
                .forEach(day -> marks.append("A999000125002,%s,AM,/\nA999000125002,%s,PM,I\n".formatted(day, day)));
        send("/api/registers", marks.toString());
        authority.inTransaction(() -> authority.bean(Screening.class).run(TODAY, Set.of(), figures -> new Banding("AL 1.2.0", true, true)));

        web.perform(get("/api/schools/" + OTHER_SCHOOL + "/preview")).andExpect(status().isOk())
                .andExpect(jsonPath("$.school").value("Birch Secondary")).andExpect(jsonPath("$.letters").value(1))
                .andExpect(jsonPath("$.candidates[0].upn").value("A999000125002"))
                .andExpect(jsonPath("$.candidates[0].attendance").value("50.0 %"))
                .andExpect(jsonPath("$.candidates[0].band").value("AL 1.2.0"));
        web.perform(post("/api/schools/" + OTHER_SCHOOL + "/switch-on").param("from", "2025-11-17")).andExpect(status().isNoContent());
        assertThat(authority.bean(Schools.class).get(OTHER_SCHOOL).switchedOnFrom())
                .isEqualTo(LocalDate.of(2025, 11, 17));
        web.perform(post("/api/schools/" + OTHER_SCHOOL + "/switch-off")).andExpect(status().isNoContent());
        assertThat(authority.bean(Schools.class).get(OTHER_SCHOOL).switchedOnFrom()).isNull();

        signedIn("sam", ALDER);
        assertThatThrownBy(() -> web.perform(get("/api/schools/" + SCHOOL + "/preview"))).hasCauseInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> web.perform(post("/api/schools/" + SCHOOL + "/switch-on"))).hasCauseInstanceOf(AccessDeniedException.class);
    }

    /** Why it is not found, without its own number. */
    private static String reason(String path, long id) throws Exception {
        return web.perform(get(path)).andExpect(status().isNotFound()).andReturn().getResponse().getErrorMessage().replace(String.valueOf(id), "…");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void signedIn(String user, String group) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, "", group));
    }

    private static ResultActions send(String to, String file) throws Exception {
        return web.perform(multipart(to).file(new MockMultipartFile("file", "file.csv", "text/csv", file.getBytes(UTF_8))));
    }

    private static long id(ResultActions answer) throws Exception {
        return JsonPath.<Number>read(answer.andReturn().getResponse().getContentAsString(), "$.id").longValue();
    }
}
