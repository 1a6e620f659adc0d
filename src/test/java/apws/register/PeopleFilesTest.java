package apws.register;

import static apws.register.Authority.OTHER_SCHOOL;
import static apws.register.Authority.SCHOOL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.verify;

import apws.access.Groups;
import apws.imports.ImportResult;
import apws.imports.Sender;
import apws.pupil.Parent;
import apws.pupil.ParentFiles;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.PupilFiles;
import apws.pupil.Pupils;
import apws.pupil.SchoolFiles;
import apws.pupil.Schools;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class PeopleFilesTest {

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        Authority start() {
            return Authority.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends OnADatabase {
        @Override
        Authority start() throws Exception {
            return Authority.onPostgres();
        }
    }

    abstract static class OnADatabase extends OnAnAuthority {

        private static final String PUPILS = """
                UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,Left,SEN,YoungCarer
                A999000125001,Ada,Moss,2014-05-01,6,9990001,2018-09-03,,yes,N
                A999000125002,Ben,Moss,2016-03-31,4,9990001,03/09/2020,,,
                A999000125003,Cat,Fern,2012-12-24,8,9990002,2023-09-04,,,1
                """;
        private static final String PARENTS = """
                Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,Postcode,AddressConfidential,DoNotContactReason,DoNotContactAuthorisedBy
                P1,A999000125001,mother,yes,Ms,Dee,Moss,1 High Street|Newtown,ZZ1 1ZZ,,,
                P1,A999000125002,mother,yes,Ms,Dee,Moss,1 High Street|Newtown,ZZ1 1ZZ,,,
                P2,A999000125001,father,no,Mr,Éamon,Moss,"9 Low Road
                Oldtown",ZZ9 9ZZ,yes,no contact order,Ms S Manager
                P3,A999000125003,aunt,yes,,,Fern,,,,,
                """;

        @BeforeEach
        void empty() {
            authority.empties("former_upn", "former_school", "not_sent", "parent_reference", "parent_of_pupil", "parent", "pupil");
        }

        @Test
        void take_pupils_and_bring_them_up_to_date() {
            assertThat(pupils(PUPILS)).extracting(ImportResult::added, ImportResult::rejected).containsExactly(3L, 0L);
            var ada = pupil("A999000125001");
            assertThat(ada).isEqualTo(new Pupil(ada.id(), "A999000125001", "Ada", "Moss", LocalDate.of(2014, 5, 1), "6", SCHOOL,
                    LocalDate.of(2018, 9, 3), null, true, false, false, false, false, false, false, false));
            assertThat(pupil("A999000125003").youngCarer()).isTrue();

            var again = pupils(PUPILS.replace("Cat,Fern", "Catherine,Fern"));
            assertThat(again).extracting(ImportResult::added, ImportResult::corrected, ImportResult::unchanged).containsExactly(0L, 1L, 2L);
            assertThat(pupil("A999000125003").name()).isEqualTo("Catherine Fern");
            assertThat(authority.bean(Pupils.class).ofSchool(SCHOOL)).extracting(Pupil::firstName).containsExactly("Ada", "Ben");
        }

        @Test
        void report_bad_pupils_by_line_and_reason() {
            var result = pupils("""
                    UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,Left,SEN
                    A99900012500,Ada,Moss,2014-05-01,6,9990001,2018-09-03,,
                    A999000125001,,Moss,2014-05-01,6,9990001,2018-09-03,,
                    A999000125001,Ada,Moss,2014-02-29,6,9990001,2018-09-03,,
                    A999000125001,Ada,Moss,2014-05-01,6,9990008,2018-09-03,,
                    A999000125001,Ada,Moss,2014-05-01,6,9990001,2018-09-03,2018-09-02,
                    A999000125001,Ada,Moss,2014-05-01,6,9990001,2018-09-03,,maybe
                    A999000125001,Ada,Moss,2014-05-01,6,9990001,2018-09-03
                    A999000125001,Ada,Moss,2014-05-01,6,9990001,2018-09-03,,
                    """);
            assertThat(authority.rejected(result)).containsExactly(
                    "2,\"UPN \"\"A99900012500\"\" is not a unique pupil number\"",
                    "3,Forename is empty",
                    "4,\"DOB \"\"2014-02-29\"\" is not a date\"",
                    "5,\"LAEstab \"\"9990008\"\" is no school of the authority's\"",
                    "6,Left is before Admitted",
                    "7,\"SEN \"\"maybe\"\" is neither yes nor no\"",
                    "8,has 7 columns where the headings have 9");
            assertThat(result.added()).isOne();
        }

        @Test
        void let_a_school_send_its_own_pupils_only() {
            pupils(PUPILS);
            var own = authority.bean(PupilFiles.class).read("pupils.csv", file(PUPILS.replace("A999000125003,Cat,Fern,2012-12-24,8,9990002",
                    "A999000125003,Cat,Fern,2012-12-24,8,9990001")), Sender.ofSchool("sam", SCHOOL));
            assertThat(authority.rejected(own)).containsExactly("4,a school not its own");
            assertThat(pupil("A999000125003").schoolCode()).isEqualTo(OTHER_SCHOOL);

            var theirs = authority.bean(ParentFiles.class).read("parents.csv", file(PARENTS), Sender.ofSchool("sam", SCHOOL));
            assertThat(authority.rejected(theirs)).containsExactly("6,a school not its own");
        }

        @Test
        void take_parents_each_at_an_address_of_their_own() {
            pupils(PUPILS);
            assertThat(parents(PARENTS)).extracting(ImportResult::rows, ImportResult::added, ImportResult::corrected, ImportResult::rejected)
                    .containsExactly(4L, 3L, 1L, 0L);
            var ofAda = authority.bean(Parents.class).of(pupil("A999000125001").id());
            assertThat(ofAda).extracting(ParentOfPupil::relationship, ParentOfPupil::livesWithPupil)
                    .containsExactly(tuple("mother", true), tuple("father", false));
            assertThat(ofAda.get(0).parent()).extracting(Parent::name, Parent::address, Parent::language, Parent::mayBeWrittenTo)
                    .containsExactly("Ms D Moss", "1 High Street\nNewtown", "English", true);
            assertThat(ofAda.get(1).parent()).extracting(Parent::name, Parent::address, Parent::addressConfidential, Parent::mayBeWrittenTo)
                    .containsExactly("Mr É Moss", "9 Low Road\nOldtown", true, false);
            assertThat(authority.bean(Parents.class).of(pupil("A999000125003").id()).get(0).parent())
                    .extracting(Parent::name, Parent::mayBeWrittenTo).containsExactly("Fern", false);
            assertThat(authority.bean(Pupils.class).siblings(pupil("A999000125001").id())).extracting(Pupil::firstName).containsExactly("Ben");

            assertThat(parents(PARENTS)).extracting(ImportResult::added, ImportResult::corrected, ImportResult::unchanged)
                    .containsExactly(0L, 0L, 4L);
        }

        @Test
        void keep_a_corrected_address_until_the_school_sends_another() {
            pupils(PUPILS);
            parents(PARENTS);
            var parents = authority.bean(Parents.class);
            var id = parents.withReference(SCHOOL, "P1").orElseThrow().id();
            parents.correctAddress(id, "2 New Street\nNewtown", "ZZ2 2ZZ");
            parents(PARENTS);
            assertThat(parents.get(id)).extracting(Parent::address, Parent::postcode).containsExactly("2 New Street\nNewtown", "ZZ2 2ZZ");
            parents(PARENTS.replace("Ms,Dee", "Mrs,Dee"));
            assertThat(parents.get(id)).extracting(Parent::title, Parent::postcode).containsExactly("Mrs", "ZZ2 2ZZ");
            parents(PARENTS.replace("1 High Street|Newtown,ZZ1 1ZZ", "3 Far Lane|Newtown,ZZ3 3ZZ"));
            assertThat(parents.get(id)).extracting(Parent::address, Parent::postcode).containsExactly("3 Far Lane\nNewtown", "ZZ3 3ZZ");
        }

        @Test
        void ask_who_decided_that_a_parent_is_not_to_be_contacted() {
            pupils(PUPILS);
            assertThat(authority.rejected(parents(PARENTS.replace("Ms S Manager", "")))).containsExactly(
                    "4,DoNotContactReason without DoNotContactAuthorisedBy: say who decided so");
        }

        @Test
        void take_schools_but_not_whether_they_are_switched_on() {
            var schools = authority.bean(Schools.class);
            schools.switchOn(SCHOOL, LocalDate.of(2025, 9, 1));
            var result = authority.bean(SchoolFiles.class).read("schools.csv", file("""
                    LAEstab,Name,Address,Headteacher,AttendanceLead,Independent
                    9990001,Alder Community Primary,1 High Street|Newtown,Mr H Teacher,Mrs A Lead,no
                    999001,Cedar,1 High Street,Mr H Teacher,Mrs A Lead,no
                    """), Sender.ofEverySchool("office"));
            assertThat(authority.rejected(result)).containsExactly("3,\"LAEstab \"\"999001\"\" is not seven digits\"");
            assertThat(schools.get(SCHOOL).name()).isEqualTo("Alder Community Primary");
            assertThat(schools.get(SCHOOL).switchedOnFrom()).isEqualTo(LocalDate.of(2025, 9, 1));
        }

        @Test
        void give_each_school_a_group_for_its_attendance_leads() {
            authority.bean(SchoolFiles.class).read("schools.csv", file("""
                    LAEstab,Name,Address,Headteacher,AttendanceLead
                    9990077,Cedar School,7 High Street,Mr H Teacher,Mrs A Lead
                    """), Sender.ofEverySchool("office"));
            verify(authority.bean(Groups.class)).ensureSchoolGroup("9990077", "Cedar School");
        }

        @Test
        void refuse_a_file_without_their_headings() {
            assertThat(pupils("UPN,Name\nA999000125001,Ada\n").refusedBecause()).isEqualTo("The file has no column Forename, Surname, DOB, "
                    + "YearGroup, LAEstab, Admitted; its headings are \"UPN, Name\". Other headings are configured under apws.imports.headings.");
        }

        private ImportResult pupils(String csv) {
            return authority.bean(PupilFiles.class).read("pupils.csv", file(csv), Sender.ofEverySchool("office"));
        }

        private ImportResult parents(String csv) {
            return authority.bean(ParentFiles.class).read("parents.csv", file(csv), Sender.ofEverySchool("office"));
        }

        private Pupil pupil(String upn) {
            return authority.bean(Pupils.class).withUpn(upn).orElseThrow();
        }

        private static ByteArrayResource file(String csv) {
            return new ByteArrayResource(csv.getBytes(UTF_8));
        }
    }
}
