package apws.register;

import static apws.register.Authority.OTHER_SCHOOL;
import static apws.register.Authority.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import apws.imports.Imports;
import apws.imports.NotSent;
import apws.imports.Sender;
import apws.pupil.ParentFiles;
import apws.pupil.PupilFiles;
import apws.pupil.Pupils;
import apws.pupil.SchoolFiles;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DropFolderTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 14);
    private static final String REGISTER = "UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\nA999000125002,2025-09-03,AM,/\n";

    private static Authority authority;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() {
        authority = Authority.onH2();
        authority.itIs(TODAY);
        authority.pupil("A999000125001", SCHOOL);
        authority.pupil("A999000125002", OTHER_SCHOOL);
    }

    @BeforeEach
    void empty() {
        for (var table : List.of("mark_correction", "attendance_year", "import_rejected", "import_result")) {
            authority.bean(JdbcClient.class).sql("delete from " + table).update();
        }
    }

    @AfterAll
    static void end() throws Exception {
        authority.close();
    }

    @Test
    void takes_a_file_and_moves_it_to_done_with_its_result_and_its_rejected_rows_beside_it() throws IOException {
        drop("monday.csv", REGISTER + "A999000125001,2025-09-03,PM,nonsense\n");
        node(Duration.ZERO).look();

        assertThat(folder.resolve("monday.csv")).doesNotExist();
        assertThat(done(folder)).hasSize(3);
        assertThat(text(".csv.result.json")).contains("\"added\" : 2", "\"rejected\" : 1", "\"kind\" : \"register\"");
        assertThat(text(".csv.rejected.csv")).contains("4,", "nonsense");
        assertThat(marks()).isEqualTo(2);
    }

    @Test
    void leaves_a_file_that_is_still_being_written() throws IOException {
        var node = node(Duration.ofHours(1));
        drop("monday.csv", REGISTER);
        node.look();
        node.look();
        assertThat(folder.resolve("monday.csv")).exists();
        assertThat(imports()).isZero();
    }

    @Test
    void waits_again_when_a_file_has_changed_since_the_last_look() throws Exception {
        var node = node(Duration.ofMillis(400));
        drop("monday.csv", REGISTER);
        node.look();
        Thread.sleep(500);
        drop("monday.csv", REGISTER + "A999000125001,2025-09-04,AM,I\n");
        node.look();
        assertThat(imports()).isZero();
        Thread.sleep(500);
        node.look();
        assertThat(marks()).isEqualTo(2);
        assertThat(imports()).isOne();
    }

    @Test
    void takes_from_a_schools_own_folder_only_its_own_pupils() throws IOException {
        Files.createDirectory(folder.resolve(SCHOOL));
        drop(SCHOOL + "/monday.csv", REGISTER);
        node(Duration.ZERO).look();
        assertThat(done(folder.resolve(SCHOOL))).anyMatch(file -> file.endsWith("monday.csv.rejected.csv"));
        assertThat(marks()).isOne();
    }

    @Test
    void takes_a_files_name_for_it_that_it_is_whole() throws IOException {
        Files.createDirectory(folder.resolve(SCHOOL));
        var row = "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted\nA999000125009,Kim,Fern,2014-05-01,6,9990001,2018-09-01\n";
        drop(SCHOOL + "/pupils-monday.csv", row);
        node(Duration.ZERO).look();
        assertThat(authority.bean(NotSent.class).schools()).isEmpty();
        drop(SCHOOL + "/pupils-whole-tuesday.csv", row);
        node(Duration.ZERO).look();
        assertThat(authority.bean(NotSent.class).schools()).containsExactly(SCHOOL);
        authority.bean(JdbcClient.class).sql("delete from not_sent").update();
    }

    @Test
    void takes_no_file_twice_though_several_nodes_look_at_once() throws Exception {
        for (int i = 0; i < 10; i++) {
            drop("file-%d.csv".formatted(i), REGISTER);
        }
        var nodes = List.of(node(Duration.ZERO), node(Duration.ZERO), node(Duration.ZERO));
        CompletableFuture.allOf(nodes.stream().map(node -> CompletableFuture.runAsync(node::look)).toArray(CompletableFuture[]::new)).get();
        assertThat(imports()).isEqualTo(10);
        assertThat(done(folder)).hasSize(20);
    }

    @Test
    void only_moves_a_file_that_was_imported_before_a_crash() throws IOException {
        drop("monday.csv", REGISTER);
        var attributes = Files.readAttributes(folder.resolve("monday.csv"), java.nio.file.attribute.BasicFileAttributes.class);
        authority.inTransaction(() -> {
            var imports = authority.bean(Imports.class);
            var id = imports.begin("register", "monday.csv", Sender.ofEverySchool("drop folder"));
            imports.dropped(id, "monday.csv %d %s".formatted(attributes.size(), attributes.lastModifiedTime()));
            return id;
        });
        node(Duration.ZERO).look();
        assertThat(imports()).isOne();
        assertThat(marks()).isZero();
        assertThat(done(folder)).hasSize(2);
    }

    @Test
    void takes_a_first_delivery_in_the_order_in_which_its_files_need_each_other() throws IOException {
        drop("a-register.csv", "UPN,Date,Session,Mark\nB999000125001,2025-09-03,AM,/\n");
        drop("parents.csv", "Reference,UPN,Relationship,Surname,Address,Postcode\nP1,B999000125001,mother,Moss,1 High Street,ZZ1 1ZZ\n");
        drop("pupils.csv", """
                UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted
                B999000125001,Bea,Moss,2014-05-01,6,9990009,2018-09-01
                """);
        drop("schools.csv", "LAEstab,Name,Address,Headteacher,AttendanceLead\n9990009,Cedar Primary,2 High Street,Mr H Teacher,Mrs A Lead\n");
        node(Duration.ZERO).look();
        assertThat(authority.bean(Schools.class).get("9990009").name()).isEqualTo("Cedar Primary");
        assertThat(authority.bean(Pupils.class).withUpn("B999000125001")).isPresent();
        assertThat(marks()).isOne();
    }

    @Test
    void reports_a_file_that_is_no_register() throws IOException {
        drop("holiday.csv", "%PDF-1.7\n");
        node(Duration.ZERO).look();
        assertThat(text(".csv.result.json")).contains("The file is not a register");
    }

    @Test
    void takes_a_file_only_when_it_is_whole_renamed_or_with_a_last_line_that_ends() throws Exception {
        var node = node(Duration.ZERO, Duration.ofHours(1));
        drop("renamed.csv.part", REGISTER);
        drop("cut-off.csv", REGISTER + "A999000125001,2025-09-04,AM,C");
        drop("empty.csv", "");
        node.look();
        node.look();
        assertThat(imports()).isZero();
        drop("cut-off.csv", REGISTER + "A999000125001,2025-09-04,AM,C1\n");
        Files.move(folder.resolve("renamed.csv.part"), folder.resolve("renamed.csv"));
        node.look();
        assertThat(imports()).isEqualTo(2);
        assertThat(folder.resolve("empty.csv")).exists();
    }

    @Test
    void refuses_a_file_whose_last_line_never_ends_and_takes_nothing_of_it() throws Exception {
        drop("cut-off.csv", REGISTER + "A999000125001,2025-09-04,AM,C");
        node(Duration.ZERO).look();
        assertThat(text(".csv.result.json")).contains("The last line of the file does not end");
        assertThat(marks()).isZero();
    }

    @Test
    void what_is_written_to_a_file_after_it_was_taken_is_not_lost() throws Exception {
        var node = node(Duration.ZERO);
        try (var writer = Files.newBufferedWriter(folder.resolve("monday.csv"))) {
            writer.write("UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\n");
            writer.flush();
            node.look();
            assertThat(marks()).isOne();
            assertThat(folder.resolve("monday.csv")).doesNotExist();
            writer.write("A999000125002,2025-09-03,AM,/\n");
        }
        node.look();
        assertThat(marks()).isEqualTo(2);
        assertThat(imports()).isEqualTo(2);
        node.look();
        assertThat(imports()).as("read once more, not again and again").isEqualTo(2);
    }

    @Test
    void what_is_written_to_a_file_while_no_node_runs_is_not_lost() throws Exception {
        try (var writer = Files.newBufferedWriter(folder.resolve("monday.csv"))) {
            writer.write("UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\n");
            writer.flush();
            node(Duration.ZERO).look();
            assertThat(marks()).isOne();
            writer.write("A999000125002,2025-09-03,AM,/\n");
        }
        var started = node(Duration.ZERO);
        started.look();
        assertThat(marks()).isEqualTo(2);
        node(Duration.ZERO).look();
        started.look();
        assertThat(imports()).as("read once more, not at every start").isEqualTo(2);
    }

    @Test
    void what_is_written_after_a_start_to_a_file_that_was_taken_before_it_is_not_lost_either() throws Exception {
        try (var writer = Files.newBufferedWriter(folder.resolve("monday.csv"))) {
            writer.write("UPN,Date,Session,Mark\nA999000125001,2025-09-03,AM,/\n");
            writer.flush();
            node(Duration.ZERO).look();
            var started = node(Duration.ZERO);
            started.look();
            writer.write("A999000125002,2025-09-03,AM,/\n");
            writer.flush();
            started.look();
        }
        assertThat(marks()).isEqualTo(2);
    }

    private DropFolder node(Duration settled) {
        return node(settled, settled);
    }

    private DropFolder node(Duration settled, Duration unended) {
        return new DropFolder(new FolderSettings(folder, Duration.ofSeconds(5), settled, unended, Duration.ofHours(1)), authority.bean(SchoolFiles.class),
                authority.bean(PupilFiles.class), authority.bean(ParentFiles.class), authority.bean(RegisterFiles.class),
                authority.bean(Imports.class), authority.bean(ClusterLock.class), authority.bean(SchoolCalendar.class), authority.bean(TransactionTemplate.class),
                new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static List<String> done(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("done"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String ending) throws IOException {
        var name = done(folder).stream().filter(file -> file.endsWith(ending)).findFirst().orElseThrow();
        return Files.readString(folder.resolve("done").resolve(name));
    }

    private static int imports() {
        return authority.bean(JdbcClient.class).sql("select count(*) from import_result").query(Integer.class).single();
    }

    private static int marks() {
        return authority.bean(JdbcClient.class).sql("select count(*) from attendance_year").query(Integer.class).single();
    }
}
