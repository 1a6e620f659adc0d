package apws.register;

import static apws.register.Authority.OTHER_SCHOOL;
import static apws.register.Authority.SCHOOL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.imports.ImportResult;
import apws.imports.Sender;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterFilesTest {

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

        private static final String ADA = "A999000125001";
        private static final String BEN = "A999000125002";
        private static final String CAT = "A99900012500C";
        private static final LocalDate TODAY = LocalDate.of(2025, 11, 14);
        private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
        private static final String LONG = "UPN,Date,Session,Mark\n";

        private Registers registers;
        private long ada;
        private long ben;

        @BeforeAll
        void begin() {
            registers = authority.bean(Registers.class);
            ada = authority.pupil(ADA, SCHOOL).id();
            ben = authority.pupil(BEN, SCHOOL).id();
            authority.pupil(CAT, OTHER_SCHOOL);
        }

        @BeforeEach
        void empty() {
            authority.empties("mark_correction", "attendance_year");
            authority.itIs(TODAY);
        }

        @Test
        void takes_a_long_register() {
            var result = send(LONG + """
                    A999000125001,2025-09-03,AM,/
                    A999000125001,2025-09-03,PM,\\
                    A999000125001,2025-09-04,AM,I
                    A999000125001,2025-09-04,PM,N
                    A999000125001,2025-09-05,AM,O
                    A999000125001,2025-09-05,PM,C1
                    A999000125001,2025-09-08,AM,#
                    A999000125002,2025-09-03,AM,L
                    """);
            assertThat(result.refusedBecause()).isNull();
            assertThat(result).extracting(ImportResult::rows, ImportResult::rejected, ImportResult::added, ImportResult::corrected,
                    ImportResult::unchanged).containsExactly(8L, 0L, 8L, 0L, 0L);
            assertThat(registers.figures(ada, FIRST, TODAY))
                    .isEqualTo(new Figures(FIRST, TODAY, LocalDate.of(2025, 9, 8), 6, 2, 2, 2, 1, 1));
            assertThat(marks(ada)).containsExactly("/", "\\", "I", "N", "O", "C1", "#");
            assertThat(marks(ben)).containsExactly("L");
            assertThat(registers.unauthorisedSessions(ada, FIRST, TODAY)).containsExactly(
                    new DatedMark(LocalDate.of(2025, 9, 4), Session.PM, "N", MarkKind.UNAUTHORISED, "no reason yet"),
                    new DatedMark(LocalDate.of(2025, 9, 5), Session.AM, "O", MarkKind.UNAUTHORISED, "absent without leave"));
            assertThat(registers.weeks(ada, FIRST, TODAY)).extracting(WeekFigures::monday).containsExactly(LocalDate.of(2025, 9, 1));
        }

        @Test
        void takes_a_wide_register_with_a_column_per_session_or_per_day() {
            var result = send("""
                    Surname,UPN,2025-09-03 AM,2025-09-03 PM,04/09/2025_AM,2025-09-05,Notes
                    Moss,A999000125001,/,\\,,C1I,"two
                    lines"
                    Fern,A999000125002,I,,N,C1,
                    """);
            assertThat(authority.rejected(result)).containsExactly(
                    "4,\"2025-09-05: these cannot be told apart as a morning's and an afternoon's mark: \"\"C1\"\"\"");
            assertThat(marks(ada)).containsExactly("/", "\\", "C1", "I");
            assertThat(marks(ben)).containsExactly("I", "N");
            assertThat(result.rows()).isEqualTo(2);
        }

        @Test
        void takes_more_corrections_than_a_database_takes_in_one_array() {
            var days = authority.bean(apws.calendar.SchoolCalendar.class).schoolDays(FIRST, TODAY);
            var upns = java.util.stream.IntStream.range(0, 700).mapToObj("A998%09d"::formatted).toList();
            upns.forEach(upn -> authority.pupil(upn, SCHOOL));
            for (var mark : List.of("/", "I")) {
                var file = new StringBuilder(LONG);
                upns.forEach(upn -> days.forEach(day -> file.append("%s,%s,AM,%s\n%s,%s,PM,%s\n".formatted(upn, day, mark, upn, day, mark))));
                send(file.toString());
            }
            assertThat(authority.bean(JdbcClient.class).sql("select count(*) from mark_correction").query(Integer.class).single())
                    .isEqualTo(upns.size() * days.size() * 2).isGreaterThan(65_536);
        }

        @Test
        void changes_nothing_when_the_same_file_comes_again() {
            var file = LONG + "A999000125001,2025-09-03,AM,/\nA999000125002,2025-09-03,AM,I\n";
            send(file);
            var again = send(file);
            assertThat(again).extracting(ImportResult::added, ImportResult::corrected, ImportResult::unchanged).containsExactly(0L, 0L, 2L);
            assertThat(registers.corrections(ada, FIRST, TODAY)).isEmpty();
            assertThat(marks(ada)).containsExactly("/");
        }

        @Test
        void replaces_a_corrected_mark_and_keeps_both_with_the_time() {
            send(LONG + "A999000125001,2025-09-03,AM,N\nA999000125001,2025-09-03,PM,N\n");
            authority.itIs(TODAY.plusDays(3));
            var result = send(LONG + "A999000125001,2025-09-03,AM,I\n");
            assertThat(result.corrected()).isOne();
            assertThat(marks(ada)).containsExactly("I", "N");
            assertThat(registers.corrections(ada, FIRST, TODAY)).containsExactly(new Correction(LocalDate.of(2025, 9, 3), Session.AM, "N", "I",
                    TODAY.plusDays(3).atTime(12, 0).atZone(java.time.ZoneId.of("Europe/London")).toInstant(), result.id()));
        }

        @Test
        void keeps_academic_years_apart_and_counts_over_both() {
            send(LONG + "A999000125001,2025-07-18,AM,O\nA999000125001,2025-08-31,AM,#\nA999000125001,2025-09-03,AM,/\n");
            assertThat(registers.figures(ada, LocalDate.of(2025, 7, 1), TODAY).possible()).isEqualTo(2);
            assertThat(registers.figures(ada, LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 31)).unauthorised()).isOne();
            assertThat(registers.figures(ada, FIRST, TODAY)).extracting(Figures::possible, Figures::attended).containsExactly(1, 1);
            assertThat(authority.bean(JdbcClient.class).sql("select count(*) from attendance_year").query(Integer.class).single()).isEqualTo(2);
        }

        @Test
        void reports_bad_rows_by_line_and_reason_and_takes_the_good_ones() {
            var result = send(LONG + """
                    A999000125001,2025-09-03,AM,/
                    A999000125009,2025-09-03,AM,/
                    A999000125001,2025-02-30,AM,/
                    A999000125001,2025-09-04,MID,/
                    A999000125001,2025-09-04,AM,A
                    A999000125001,2025-09-04,AM,J
                    A999000125001,2025-09-04,AM,
                    A999000125001,2025-09-04,AM
                    A999000125001,2025-09-04,AM,/,late
                    A999000125001,2025-11-17,AM,/
                    A999000125001,2025-09-06,AM,/
                    A999000125001,2025-09-06,PM,#
                    A999000125001,2025-09-03,AM,I
                    A999000125001,2025-09-03,AM,/
                    A999000125001,2024-07-16,AM,J
                    A999000125001,2025-09-05,AM,//

                    A999000125001,2025-09-05,PM,\\
                    """);
            assertThat(authority.rejected(result)).containsExactly(
                    "3,\"no pupil has the UPN \"\"A999000125009\"\"\"",
                    "4,has no date that there is",
                    "5,\"there is no session \"\"MID\"\"\"",
                    "6,\"there is no mark \"\"A\"\"\"",
                    "7,\"on 2025-09-04 there was no mark \"\"J\"\"\"",
                    "8,has no mark",
                    "9,has 3 columns where the headings have 4",
                    "10,has 5 columns where the headings have 4",
                    "11,2025-11-17 is in the future",
                    "12,\"2025-09-06 is a Saturday: kept, and counted once the school has said that it was open\"",
                    "14,\"an earlier line has another mark for this session, /\"",
                    "17,\"there is no mark \"\"//\"\"\"");
            assertThat(result).extracting(ImportResult::rows, ImportResult::rejected, ImportResult::added)
                    .containsExactly(17L, 12L, 4L);
            assertThat(marks(ada)).containsExactly("J", "/", "\\", "#");
        }

        @Test
        void rejects_rows_of_a_school_not_the_senders_own() {
            var result = send((LONG + "A99900012500C,2025-09-03,AM,/\nA999000125001,2025-09-03,AM,/\n").getBytes(UTF_8),
                    Sender.ofSchool("lead", SCHOOL));
            assertThat(authority.rejected(result)).containsExactly("2,a school not its own");
            assertThat(result.schoolCode()).isEqualTo(SCHOOL);
            assertThat(marks(ada)).containsExactly("/");
        }

        @Test
        void reads_on_after_a_quoted_field_that_does_not_end() {
            var result = send(LONG + """
                    A999000125001,2025-09-03,AM,/
                    A999000125001,"2025-09-03,PM,/
                    A999000125001,2025-09-04,AM,/
                    A999000125001,2025-09-04,PM,X1
                    A999000125001,2025-09-05,AM,"/
                    A999000125001,2025-09-05,PM,I
                    A999000125001,2025-09-08,AM,O""");
            assertThat(authority.rejected(result)).containsExactly(
                    "3,a quoted field begins here and does not end",
                    "5,\"there is no mark \"\"X1\"\"\"",
                    "6,a quoted field begins here and does not end");
            assertThat(marks(ada)).containsExactly("/", "/", "I", "O");
        }

        @Test
        void reads_on_after_a_quote_that_is_open_at_the_end() {
            var result = send(LONG + """
                    A999000125001,2025-09-03,AM,/
                    A999000125001,2025-09-03,PM,"/
                    A999000125001,2025-09-04,AM,/
                    A999000125001,2025-09-04,PM,I
                    """);
            assertThat(authority.rejected(result)).containsExactly("3,a quoted field begins here and does not end");
            assertThat(marks(ada)).containsExactly("/", "/", "I");

            assertThat(authority.rejected(send(LONG + "A999000125001,2025-09-08,AM,\"/")))
                    .containsExactly("2,a quoted field begins here and does not end");
        }

        @Test
        void reads_on_after_an_open_quote_that_swallows_more_than_can_be_held() {
            var file = new StringBuilder(LONG).append("A999000125001,2025-09-03,AM,/\nA999000125001,2025-09-03,PM,\"/\n");
            for (int i = 0; i < 700_000; i++) {
                file.append("A999000125001,2025-09-04,AM,/\n");
            }
            var result = send(file.append("A999000125001,2025-09-04,PM,nonsense\nA999000125001,2025-09-05,AM,I\n").toString());
            assertThat(authority.rejected(result)).containsExactly(
                    "3,a quoted field begins here and does not end", "700004,\"there is no mark \"\"nonsense\"\"\"");
            assertThat(marks(ada)).containsExactly("/", "/", "I");
            assertThat(result.rows()).isEqualTo(700_004);
        }

        @Test
        void takes_quoted_fields_carriage_returns_and_a_byte_order_mark() {
            send("\uFEFF\"UPN\",\"Date\",\"Session\",\"Mark\"\r\n\"A999000125001\",\"03/09/2025\",\"am\",\"/\"\r\n");
            assertThat(marks(ada)).containsExactly("/");
        }

        @Test
        void rejects_what_is_in_another_encoding() {
            assertThat(authority.rejected(send((LONG + "A999000125001,2025-09-03,AM,/\nA99900012500é,2025-09-03,AM,/\n").getBytes(ISO_8859_1),
                    everySchool()))).containsExactly("3,\"is not in UTF-8: save the file as \"\"CSV UTF-8\"\"\"");
            assertThat(marks(ada)).containsExactly("/");
        }

        @Test
        void refuses_a_file_that_is_no_register_and_changes_nothing() {
            for (var file : List.of("", "\n\n", "Name,Town\nAda,Newtown\n", "UPN,Date\nA999000125001,2025-09-03\n", "%PDF-1.7 \u0000\u0001\u0002",
                    "\"UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\n", "no line end at all")) {
                var result = send(file);
                assertThat(result.refusedBecause()).as(file).isNotEmpty();
                assertThat(result).extracting(ImportResult::rows, ImportResult::added).containsExactly(0L, 0L);
            }
            var utf16 = send((LONG + "A999000125001,2025-09-03,AM,/\n").getBytes(UTF_16), everySchool());
            assertThat(utf16.refusedBecause()).startsWith("The file is in UTF-16.");
            assertThat(send("").refusedBecause()).isEqualTo("The file is empty.");
            assertThat(send("UPN,Day\n").refusedBecause()).isEqualTo("The file is not a register: it has neither the columns Date, Session and "
                    + "Mark nor a column for each session, such as 2025-09-03 AM; its headings are \"UPN, Day\". "
                    + "Other headings are configured under apws.imports.");
            assertThat(marks(ada)).isEmpty();
        }

        @Test
        void takes_a_mark_of_every_code_through_the_database_and_back() {
            var codes = "/ \\ L K V P W B C C1 C2 E I J1 M R S T G N O U D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #".split(" ");
            var file = new StringBuilder(LONG);
            var days = authority.bean(apws.calendar.SchoolCalendar.class).schoolDays(FIRST, TODAY);
            for (int i = 0; i < codes.length; i++) {
                file.append("%s,%s,%s,%s\n".formatted(ADA, days.get(i / 2), Session.values()[i % 2], codes[i]));
            }
            send(file.toString());
            assertThat(marks(ada)).containsExactly(codes);
        }

        private ImportResult send(String file) {
            return send(file.getBytes(UTF_8), everySchool());
        }

        private ImportResult send(byte[] file, Sender sender) {
            return authority.bean(RegisterFiles.class).read("register.csv", new ByteArrayResource(file), sender);
        }

        private static Sender everySchool() {
            return Sender.ofEverySchool("office");
        }

        private List<String> marks(long pupilId) {
            return registers.marks(pupilId, LocalDate.of(2020, 1, 1), TODAY).stream().map(DatedMark::code).toList();
        }
    }
}
