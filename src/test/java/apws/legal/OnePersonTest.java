package apws.legal;

import static org.assertj.core.api.Assertions.assertThat;

import apws.legal.LegalOffice.Family;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.SamePeople;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who a notice, a prosecution and the ledger are about: one person, whatever schools call them; and whose school a session was. */
class OnePersonTest {

    @Nested
    class OnH2 extends People {
        @Override
        LegalOffice start() {
            return LegalOffice.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends People {
        @Override
        LegalOffice start() throws Exception {
            return LegalOffice.onPostgres();
        }
    }

    abstract static class People extends OnBothDatabases {

        private Parents parents;
        private SamePeople people;

        private long second(Family of) {
            parents = office.bean(Parents.class);
            people = office.bean(SamePeople.class);
            var again = parents.save(new Parent(null, "another-system", "Ms", "Ada", "Marsh", "7 New Road\nFairhaven", "ZZ99 4DD", true,
                    "01632 960777", "", "English", "court order", "Ms S Manager"));
            parents.link(of.pupilId(), again.id(), "mother", false);
            return again.id();
        }

        private void merge(long one, long other) {
            office.inTransaction(() -> {
                office.bean(OnePerson.class).merge(one, other);
                people.merge(new SamePeople.Pair(one, other), parents.get(other), "The school says so", MANAGER);
                return null;
            });
        }

        @Test
        void the_same_person_under_a_new_reference_is_found_and_merged_and_notices_ledger_and_three_year_count_are_one() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23");
            var second = second(family);
            assertThat(people.found(List.of())).contains(new SamePeople.Pair(family.mother(), second));
            issue(family, FIRST, 0, "2026-09-21");
            var other = notices.issue(new NoticeRequest(family.caseReference(), family.pupilId(), second, sessions("2026-09-22"), 0, 0, FIRST),
                    MANAGER);
            merge(family.mother(), second);

            assertThat(notices.of(family.pupilId(), family.mother())).hasSize(2);
            assertThat(notices.get(other.number()).parentId()).isEqualTo(family.mother());
            assertThat(notices.earlier(family.pupilId(), family.mother(), day("2026-10-01"))).as("in three years").isEqualTo(2);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(SessionState.UNDER_NOTICE);
            assertThat(state(family, family.mother(), "2026-09-22 AM")).isEqualTo(SessionState.UNDER_NOTICE);
            assertThat(state(family, family.mother(), "2026-09-23 AM")).isEqualTo(SessionState.FREE);
            refused("cannot be used", () -> issue(family, SECOND, 2, "2026-09-22"));
            assertThat(parents.of(family.pupilId())).extracting(ParentOfPupil::parent).extracting(Parent::id)
                    .containsExactlyInAnyOrder(family.mother(), family.father());
            assertThat(parents.get(second)).as("whoever still asks for the other").isEqualTo(parents.get(family.mother()));
            assertThat(parents.get(family.mother())).extracting(Parent::postcode, Parent::addressConfidential, Parent::doNotContactReason)
                    .containsExactly("ZZ99 4DD", true, "court order");
            assertThat(office.bean(JdbcClient.class).sql("select merged_by from parent where id = :id and merged_on is not null")
                    .param("id", second).query(String.class).single()).isEqualTo(MANAGER);
            assertThat(people.found(List.of(family.pupilId()))).noneMatch(pair -> pair.one() == family.mother() || pair.other() == second);
        }

        @Test
        void two_in_whose_notices_one_session_stands_are_not_merged_before_one_is_withdrawn() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            var second = second(family);
            issue(family, FIRST, 0, "2026-09-21");
            notices.issue(new NoticeRequest(family.caseReference(), family.pupilId(), second, sessions("2026-09-21"), 0, 0, FIRST), MANAGER);

            refused("is in a notice or prosecution of both", () -> merge(family.mother(), second));
            assertThat(notices.of(family.pupilId(), second)).hasSize(1);
        }

        @Test
        void two_who_are_two_are_not_asked_about_again() {
            var family = office.family();
            var second = second(family);
            people.keepApart(new SamePeople.Pair(family.mother(), second), "mother and daughter", MANAGER);
            assertThat(people.found(List.of(family.pupilId()))).noneMatch(pair -> pair.other() == second);
        }

        @Test
        void brothers_and_sisters_at_two_schools_have_one_mother_where_one_has_a_case() {
            var one = office.family();
            var two = office.family();
            var mothers = new SamePeople.Pair(one.mother(), two.mother());
            office.bean(Parents.class);
            people = office.bean(SamePeople.class);
            assertThat(people.found(List.of())).doesNotContain(mothers);
            assertThat(people.found(List.of(two.pupilId()))).contains(mothers)
                    .noneMatch(pair -> pair.one() == one.mother() && pair.other() == two.father());
        }

        /** Whatever names a parent is brought along when two are merged, or is what the merger is about. */
        @Test
        void every_table_that_names_a_parent_is_known_to_the_merger() {
            assertThat(office.bean(JdbcClient.class).sql("""
                    select lower(table_name) from information_schema.columns where lower(column_name) = 'parent_id'""").query(String.class).set())
                    .containsExactlyInAnyOrder("parent_of_pupil", "parent_reference", "not_sent", "kept_apart", "letter", "letter_withheld",
                            "letter_window", "plan", "penalty_notice", "proceeding", "session_listed", "session_use");
        }

        @Test
        void what_was_begun_against_a_parent_whose_link_has_ended_goes_on_and_later_sessions_are_not_theirs() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-25");
            office.bean(Parents.class).end(family.pupilId(), family.father(), day("2026-09-23"), "moved out", MANAGER);

            approve(family, family.father(), Offence.S444_1, "2026-09-21");
            refused("came after 23 September 2026", () -> approve(family, family.father(), Offence.S444_1, "2026-09-25"));
        }

        @Test
        void a_notice_and_a_charge_hold_the_sessions_of_one_school() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-25");
            office.bean(JdbcClient.class).sql("""
                    insert into school (code, name, address, telephone, email, hours, headteacher, attendance_lead, attendance_lead_post, independent)
                    select '9990099', 'Another', address, telephone, email, hours, headteacher, attendance_lead, attendance_lead_post, independent
                    from school where not exists (select 1 from school where code = '9990099')""").update();
            office.bean(JdbcClient.class).sql("""
                    insert into former_school (pupil_id, school_code, from_on, until_on, moved_by)
                    values (:pupil, '9990099', :from, :until, 'a test')""").param("pupil", family.pupilId()).param("from", day("2021-09-01"))
                    .param("until", day("2026-09-22")).update();

            refused("sessions of two schools", () -> issue(family, FIRST, 0, "2026-09-21", "2026-09-25"));
            refused("sessions of two schools", () -> approve(family, family.mother(), Offence.S444_1, "2026-09-21", "2026-09-25"));
            issue(family, FIRST, 0, "2026-09-21");
            approve(family, family.mother(), Offence.S444_1, "2026-09-25");
        }
    }
}
