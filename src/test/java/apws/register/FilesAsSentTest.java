package apws.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import apws.imports.ImportResult;
import apws.imports.Sender;
import apws.pupil.Parent;
import apws.pupil.ParentFiles;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.PupilFiles;
import apws.pupil.Pupils;
import apws.pupil.SchoolFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/** Files as schools really send them, with what must come of each. */
class FilesAsSentTest {

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

        private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
        private static final String ADA = "A999209000001";
        private static final String BEN = "B999209000002";
        private static final String CAL = "C999209000003";
        private static final String EVE = "E999209000005";
        private static final String PUPILS = "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted";
        private static final String PARENTS = "Reference,UPN,Relationship,Surname,Address,Postcode";

        @BeforeAll
        void begin() {
            authority.itIs(TODAY);
        }

        @BeforeEach
        void theSchoolAndItsPupils() {
            authority.empties("candidate", "mark_correction", "attendance_year", "day_without_school", "former_upn", "former_school", "not_sent",
                    "parent_reference", "parent_of_pupil", "parent", "pupil");
            authority.bean(SchoolFiles.class).read("schools.csv", sent("00-school"), office());
            assertThat(pupils(sent("00-pupils")).added()).isEqualTo(6);
        }

        @Test
        void a_stray_quote_rejects_both_lines_and_gives_no_pupil_anothers_mark() {
            var result = register(sent("03-wrong-pupil"));
            assertThat(lines(result)).containsExactly(2, 3);
            assertThat(marks(ADA)).isEmpty();
            assertThat(marks(BEN)).isEmpty();
        }

        @Test
        void a_stray_quote_rejects_both_lines_and_gives_no_parent_anothers_street() {
            var result = parents(sent("03-wrong-address"));
            assertThat(lines(result)).containsExactly(2, 3);
            assertThat(parentsOf(ADA)).isEmpty();
            assertThat(parentsOf(BEN)).isEmpty();
        }

        @Test
        void the_next_good_line_after_a_stray_quote_is_taken_exactly_as_it_stands() {
            var result = parents(file(PARENTS, """
                    T-7,%s,Mother,One,"Flat 5" 12 High Street",XF1 1AA
                    T-8,%s,Mother,Two,"Flat 7, ""The Oaks"", 9 Low Road
                    Testwick",XF1 2BB
                    T-9,%s,Mother,Three,12" Street,XF1 2BB
                    T-10,%s,Mother,Three,"3 High Street",XF1 1AC
                    """.formatted(ADA, BEN, CAL, CAL)));
            assertThat(authority.rejected(result)).containsExactly(
                    "2,\"a quote stands where none may be: put the whole field between quotes, and double each quote in it\"",
                    "5,\"a quote stands where none may be: put the whole field between quotes, and double each quote in it\"");
            assertThat(parentsOf(BEN).get(0).parent().address()).isEqualTo("Flat 7, \"The Oaks\", 9 Low Road\nTestwick");
            assertThat(parentsOf(CAL)).extracting(of -> of.parent().reference()).containsExactly("T-10");
        }

        @Test
        void a_quote_that_swallows_a_whole_row_takes_nothing_from_it_though_the_columns_fit() {
            var result = register(file("UPN,Name,Date,Session,Mark", """
                    %s,"Ada,2026-09-14,AM,/
                    %s,Ben",2026-09-14,AM,O
                    %s,Cal,2026-09-14,AM,I
                    """.formatted(ADA, BEN, CAL)));
            assertThat(lines(result)).containsExactly(2, 3);
            assertThat(marks(ADA)).isEmpty();
            assertThat(marks(BEN)).isEmpty();
            assertThat(marks(CAL)).containsExactly("I");
        }

        @Test
        void only_an_address_goes_on_over_a_line_end() {
            assertThat(authority.rejected(pupils(file(PUPILS, "%s,Ada,\"One\nor Two\",2015-03-01,6,9992090,2024-09-01\n".formatted(ADA)))))
                    .containsExactly("2,Surname goes on over a line end: is a quote missing?");
        }

        @Test
        void spaces_of_every_kind_around_fields_and_headings_are_trimmed_by_every_reader() {
            assertThat(register(sent("02-trailing-space"))).extracting(ImportResult::rejected, ImportResult::added).containsExactly(0L, 4L);
            assertThat(register(sent("33b"))).extracting(ImportResult::rejected, ImportResult::added).containsExactly(0L, 1L);
            assertThat(marks(CAL)).containsExactly("/", "/");
            var wide = file("\uFEFF\u00A0UPN\t,2026-09-09\u00A0AM ,\u20032026-09-09 PM", "\u00A0%s\u2003, / ,\u00A0\\\n".formatted(EVE));
            assertThat(register(wide)).extracting(ImportResult::rejected, ImportResult::added).containsExactly(0L, 2L);
            var people = file(PARENTS.replace(",", " ,\u00A0"), "\u00A0T-1\u2003,%s\u00A0, mother\t,\u00A0One ,\u20031 High\u00A0\u00A0Street |  Testwick ,XF1\t1AA\n"
                    .formatted(ADA));
            assertThat(parents(people).rejected()).isZero();
            assertThat(parentsOf(ADA).get(0).parent()).extracting(Parent::reference, Parent::lastName, Parent::address, Parent::postcode)
                    .containsExactly("T-1", "One", "1 High Street\nTestwick", "XF1 1AA");
        }

        @Test
        void letters_hyphens_and_white_space_are_tidied_when_read() {
            assertThat(parents(sent("30-names")).rejected()).isZero();
            assertThat(parentsOf(ADA)).extracting(of -> of.parent().reference(), of -> of.parent().firstName(), of -> of.parent().lastName(),
                    of -> of.parent().address()).contains(
                            tuple("L-1", "Zo", "Smith-Jones", "1 High Street\nBrackenhithe"),
                            tuple("L-2", "Jos\u00E9", "Garc\u00EDa", "2 High Street\nBrackenhithe"),
                            tuple("L-3", "Tab", "Character", "Flat 1 3 High Street\nBrackenhithe"),
                            tuple("L-4", "Zero", "Width", "4 High Street\nBrackenhithe"),
                            tuple("L-7", "Tag", "<b>Bold</b> & \"Co\"", "7 High Street\nBrackenhithe"));
        }

        @Test
        void a_pupils_column_that_is_not_there_changes_nothing() {
            pupils(sent("32-a"));
            assertThat(pupils(sent("32-b")).unchanged()).isOne();
            assertThat(authority.bean(Pupils.class).withUpn(CAL).orElseThrow()).satisfies(cal -> {
                assertThat(cal.sen()).isTrue();
                assertThat(cal.lookedAfter()).isTrue();
            });
            pupils(file(PUPILS + ",SEN,Left", "%s,Cal,Three,2015-03-03,6,9992090,2024-09-01,,2026-11-20\n".formatted(CAL)));
            assertThat(authority.bean(Pupils.class).withUpn(CAL).orElseThrow()).satisfies(cal -> {
                assertThat(cal.sen()).as("an empty field is a no").isFalse();
                assertThat(cal.lookedAfter()).isTrue();
                assertThat(cal.leftOn()).isEqualTo("2026-11-20");
            });
            pupils(sent("32-b"));
            assertThat(authority.bean(Pupils.class).withUpn(CAL).orElseThrow().leftOn()).isEqualTo("2026-11-20");
        }

        @Test
        void a_parents_column_that_is_not_there_changes_nothing_and_a_parent_under_a_court_order_is_not_written_to() {
            parents(sent("32-c"));
            assertThat(parents(sent("32-d")).unchanged()).isOne();
            assertThat(parentsOf(CAL)).singleElement().satisfies(of -> {
                assertThat(of.parent().mayBeWrittenTo()).isFalse();
                assertThat(of.parent().addressConfidential()).isTrue();
            });
            var headings = PARENTS + ",AddressConfidential,DoNotContactReason,DoNotContactAuthorisedBy";
            parents(file(headings, "L-10,%s,Father,Three,10 High Street,XF1 1AA,,,\n".formatted(CAL)));
            assertThat(parentsOf(CAL).get(0).parent()).satisfies(father -> {
                assertThat(father.mayBeWrittenTo()).as("an empty field lifts no order").isFalse();
                assertThat(father.addressConfidential()).isTrue();
            });
            parents(file(headings, "L-10,%s,Father,Three,10 High Street,XF1 1AA,no,,Ms S Manager\n".formatted(CAL)));
            assertThat(parentsOf(CAL).get(0).parent()).satisfies(father -> {
                assertThat(father.mayBeWrittenTo()).isTrue();
                assertThat(father.addressConfidential()).isFalse();
            });
        }

        @Test
        void a_schools_column_that_is_not_there_changes_nothing() {
            authority.bean(SchoolFiles.class).read("schools.csv", file("LAEstab,Name,Address,Headteacher,AttendanceLead,Telephone,Independent",
                    "9992090,Testwick Primary,1 Test Lane|Testwick,Ms H Ead,Mr A Lead,01632 960555,yes\n"), office());
            var again = authority.bean(SchoolFiles.class).read("schools.csv", sent("00-school"), office());
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.remarks()).contains("Testwick High has neither Telephone nor Email: its letters cannot say how to reach Ms B Lead.");
        }

        @Test
        void a_file_that_contradicts_itself_about_a_parent_is_reported_with_both_rows_and_the_stricter_flag_is_kept() {
            var result = parents(sent("18-siblings"));
            assertThat(authority.rejected(result)).containsExactly(
                    "2,says of the parent T-18 of the school 9992090 something else than line 3: neither was taken",
                    "3,says of the parent T-18 of the school 9992090 something else than line 2: neither was taken");
            assertThat(parentsOf(ADA).get(0).parent()).satisfies(mother -> {
                assertThat(mother.addressConfidential()).isTrue();
                assertThat(mother.mayBeWrittenTo()).as("at neither address").isFalse();
            });
            assertThat(parents(sent("18-siblings"))).extracting(ImportResult::added, ImportResult::corrected).containsExactly(0L, 0L);

            parents(file(PARENTS, "T-18,%s,Mother,One,1 New Road,XF1 1AA\n".formatted(ADA)));
            assertThat(parentsOf(ADA).get(0).parent()).extracting(Parent::address, Parent::addressConfidential).containsExactly("1 New Road", true);
            parents(sent("18-siblings"));
            assertThat(parentsOf(ADA).get(0).parent()).extracting(Parent::address, Parent::addressConfidential).containsExactly("1 New Road", true);
        }

        @Test
        void a_file_that_contradicts_itself_about_a_pupil_or_a_school_is_reported_with_both_rows() {
            var result = pupils(file(PUPILS + ",LookedAfter", """
                    %1$s,Ada,One,2015-03-01,6,9992090,2024-09-01,yes
                    %1$s,Ada,Oneill,2015-03-01,6,9992090,2024-09-01,no
                    %2$s,Ben,Two,2015-03-02,6,9992090,2024-09-01,no
                    %2$s,Ben,Two,2015-03-02,6,9992090,2024-09-01,no
                    """.formatted(ADA, BEN)));
            assertThat(lines(result)).containsExactly(2, 3);
            assertThat(result.unchanged()).isEqualTo(2);
            assertThat(authority.bean(Pupils.class).withUpn(ADA).orElseThrow()).satisfies(ada -> {
                assertThat(ada.lastName()).isEqualTo("One");
                assertThat(ada.lookedAfter()).isTrue();
            });
            var schools = authority.bean(SchoolFiles.class).read("schools.csv", file("LAEstab,Name,Address,Headteacher,AttendanceLead", """
                    9992090,Testwick Primary,1 Test Lane|Testwick,Ms H Ead,Mr A Lead
                    9992090,Testwick Infants,1 Test Lane|Testwick,Ms H Ead,Mr A Lead
                    """), office());
            assertThat(lines(schools)).containsExactly(2, 3);
        }

        @Test
        void columns_whose_dates_cannot_be_read_are_named() {
            var result = register(sent("13b-days"));
            assertThat(authority.rejected(result)).containsExactly(
                    "1,\"the column \"\"8/9/2026\"\" was not read: its heading is no date as configured under apws.imports.date-formats\"",
                    "1,\"the column \"\"9 Sep 2026\"\" was not read: its heading is no date as configured under apws.imports.date-formats\"");
            assertThat(marks(CAL)).containsExactly("/", "\\", "/", "\\");
        }

        @Test
        void a_column_that_nobody_reads_is_named() {
            assertThat(parents(file(PARENTS + ",AddressConfidental", "T-1,%s,Mother,One,1 High Street,XF1 1AA,yes\n".formatted(ADA))).remarks())
                    .containsExactly("Columns that were not read: \"AddressConfidental\".");
            assertThat(pupils(sent("00-pupils")).remarks()).isEmpty();
        }

        @Test
        void a_column_that_is_there_twice_is_refused() {
            assertThat(pupils(file(PUPILS + ",Surname", "")).refusedBecause())
                    .isEqualTo("The file has two columns Surname: \"Surname\" and \"Surname\". Leave one out.");
        }

        @Test
        void marks_in_the_year_26_or_in_1900_are_rejected_with_the_date() {
            assertThat(authority.rejected(register(sent("15-years")))).containsExactly(
                    "2,the date 0026-09-07 cannot be: it is before 2011-11-25", "3,the date 1900-01-01 cannot be: it is before 2011-11-25");
            assertThat(marks(ADA)).isEmpty();
        }

        @Test
        void dates_of_pupils_are_plausible_and_compared_with_each_other() {
            var result = pupils(sent("16-dates"));
            assertThat(authority.rejected(result)).containsExactly(
                    "2,\"DOB \"\"01/09/0015\"\" cannot be: it is not between 1996-11-25 and 2036-11-25\"",
                    "3,\"DOB \"\"01/09/2115\"\" cannot be: it is not between 1996-11-25 and 2036-11-25\"",
                    "4,Admitted is before DOB",
                    "5,\"DOB \"\"01/09/2015 00:00:00\"\" is not a date\"",
                    "6,\"Left \"\"01/01/1900\"\" cannot be: it is not between 1996-11-25 and 2036-11-25\"",
                    "7,\"DOB \"\"1/9/2015\"\" is not a date\"");
            assertThat(result.added()).isZero();
            assertThat(authority.rejected(pupils(file(PUPILS, "A999209000099,New,Born,2026-11-26,R,9992090,2026-11-27\n"))))
                    .containsExactly("2,DOB 2026-11-26 is in the future");
        }

        @Test
        void a_line_that_cannot_be_stored_is_rejected_and_the_others_are_taken() {
            var result = pupils(sent("21-nul-pg"));
            assertThat(authority.rejected(result)).containsExactly("3,\"Surname holds a character that cannot be stored, such as NUL\"");
            assertThat(result.unchanged()).isOne();
            assertThat(lines(register(file("UPN,Date,Session,Mark", "%s,2026-09-08,AM,\0\n%s,2026-09-08,AM,/\n".formatted(ADA, BEN)))))
                    .containsExactly(2);
            assertThat(lines(parents(file(PARENTS, "T-1,%s,Mother,One,\uD800,XF1 1AA\nT\0,%s,Mother,One,,XF1 1AA\n".formatted(ADA, ADA)))))
                    .containsExactly(3);
            var named = authority.bean(PupilFiles.class).read("a\0b\n.csv", sent("00-pupils"), office());
            assertThat(named.fileName()).isEqualTo("a b .csv");
        }

        @Test
        void a_D_gives_way_to_the_other_schools_mark_in_one_file() {
            register(file("UPN,Date,Session,Mark", """
                    %1$s,2026-09-16,AM,D
                    %1$s,2026-09-16,AM,/
                    %1$s,2026-09-16,PM,O
                    %1$s,2026-09-16,PM,D
                    """.formatted(EVE)));
            assertThat(marks(EVE)).containsExactly("/", "O");
        }

        @Test
        void a_D_gives_way_to_the_other_schools_mark_whichever_file_comes_first() {
            register(sent("10-pru"));
            var main = register(sent("10-main"));
            assertThat(marks(EVE)).containsExactly("/", "O");
            assertThat(main).extracting(ImportResult::corrected, ImportResult::rejected).containsExactly(0L, 0L);
            assertThat(main.remarks()).containsExactly(EVE + ": in 2 sessions D gave way to the mark that is held, as of the other school.");

            authority.empties("mark_correction", "attendance_year");
            register(sent("10-main"));
            register(sent("10-pru"));
            assertThat(marks(EVE)).containsExactly("/", "O");
        }

        @Test
        void a_school_all_of_whose_marks_are_held_corrects_them_to_D_and_another_does_not() {
            var school = Sender.ofSchool("lead", "9992090");
            register(sent("10-pru"), school);
            assertThat(register(sent("10-main"), school).corrected()).isEqualTo(2);
            assertThat(marks(EVE)).containsExactly("D", "D");
            register(sent("10-pru"));
            assertThat(register(sent("10-main"), school).corrected()).isZero();
            assertThat(marks(EVE)).containsExactly("/", "O");
        }

        @Test
        void marks_on_days_without_school_are_reported_and_count_nowhere_until_the_school_confirms_that_it_was_open() {
            var result = register(sent("11-holiday"));
            assertThat(authority.rejected(result)).containsExactly(
                    "2,\"2025-12-25 is no school day: kept, and counted once the school has said that it was open\"",
                    "3,\"2026-10-28 is no school day: kept, and counted once the school has said that it was open\"",
                    "4,\"2026-08-31 is no school day: kept, and counted once the school has said that it was open\"",
                    "5,\"2026-10-31 is a Saturday: kept, and counted once the school has said that it was open\"");
            assertThat(result.added()).isZero();
            assertThat(marks(ADA)).isEmpty();
            var days = authority.bean(DaysWithoutSchool.class);
            assertThat(days.schoolsToAsk()).containsExactly("9992090");
            assertThat(days.unanswered("9992090")).extracting(DaysWithoutSchool.Unanswered::day, DaysWithoutSchool.Unanswered::kind,
                    DaysWithoutSchool.Unanswered::marks).containsExactly(
                            tuple(LocalDate.of(2025, 12, 25), "no school day", 1), tuple(LocalDate.of(2026, 8, 31), "no school day", 1),
                            tuple(LocalDate.of(2026, 10, 28), "no school day", 1), tuple(LocalDate.of(2026, 10, 31), "Saturday", 1));

            days.answer("9992090", LocalDate.of(2026, 10, 31), true, "lead", "Moved from another day");
            days.answer("9992090", LocalDate.of(2026, 10, 28), false, "lead", null);
            days.answer("9992091", LocalDate.of(2025, 12, 25), true, "another school's lead", "A boarding school");
            assertThat(unauthorised(ADA)).containsExactly(LocalDate.of(2026, 10, 31));
            assertThat(days.unanswered("9992090")).hasSize(2);
            assertThat(lines(register(sent("11-holiday")))).containsExactly(2, 3, 4);
            days.answer("9992090", LocalDate.of(2026, 10, 31), false, "lead", null);
            assertThat(unauthorised(ADA)).isEmpty();
        }

        @Test
        void half_term_does_not_count_towards_a_notice_nor_in_screening() {
            pupils(sent("40-pupils"));
            register(sent("40-reg"));
            var half = authority.bean(Pupils.class).withUpn("A999209100015").orElseThrow();
            var registers = authority.bean(Registers.class);
            assertThat(registers.figures(half.id(), LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 1)).possible()).isZero();
            assertThat(registers.unauthorisedSessions(half.id(), LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 1))).isEmpty();
            authority.empties("screening_run", "candidate", "day_without_school");
            authority.inTransaction(() -> authority.bean(Screening.class).run(TODAY, java.util.Set.of(),
                    figures -> new Screening.Banding("AL 1.2.0", false, false)));
            assertThat(authority.bean(Screening.class).preview("9992091")).filteredOn(found -> found.pupilId() == half.id()).singleElement()
                    .satisfies(found -> assertThat(found.figures()).isEqualTo(registers.figures(half.id(), LocalDate.of(2026, 9, 1), TODAY)));
            assertThat(authority.bean(DaysWithoutSchool.class).unanswered("9992091")).as("found by screening too, in what was held before")
                    .extracting(DaysWithoutSchool.Unanswered::day).contains(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30));
        }

        @Test
        void a_key_that_no_index_takes_is_rejected() {
            assertThat(authority.rejected(parents(file(PARENTS, "%s,%s,Mother,One,1 High Street,XF1 1AA\n".formatted("T".repeat(3000), ADA)))))
                    .singleElement().asString().endsWith("is longer than 100 characters\"");
            assertThat(authority.rejected(parents(file(PARENTS, "T-1,%s,Mother,%s,1 High Street,XF1 1AA\n".formatted(ADA, "x".repeat(4001))))))
                    .containsExactly("2,a field is longer than 4000 characters");
        }

        @Test
        void a_heading_of_a_million_columns_is_refused_at_once() {
            long before = System.nanoTime();
            var result = register(file("UPN" + ",2026-09-07".repeat(90_000), ""));
            assertThat(result.refusedBecause()).isEqualTo("The file has more than 1000 columns (apws.imports.limits.columns).");
            result = register(file("UPN" + ",a".repeat(1_000_000), ""));
            assertThat(result.refusedBecause()).startsWith("The file has no headings: of its first line, is longer than a row can be");
            assertThat((System.nanoTime() - before) / 1_000_000_000).isLessThan(10);
        }

        @Test
        void a_file_of_bad_rows_is_given_up() {
            var rows = "Z999209000001,2026-09-07,AM,\"/\nZ999209000001,2026-09-07,AM,/\n";
            var result = register(file("UPN,Date,Session,Mark", rows.repeat(150_000)));
            assertThat(result.refusedBecause()).startsWith("More than 200000 rows of the file were rejected");
            assertThat(authority.rejected(result)).hasSize(200_001);
            assertThat(result.added()).isZero();
        }

        @Test
        void a_register_of_more_years_than_are_held_at_once_is_refused() {
            var rows = new StringBuilder();
            for (int year = 2015; year < 2021; year++) {
                rows.append("%s,%d-09-07,AM,/\n".formatted(ADA, year));
            }
            assertThat(register(file("UPN,Date,Session,Mark", rows.toString())).refusedBecause())
                    .isEqualTo("The file has marks of more than 5 school years (apws.imports.limits.years): send each in a file of its own.");
        }

        private ImportResult register(InputStreamSource file) {
            return register(file, office());
        }

        private ImportResult register(InputStreamSource file, Sender sender) {
            return authority.bean(RegisterFiles.class).read("register.csv", file, sender);
        }

        private List<LocalDate> unauthorised(String upn) {
            return authority.bean(Registers.class).unauthorisedSessions(authority.bean(Pupils.class).withUpn(upn).orElseThrow().id(),
                    LocalDate.of(2025, 9, 1), TODAY).stream().map(DatedMark::date).toList();
        }

        private ImportResult pupils(InputStreamSource file) {
            return authority.bean(PupilFiles.class).read("pupils.csv", file, office());
        }

        private ImportResult parents(InputStreamSource file) {
            return authority.bean(ParentFiles.class).read("parents.csv", file, office());
        }

        private static InputStreamSource sent(String name) {
            return new ClassPathResource("sent/%s.csv".formatted(name));
        }

        private static InputStreamSource file(String headings, String rows) {
            return new ByteArrayResource((headings + "\n" + rows).getBytes(UTF_8));
        }

        private static Sender office() {
            return Sender.ofEverySchool("office");
        }

        private List<Integer> lines(ImportResult result) {
            return authority.rejected(result).stream().map(line -> Integer.valueOf(line.substring(0, line.indexOf(',')))).toList();
        }

        private List<String> marks(String upn) {
            return authority.bean(Registers.class).marks(authority.bean(Pupils.class).withUpn(upn).orElseThrow().id(), LocalDate.of(2010, 1, 1), TODAY)
                    .stream().map(DatedMark::code).toList();
        }

        private List<ParentOfPupil> parentsOf(String upn) {
            return authority.bean(Parents.class).of(authority.bean(Pupils.class).withUpn(upn).orElseThrow().id());
        }
    }
}
