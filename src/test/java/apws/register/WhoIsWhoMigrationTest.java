package apws.register;

import static org.assertj.core.api.Assertions.assertThat;

import apws.OwnDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an authority holds already is carried over: a reference that was taken for everybody's stays with one school, and changes nobody. */
@Tag("server")
class WhoIsWhoMigrationTest {

    @Test
    void references_are_carried_over_to_the_school_whose_they_are_on_h2() throws Exception {
        try (var database = OwnDatabase.onH2()) {
            references_are_carried_over(database);
        }
    }

    @Test
    void references_are_carried_over_to_the_school_whose_they_are_on_postgres() throws Exception {
        try (var database = OwnDatabase.onPostgres()) {
            references_are_carried_over(database);
        }
    }

    private static void references_are_carried_over(OwnDatabase database) {
        migrate(database, "16");
        var jdbc = JdbcClient.create(database.source());
        for (var school : new String[] {"9992090", "9992091"}) {
            jdbc.sql("""
                    insert into school (code, name, address, telephone, email, hours, headteacher, attendance_lead, attendance_lead_post, independent)
                    values (:code, 'School', '1 Road', '', '', '', 'Ms H', 'Mr L', 'Lead', false)""").param("code", school).update();
            jdbc.sql("""
                    insert into pupil (upn, first_name, last_name, born, year_group, school_code, admitted_on, sen, ehcp, child_in_need,
                        child_protection, looked_after, medical_need, young_carer, part_time_timetable)
                    values (:upn, 'Ada', 'One', date '2015-03-01', '6', :school, date '2024-09-01', false, false, false, false, false, false,
                        false, false)""").param("upn", "A" + school + "00001").param("school", school).update();
        }
        jdbc.sql("""
                insert into parent (reference, title, first_name, last_name, address, postcode, address_sent, postcode_sent,
                    address_confidential, telephone, email, language)
                values ('1001', 'Ms', 'Ann', 'One', '2 New Road', 'XF2 2BB', '1 Old Road', 'XF1 1AA', true, '', '', 'English')""").update();
        jdbc.sql("""
                insert into parent_of_pupil (pupil_id, parent_id, relationship, lives_with_pupil)
                select p.id, a.id, 'mother', true from pupil p cross join parent a""").update();
        migrate(database, "latest");

        assertThat(jdbc.sql("select school_code, reference, last_name, address, address_confidential from parent_reference").query().listOfRows())
                .singleElement().satisfies(row -> assertThat(row.values()).containsExactly("9992090", "1001", "One", "1 Old Road", true));
        assertThat(jdbc.sql("select reference, address, postcode from parent").query().singleRow().values())
                .as("the address that was corrected stays").containsExactly("1001", "2 New Road", "XF2 2BB");
        assertThat(jdbc.sql("select count(*) from parent_of_pupil where until_on is null").query(Integer.class).single()).isEqualTo(2);
    }

    private static void migrate(OwnDatabase database, String to) {
        Flyway.configure().dataSource(database.source()).locations("classpath:db/migration").target(to).load().migrate();
    }
}
