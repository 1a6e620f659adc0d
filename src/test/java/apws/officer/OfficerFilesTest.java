package apws.officer;

import static apws.officer.Service.NORTH;
import static apws.officer.Service.SOUTH;
import static apws.officer.Service.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.imports.ImportResult;
import apws.imports.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.core.io.ByteArrayResource;

class OfficerFilesTest {

    @Nested
    class OnH2 extends OnADatabase {

        @Override
        Service start() {
            return Service.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {

        @Override
        Service start() throws Exception {
            return Service.onPostgres();
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class OnADatabase {

        private static final String OFFICERS = """
                User,Name,Post,Telephone,Email,Limit,Patch
                asha,Asha Verma,Senior Officer,01632 960401,asha@council.example,25,9990001 9990002
                ben,Ben Okafor,,01632 960402,ben@council.example,20,
                """;

        private Service service;

        abstract Service start() throws Exception;

        @BeforeAll
        void begin() throws Exception {
            service = start();
        }

        @AfterEach
        void empty() {
            service.clear();
        }

        @AfterAll
        void end() throws Exception {
            service.close();
        }

        @Test
        void take_officers_and_bring_them_up_to_date() {
            assertThat(read(OFFICERS)).extracting(ImportResult::added, ImportResult::rejected).containsExactly(2L, 0L);
            assertThat(service.officers().get("asha")).isEqualTo(new Officer("asha", "Asha Verma", "Senior Officer", "01632 960401",
                    "asha@council.example", 25, null, null, null, null));
            assertThat(service.officers().get("ben").post()).isEqualTo("Education Welfare Officer");
            assertThat(service.officers().patchOf("asha")).containsExactlyInAnyOrder(NORTH, SOUTH);
            assertThat(read(OFFICERS)).extracting(ImportResult::added, ImportResult::corrected, ImportResult::unchanged)
                    .containsExactly(0L, 0L, 2L);
            assertThat(read(OFFICERS.replace("25,9990001 9990002", "25,9990002")).corrected()).isOne();
            assertThat(service.officers().patchOf("asha")).containsExactly(SOUTH);
        }

        @Test
        void leave_an_absence_as_it_is() {
            read(OFFICERS);
            service.officers().away("asha", TODAY, TODAY.plusDays(2), "ben");
            read(OFFICERS.replace("Asha Verma", "Asha Verma-Lee"));
            assertThat(service.officers().get("asha")).extracting(Officer::name, Officer::awayTo, Officer::standIn)
                    .containsExactly("Asha Verma-Lee", TODAY.plusDays(2), "ben");
        }

        @Test
        void take_back_who_has_left_only_where_the_file_says_so() {
            read(OFFICERS);
            service.officers().leaves("ben", TODAY);
            assertThat(service.rejected(read(OFFICERS))).containsExactly(
                    "3,\"\"\"ben\"\" leaves on 2026-11-23: say yes under Returned if they are back\"");
            read("User,Name,Telephone,Email,Limit,Returned\nben,Ben Okafor,01632 960402,ben@council.example,20,yes\n");
            assertThat(service.officers().get("ben").leaves()).isFalse();
        }

        @Test
        void report_bad_officers_by_line_and_reason() {
            var result = read("""
                    User,Name,Post,Telephone,Email,Limit,Patch
                    nobody,Asha Verma,,01632 960401,asha@council.example,25,
                    asha,,,01632 960401,asha@council.example,25,
                    asha,Asha Verma,,01632 960401,asha@council.example,many,
                    asha,Asha Verma,,01632 960401,asha@council.example,25,9990001 9990009
                    asha,Asha Verma,,01632 960401,asha@council.example,25,9990001 9990001
                    """);
            assertThat(service.rejected(result)).containsExactly(
                    "2,\"User \"\"nobody\"\" is nobody who can sign in: make the user first\"",
                    "3,Name is empty",
                    "4,\"Limit \"\"many\"\" is not a number of cases\"",
                    "5,\"Patch \"\"9990009\"\" is no school of the authority's\"");
            assertThat(result.added()).isOne();
        }

        private ImportResult read(String csv) {
            return service.bean(OfficerFiles.class).read("officers.csv", new ByteArrayResource(csv.getBytes(UTF_8)),
                    Sender.ofEverySchool("office"));
        }
    }
}
