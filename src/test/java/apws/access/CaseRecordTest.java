package apws.access;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.pupil.Parent;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case and letter endpoints, asked over HTTP by each role about a case that has an interview, an approval and not yet a referral. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseRecordTest {

    private static final String SCHOOL = "9993101";
    private static final String NONE = "AI-2026-99999";
    private static final List<String> FOR_FEW = List.of("said under caution", "why approved", "Interview recorded", "Prosecution approved");

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private Chronology chronology;

    private String reference;
    private long interview;
    private long invitation;
    private String officer;
    private String standIn;
    private String inConflict;
    private long saidInSchool;
    private long saidUnderCaution;

    @BeforeAll
    void a_case(@Autowired Groups groups, @Autowired Schools schools, @Autowired Pupils pupils, @Autowired Parents parents, @Autowired Cases cases, @Autowired Entries entries,
            @Autowired JdbcClient database) {
        for (var code : List.of(SCHOOL, "9993102")) {
            schools.save(new School(code, "School " + code, "1 High Street", "01632 960000", "office@school.example", "8.30 to 16.00",
                    "Mr H Teacher", "Mrs A Lead", "Attendance Lead", false, null));
            groups.ensureSchoolGroup(code, "School " + code);
        }
        var pupil = pupils.save(new Pupil(null, "A999310000001", "Ada", "Moss", LocalDate.of(2014, 5, 1), "6", SCHOOL,
                LocalDate.of(2018, 9, 1), null, false, false, false, false, false, false, false, false)).id();
        reference = cases.open(pupil, SCHOOL, "system").reference();
        chronology.write(reference, "S1-01, S1-02", "Case opened", "system");
        chronology.write(reference, "S3-08", "Interview recorded", "officer");
        chronology.write(reference, "S2-12", "Penalty notice issued", "manager");
        chronology.write(reference, "S4-04", "Prosecution approved", "manager");
        var json = JsonNodeFactory.instance;
        saidInSchool = entries.record(reference, "record-meeting-outcome", "S1-02", json.objectNode().put("said", "said in school"), "lead").id();
        saidUnderCaution = entries.record(reference, "record-interview", "S3-08", json.objectNode().put("said", "said under caution"), "officer").id();
        entries.record(reference, "approve-prosecution", "S4-04", json.objectNode().put("because", "why approved"), "manager");
        interview = letter(database, "INTERVIEW", "S3-08");
        invitation = letter(database, "AL 1.2.0", "S1-02");
        standIn = officer(database, null);
        officer = officer(database, standIn);
        inConflict = officer(database, null);
        database.sql("insert into allocation (case_reference, held_case, officer, rule, caseload_before, from_on, allocated_by) "
                + "values (?, ?, ?, 'PATCH', 0, date '2026-01-01', 'system')").params(reference, reference, officer).update();
        database.sql("insert into officer_conflict (user_id, pupil_id, because, declared_on, declared_by) values (?, ?, '-', date '2026-01-01', '-')")
                .params(inConflict, pupil).update();
        var parent = parents.save(new Parent(null, "P-9993101-1", "Ms", "Rosa", "Moss", "1 Low Road", "ZZ1 1ZZ", false, "", "", "", null, null)).id();
        parents.link(pupil, parent, "mother", true);
        database.sql("""
                insert into penalty_notice (number, case_reference, pupil_id, parent_id, issued_on, issued_by, which, elsewhere, full_amount, full_days, status)
                values ('PN-2026-77777', :case, :pupil, :parent, date '2026-02-01', 'system', 1, 0, 160, 28, 'ISSUED')""")
                .param("case", reference).param("pupil", pupil).param("parent", parent).update();
    }

    @Test
    void a_school_reads_its_own_part() {
        var lead = as(Doors.somebody(users, Roles.ofSchool(SCHOOL)));

        assertThat(lead.get("/api/cases/" + reference).body()).contains("Case opened", "said in school").doesNotContain(FOR_FEW.toArray(String[]::new));
        assertThat(lead.get("/api/cases/%s/letters".formatted(reference)).body()).contains("AL 1.2.0").doesNotContain("INTERVIEW");
        assertThat(lead.get("/api/letters/" + interview).statusCode()).isEqualTo(404);
        assertThat(lead.get("/api/letters/" + invitation).statusCode()).isEqualTo(200);
    }

    @Test
    void no_403_against_404_tells_whether_a_case_or_a_letter_exists() {
        for (var somebody : List.of(Doors.somebody(users, Roles.ofSchool("9993102")), Doors.somebody(users, Roles.LEGAL),
                Doors.somebody(users, Roles.ANALYST), inConflict)) {
            var browser = as(somebody);
            for (var path : List.of("/api/cases/%s", "/api/cases/%s/letters")) {
                var theirs = browser.get(path.formatted(reference));
                var none = browser.get(path.formatted(NONE));
                assertThat(theirs.statusCode()).as(path).isEqualTo(404).isEqualTo(none.statusCode());
                assertThat(theirs.body().replace(reference, NONE)).isEqualTo(none.body());
            }
            var anothers = browser.get("/api/letters/" + invitation);
            assertThat(anothers.statusCode()).isEqualTo(404);
            assertThat(anothers.body().replace("" + invitation, "999999")).isEqualTo(browser.get("/api/letters/999999").body());
        }
    }

    @Test
    void officers_read_all_of_their_own_and_their_stand_ins_cases_and_less_of_a_colleagues() {
        for (var own : List.of(officer, standIn)) {
            assertThat(as(own).get("/api/cases/" + reference).body()).contains(FOR_FEW);
            assertThat(as(own).get("/api/letters/" + interview).statusCode()).isEqualTo(200);
        }
        var colleague = as(Doors.somebody(users, Roles.EWO));
        assertThat(colleague.get("/api/cases/" + reference).body()).contains("said in school").doesNotContain(FOR_FEW.toArray(String[]::new));
        assertThat(colleague.get("/api/letters/" + interview).statusCode()).isEqualTo(404);
    }

    @Test
    void the_service_manager_who_approves_reads_all() {
        assertThat(as(Doors.somebody(users, Roles.SERVICE_MANAGER)).get("/api/cases/" + reference).body()).contains(FOR_FEW);
    }

    @Test
    void the_page_of_a_case_shows_each_reader_the_same_parts() {
        var school = page(Doors.somebody(users, Roles.ofSchool(SCHOOL)), "/case/" + reference);
        assertThat(school.statusCode()).isEqualTo(200);
        assertThat(school.body()).contains("Ada Moss", "Case opened").doesNotContain("Interview recorded", "Prosecution approved", "PN-2026-77777",
                "Interview under caution");
        assertThat(page(officer, "/case/" + reference).body()).contains("Interview recorded", "Prosecution approved", "PN-2026-77777");
        for (var somebody : strangers()) {
            assertThat(page(somebody, "/case/" + reference).statusCode()).isEqualTo(page(somebody, "/case/" + NONE).statusCode()).isEqualTo(404);
            assertThat(page(somebody, "/case/%s/entries/%d".formatted(reference, saidInSchool)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_was_recorded_opens_to_those_who_may_read_it() {
        var lead = Doors.somebody(users, Roles.ofSchool(SCHOOL));
        assertThat(page(lead, "/case/%s/entries/%d".formatted(reference, saidInSchool)).body()).contains("said in school");
        assertThat(page(lead, "/case/%s/entries/%d".formatted(reference, saidUnderCaution)).statusCode()).isEqualTo(404);
        assertThat(page(officer, "/case/%s/entries/%d".formatted(reference, saidUnderCaution)).body()).contains("said under caution");
        assertThat(page(officer, "/case/%s/entries/%d".formatted(NONE, saidInSchool)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Moss", "moss", "Aida Mos", "A999310000001", "School 9993101"})
    void a_pupil_is_found_by_those_who_may_see_the_case_and_by_nobody_else(String typed) {
        for (var reader : List.of(Doors.somebody(users, Roles.ofSchool(SCHOOL)), officer, Doors.somebody(users, Roles.MANAGER))) {
            assertThat(search(reader, typed)).contains(">Ada Moss<", reference);
        }
        for (var somebody : strangers()) {
            assertThat(search(somebody, typed)).doesNotContain(">Ada Moss<", reference);
        }
    }

    @Test
    void a_case_is_found_by_its_reference_as_people_write_it() {
        var number = reference.substring(reference.lastIndexOf('-') + 1);
        for (var typed : List.of(reference, reference.toLowerCase(Locale.UK), reference.substring("AI-".length()), number)) {
            assertThat(search(officer, typed)).as(typed).contains(reference);
        }
    }

    @Test
    void that_there_is_a_notice_is_told_to_those_who_may_read_it() {
        assertThat(search(officer, "pn-2026-77777")).contains("Ada Moss");
        assertThat(search(Doors.somebody(users, Roles.ofSchool(SCHOOL)), "PN-2026-77777")).doesNotContain(">Ada Moss<");
    }

    private List<String> strangers() {
        return List.of(Doors.somebody(users, Roles.ofSchool("9993102")), Doors.somebody(users, Roles.LEGAL), Doors.somebody(users, Roles.ANALYST), inConflict);
    }

    private String search(String user, String typed) {
        return page(user, "/search?for=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).body();
    }

    private HttpResponse<String> page(String user, String path) {
        var browser = Browser.at(port);
        browser.signIn(user, Doors.PASSWORD);
        return browser.open(path);
    }

    @Test
    void what_is_personal_is_kept_by_no_browser() {
        var officers = as(officer);
        for (var path : List.of("/api/cases/" + reference, "/api/cases/%s/letters".formatted(reference), "/api/letters/" + invitation)) {
            assertThat(officers.get(path).headers().firstValue("Cache-Control").orElseThrow()).as(path).contains("no-store");
        }
    }

    private long letter(JdbcClient database, String code, String step) {
        database.sql("""
                insert into letter (number, code, step, case_reference, pupil_id, recipient_name, recipient_address, template, post, content, status,
                    recorded_at, recorded_by, pdf)
                values (:number, :code, :step, :case, (select pupil_id from attendance_case where reference = :case), 'Ms A Moss', '-', '-',
                    'second class', '{}', 'RENDERED', current_timestamp, 'system', :pdf)""")
                .param("number", "L-" + UUID.randomUUID()).param("code", code).param("step", step).param("case", reference)
                .param("pdf", new byte[] {'%', 'P', 'D', 'F'}).update();
        return database.sql("select max(id) from letter").query(Long.class).single();
    }

    private String officer(JdbcClient database, String standsIn) {
        var user = Doors.somebody(users, Roles.EWO);
        database.sql("""
                insert into officer (user_id, name, post, telephone, email, case_limit, away_from, away_to, stand_in)
                values (:user, 'An Officer', 'EWO', '-', '-', 9, :from, :to, :standIn)""")
                .param("user", user).param("from", standsIn == null ? null : LocalDate.of(2020, 1, 1), Types.DATE)
                .param("to", standsIn == null ? null : LocalDate.of(2099, 1, 1), Types.DATE).param("standIn", standsIn, Types.VARCHAR)
                .update();
        return user;
    }

    private Browser as(String user) {
        return Browser.withPassword(port, user, Doors.PASSWORD);
    }
}
