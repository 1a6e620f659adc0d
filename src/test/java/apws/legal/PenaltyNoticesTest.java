package apws.legal;

import static apws.legal.NoticeStatus.ISSUED;
import static apws.legal.NoticeStatus.PAID;
import static apws.legal.NoticeStatus.SERVED;
import static apws.legal.NoticeStatus.TO_BE_PROSECUTED;
import static apws.legal.NoticeStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.calendar.PostClass;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PenaltyNoticesTest {

    @Nested
    class OnH2 extends Notices {
        @Override
        LegalOffice start() {
            return LegalOffice.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends Notices {
        @Override
        LegalOffice start() throws Exception {
            return LegalOffice.onPostgres();
        }
    }

    abstract static class Notices extends OnBothDatabases {

        @Test
        void is_issued_with_its_terms_frozen() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-22");
            var notice = issue(family, FIRST, 0, "2026-09-22", "2026-09-21");

            assertThat(notice.number()).matches("PN-2026-\\d{5}");
            assertThat(notice.status()).isEqualTo(ISSUED);
            assertThat(notice.which()).isEqualTo(1);
            assertThat(notice.issuedBy()).isEqualTo(MANAGER);
            assertThat(notice.terms()).isEqualTo(FIRST);
            assertThat(notice.sessions()).extracting(UsedSession::key).isEqualTo(sessions("2026-09-21", "2026-09-22"));
            assertThat(notice.sessions()).extracting(UsedSession::code).containsOnly("O");
            assertThat(notice.lastDay()).isNull();
            assertThat(notice.lastDayLower()).isNull();
            assertThat(notices.ofCase(family.caseReference())).containsExactly(notice);
            assertThat(office.chronology(family)).containsExactly(
                    "Penalty notice %s issued to Ms A Marsh for 4 sessions".formatted(notice.number()));
        }

        @Test
        void needs_no_case() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            var notice = notices.issue(new NoticeRequest(null, family.pupilId(), family.father(), sessions("2026-09-21"), 0, 0, FIRST),
                    MANAGER);
            assertThat(notices.get(notice.number()).caseReference()).isNull();
            assertThat(notices.of(family.pupilId(), family.father())).containsExactly(notice);
            assertThat(office.chronology(family)).isEmpty();
        }

        @Test
        void goes_to_a_parent_of_the_pupil_for_at_least_one_session() {
            var family = absent("2026-09-21");
            var other = absent("2026-09-21");
            refused("Choose at least one session", () -> issue(family, FIRST, 0));
            assertThatThrownBy(() -> notices.issue(new NoticeRequest(null, family.pupilId(), other.mother(), sessions("2026-09-21"), 0, 0,
                    FIRST), MANAGER)).hasMessageContaining("no parent of pupil");
            assertThatThrownBy(() -> notices.get("PN-2026-99999")).hasMessage("There is no penalty notice PN-2026-99999");
        }

        @Test
        void holds_no_session_for_which_proceedings_are_contemplated() {
            var family = absent("2026-09-21", "2026-09-22");
            office.listings().list(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"), "INTERVIEW", MANAGER);

            refused("listed to this parent (INTERVIEW), and proceedings for it are contemplated", () -> issue(family, FIRST, 0, "2026-09-21"));
            assertThat(issue(family, FIRST, 0, "2026-09-22").sessions()).hasSize(2);
            assertThat(notices.issue(new NoticeRequest(family.caseReference(), family.pupilId(), family.father(), sessions("2026-09-21"), 0, 0,
                    FIRST), MANAGER).sessions()).as("it was not listed to the father").hasSize(2);
        }

        @Test
        void holds_a_session_again_of_which_a_prosecution_has_let_go() {
            var family = absent("2026-09-21");
            office.listings().list(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"), "INTERVIEW", MANAGER);
            proceedings.declined(approve(family, family.mother(), Offence.S444_1, "2026-09-21").id(), "weak", "l.legal");

            assertThat(issue(family, FIRST, 0, "2026-09-21").sessions()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({
                "2026-10-01, 2026-10-05", // Thursday to Monday
                "2026-10-02, 2026-10-06", // Friday to Tuesday
                "2026-10-05, 2026-10-07",
                "2026-10-10, 2026-10-13", // posted on a Saturday
                "2026-12-23, 2026-12-29", // Christmas Day and, for Boxing Day on a Saturday, Monday off
                "2026-12-24, 2026-12-30"})
        void is_received_on_the_second_working_day_after_posting(String posted, String received) {
            office.itIs(posted);
            var notice = issue(absent("2026-09-21"), FIRST, 0, "2026-09-21");
            assertThat(serve(notice.number(), posted, null, null).receivedOn()).isEqualTo(received);
        }

        /** Settlement 5. Posted on Friday 16 October 2026, and on it received by hand. */
        @ParameterizedTest
        @CsvSource({"FIRST_CLASS, 2026-10-20", "SIGNED_FOR, 2026-10-20", "SECOND_CLASS, 2026-10-22", "BY_HAND, 2026-10-16",
                "LEFT_AT_ADDRESS, 2026-10-19"})
        void receipt_is_presumed_by_class_of_post(PostClass sent, String received) {
            office.itIs("2026-10-16");
            var notice = issue(absent("2026-09-21"), FIRST, 0, "2026-09-21");
            assertThat(notices.served(notice.number(), new NoticeService(day("2026-10-16"), sent, null, null), MANAGER).receivedOn())
                    .isEqualTo(received);
        }

        @Test
        void its_days_begin_with_the_day_of_receipt_and_never_move() {
            var notice = received(absent("2026-09-21"), "2026-09-21");
            assertThat(notice.status()).isEqualTo(SERVED);
            assertThat(notice.receivedOn()).isEqualTo("2026-10-05");
            assertThat(notice.lastDayLower()).as("receipt + 20, a Sunday").isEqualTo("2026-10-25");
            assertThat(notice.lastDay()).as("receipt + 27, a Sunday").isEqualTo("2026-11-01");
            assertThat(notice.over(day("2026-11-01"))).isFalse();
            assertThat(notice.over(day("2026-11-02"))).isTrue();
        }

        @Test
        void is_received_later_when_that_is_shown_and_never_earlier() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            var number = issue(family, FIRST, 0, "2026-09-21").number();
            refused("Say what shows", () -> serve(number, "2026-10-01", "2026-10-01", " "));
            refused("posted on 1 October 2026 cannot have been received on 30 September 2026",
                    () -> serve(number, "2026-10-01", "2026-09-30", "signed for"));
            refused("cannot have been posted on 2 October 2026", () -> serve(number, "2026-10-02", null, null));
            refused("cannot have been posted on 30 September 2026", () -> serve(number, "2026-09-30", null, null));

            office.itIs("2026-10-07");
            refused("counts as received on 5 October 2026: its days move only where a later day is shown",
                    () -> serve(number, "2026-10-01", "2026-10-04", "signed for"));

            var served = serve(number, "2026-10-01", "2026-10-07", "the sorting office kept it");
            assertThat(served.receivedOn()).isEqualTo("2026-10-07");
            assertThat(served.receivedBecause()).isEqualTo("the sorting office kept it");

            office.itIs("2026-10-12");
            assertThat(serve(number, "2026-10-12", null, null).lastDay()).as("it came back, and was posted again").isEqualTo("2026-11-10");
            pay(notices.get(number), "2026-10-12", "10");
            refused("has been paid in part", () -> serve(number, "2026-10-12", null, null));
        }

        @Test
        void eighty_pounds_are_enough_on_day_21_and_not_on_day_22() {
            var first = received(absent("2026-09-21"), "2026-09-21");
            var second = received(absent("2026-09-21"), "2026-09-21");
            office.itIs("2026-10-26");
            pounds(first.dueOn(day("2026-10-25")), "80");
            pounds(first.dueOn(day("2026-10-26")), "160");

            var onDay21 = pay(first, "2026-10-25", "80");
            assertThat(onDay21.status()).isEqualTo(PAID);
            assertThat(onDay21.endedOn()).isEqualTo("2026-10-26");

            var onDay22 = pay(second, "2026-10-26", "80");
            assertThat(onDay22.status()).isEqualTo(SERVED);
            pounds(onDay22.dueOn(day("2026-10-26")), "80");
        }

        @Test
        void the_full_amount_is_enough_on_day_28_and_not_on_day_29() {
            var first = received(absent("2026-09-21"), "2026-09-21");
            var second = received(absent("2026-09-21"), "2026-09-21");
            office.itIs("2026-11-02");
            assertThat(pay(first, "2026-11-01", "160").status()).isEqualTo(PAID);
            assertThat(pay(second, "2026-11-02", "160").status()).isEqualTo(SERVED);
            notices.toBeProsecuted(second.number(), "paid too late", MANAGER);
        }

        @Test
        void parts_discharge_nothing_before_they_are_enough() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-10-30");
            assertThat(pay(notice, "2026-10-06", "40").status()).isEqualTo(SERVED);
            pounds(notices.get(notice.number()).dueOn(day("2026-10-25")), "40");
            assertThat(pay(notice, "2026-10-26", "40").status()).as("the second £40 after day 21").isEqualTo(SERVED);
            assertThat(pay(notice, "2026-10-30", "79.99").status()).isEqualTo(SERVED);
            var paid = pay(notice, "2026-10-30", "0.01");
            assertThat(paid.status()).isEqualTo(PAID);
            pounds(paid.paid(), "160");
            assertThat(paid.payments()).hasSize(4);
            assertThat(office.chronology(family)).contains(
                    "Penalty notice %s: £40 paid on 6 October 2026, which does not discharge it yet".formatted(notice.number()),
                    "Penalty notice %s: £0.01 paid on 30 October 2026, which discharges it".formatted(notice.number()));

            var inTwo = received(absent("2026-09-21"), "2026-09-21");
            office.itIs("2026-10-20");
            pay(inTwo, "2026-10-06", "40");
            assertThat(pay(inTwo, "2026-10-20", "40").status()).as("two halves in time").isEqualTo(PAID);
        }

        @Test
        void a_flat_amount_has_no_lower_one() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-22");
            issue(family, FIRST, 0, "2026-09-21");
            var second = serve(issue(family, SECOND, 1, "2026-09-22").number(), "2026-10-01", null, null);
            assertThat(second.which()).isEqualTo(2);
            assertThat(second.lastDayLower()).isNull();
            assertThat(second.lastDay()).isEqualTo("2026-11-01");
            pounds(second.dueOn(day("2026-10-05")), "160");
            assertThat(pay(second, "2026-10-01", "80").status()).isEqualTo(SERVED);
            assertThat(pay(second, "2026-10-01", "80").status()).isEqualTo(PAID);
        }

        @Test
        void payments_are_of_something_and_on_a_day_that_can_be() {
            var notice = received(absent("2026-09-21"), "2026-09-21");
            refused("more than nothing", () -> pay(notice, "2026-10-01", "0"));
            refused("cannot have been paid on 30 September 2026", () -> pay(notice, "2026-09-30", "80"));
            refused("cannot have been paid on 2 October 2026", () -> pay(notice, "2026-10-02", "80"));
            pay(notice, "2026-10-01", "80");
            refused("is paid. Nothing is owed", () -> pay(notice, "2026-10-01", "80"));
            refused("is paid. It can no longer be served", () -> serve(notice.number(), "2026-10-01", null, null));
            refused("Only a notice that was served", () -> notices.toBeProsecuted(notice.number(), "", MANAGER));
        }

        @Test
        void earlier_notices_count_for_three_years_and_withdrawn_ones_never() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24");
            issue(family, FIRST, 0, "2026-09-21");
            var withdrawn = issue(family, SECOND, 1, "2026-09-22");
            notices.withdrawn(withdrawn.number(), WithdrawalGround.OUGHT_NOT_TO_HAVE_BEEN_ISSUED, "ill", MANAGER);

            assertThat(notices.earlier(family.pupilId(), family.mother(), day("2026-10-01"))).isEqualTo(1);
            assertThat(notices.earlier(family.pupilId(), family.father(), day("2026-10-01"))).isZero();
            assertThat(notices.earlier(family.pupilId(), family.mother(), day("2029-09-30"))).isEqualTo(1);
            assertThat(notices.earlier(family.pupilId(), family.mother(), day("2029-10-01"))).as("three years have ended").isZero();

            refused("counted as 0 and are 1: look the amount up again", () -> issue(family, FIRST, 0, "2026-09-23"));
            assertThat(issue(family, SECOND, 1, "2026-09-23").which()).isEqualTo(2);
            assertThat(notices.earlier(family.pupilId(), family.mother(), day("2026-10-01"))).as("a third is for the table to refuse")
                    .isEqualTo(2);
        }

        @Test
        void other_authorities_notices_are_counted_as_told() {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            refused("counted as 0 and are 1", () -> notices.issue(new NoticeRequest(family.caseReference(), family.pupilId(),
                    family.mother(),
                    sessions("2026-09-21"), 0, 1, FIRST), MANAGER));
            var notice = notices.issue(new NoticeRequest(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"),
                    1, 1,
                    SECOND), MANAGER);
            assertThat(notice.which()).isEqualTo(2);
            assertThat(notice.elsewhere()).isEqualTo(1);
        }

        @Test
        void nobody_is_prosecuted_before_its_days_have_ended() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-01");
            refused("can be paid until 1 November 2026: nobody can be prosecuted before",
                    () -> notices.toBeProsecuted(notice.number(), "not paid", MANAGER));
            refused("its days have not ended unpaid", () -> notices.withdrawn(notice.number(), WithdrawalGround.UNPAID_AND_NOT_PROSECUTED,
                    "not in the public interest", MANAGER));

            office.itIs("2026-11-02");
            var unpaid = notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            assertThat(unpaid.status()).isEqualTo(TO_BE_PROSECUTED);
            assertThat(unpaid.endedBy()).isEqualTo(MANAGER);
            refused("Only a notice that was served", () -> notices.toBeProsecuted(notice.number(), "again", MANAGER));
            assertThat(pay(notice, "2026-11-01", "160").status()).as("paid in time, recorded late").isEqualTo(PAID);
        }

        @Test
        void while_it_is_being_prosecuted_it_is_neither_paid_nor_withdrawn() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-02");
            notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            var prosecution = approve(notice, family, "2026-09-21");
            refused("is being prosecuted", () -> pay(notice, "2026-11-01", "160"));
            refused("is being prosecuted", () -> notices.withdrawn(notice.number(), WithdrawalGround.MATERIAL_ERROR, "", MANAGER));

            proceedings.declined(prosecution.id(), "weak", "l.legal");
            assertThat(pay(notice, "2026-11-01", "160").status()).isEqualTo(PAID);
        }

        @Test
        void is_withdrawn_once_and_what_was_paid_goes_back() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            pay(notice, "2026-10-01", "80");
            var withdrawn = notices.withdrawn(notice.number(), WithdrawalGround.WRONG_PERSON, "lives elsewhere", MANAGER);
            assertThat(withdrawn.status()).isEqualTo(WITHDRAWN);
            assertThat(withdrawn.ground()).isEqualTo(WithdrawalGround.WRONG_PERSON);
            assertThat(withdrawn.endedBecause()).isEqualTo("lives elsewhere");
            pounds(withdrawn.refund(), "80");
            assertThat(office.chronology(family)).last().asString().endsWith(
                    "withdrawn: it ought not to have been issued to this person. To be paid back: £80.00");
            refused("is withdrawn. It cannot be withdrawn again", () -> notices.withdrawn(notice.number(), WithdrawalGround.WRONG_PERSON,
                    "",
                    MANAGER));
            refused("is withdrawn. Nothing is owed", () -> pay(notice, "2026-10-01", "80"));
        }

        @Test
        void is_withdrawn_as_unpaid_when_its_days_have_ended() {
            var notice = received(absent("2026-09-21"), "2026-09-21");
            office.itIs("2026-11-02");
            assertThat(notices.withdrawn(notice.number(), WithdrawalGround.UNPAID_AND_NOT_PROSECUTED, "no public interest", MANAGER)
                    .status())
                    .isEqualTo(WITHDRAWN);

            var paid = received(absent("2026-09-21"), "2026-09-21");
            pay(paid, "2026-10-01", "80");
            office.itIs("2026-11-02");
            refused("its days have not ended unpaid", () -> notices.withdrawn(paid.number(), WithdrawalGround.UNPAID_AND_NOT_PROSECUTED, "",
                    MANAGER));
        }

        @Test
        void one_whose_prosecution_ended_without_a_conviction_does_not_count_towards_two_in_three_years() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-02");
            notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            var prosecution = approve(family, family.mother(), Offence.S444_1, "2026-09-21");
            proceedings.charged(prosecution.id(), charge(prosecution.id(), Offence.S444_1, Route.SUMMONS, "2026-11-02"), true, "l.legal");
            assertThat(earlier(family)).as("before a court").isEqualTo(1);

            proceedings.concluded(prosecution.id(), Outcome.NOT_GUILTY, day("2026-11-02"), null, false, "l.legal");
            assertThat(earlier(family)).as("acquitted").isZero();

            var other = absent("2026-09-21");
            var others = received(other, "2026-09-21");
            office.itIs("2026-11-02");
            notices.toBeProsecuted(others.number(), "not paid", MANAGER);
            var second = approve(other, other.mother(), Offence.S444_1, "2026-09-21");
            proceedings.charged(second.id(), charge(second.id(), Offence.S444_1, Route.SUMMONS, "2026-11-02"), true, "l.legal");
            proceedings.concluded(second.id(), Outcome.DISCONTINUED, day("2026-11-02"), null, false, "l.legal");
            assertThat(earlier(other)).as("discontinued").isZero();
            var third = approve(other, other.mother(), Offence.S444_1, "2026-09-21");
            assertThat(earlier(other)).as("prosecuted again").isEqualTo(1);
            proceedings.charged(third.id(), charge(third.id(), Offence.S444_1, Route.SUMMONS, "2026-11-02"), true, "l.legal");
            proceedings.concluded(third.id(), Outcome.PROVED_IN_ABSENCE, day("2026-11-02"), null, false, "l.legal");
            assertThat(earlier(other)).as("convicted").isEqualTo(1);
        }

        @Test
        void one_from_before_19_august_2024_does_not_count_towards_two_in_three_years() {
            var family = absent("2026-09-21", "2026-09-22");
            issuedOn(issue(family, FIRST, 0, "2026-09-21"), "2024-08-18");
            assertThat(earlier(family)).isZero();
            issuedOn(issue(family, FIRST, 0, "2026-09-22"), "2024-08-19");
            assertThat(earlier(family)).isEqualTo(1);
        }

        private void issuedOn(PenaltyNotice notice, String day) {
            office.bean(JdbcClient.class).sql("update penalty_notice set issued_on = :on where number = :number").param("on", day(day))
                    .param("number", notice.number()).update();
        }

        private int earlier(LegalOffice.Family family) {
            return notices.earlier(family.pupilId(), family.mother(), day("2026-12-01"));
        }

        @Test
        void an_unpaid_notice_is_withdrawn_where_its_prosecution_is_refused_declined_or_given_up() {
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23");
            var first = received(family, "2026-09-21");
            var second = issue(family, SECOND, 1, "2026-09-22");
            notices.served(second.number(), new NoticeService(day("2026-10-01"), PostClass.FIRST_CLASS, null, null), MANAGER);
            office.itIs("2026-11-02");
            notices.toBeProsecuted(first.number(), "not paid", MANAGER);
            notices.toBeProsecuted(second.number(), "not paid", MANAGER);
            var prosecution = approve(family, family.mother(), Offence.S444_1, "2026-09-22");

            notProsecuted(first, "refused");
            assertThat(notices.get(first.number())).satisfies(withdrawn -> {
                assertThat(withdrawn.ground()).isEqualTo(WithdrawalGround.UNPAID_AND_NOT_PROSECUTED);
                assertThat(withdrawn.endedBecause()).isEqualTo("refused");
            });
            refused("is being prosecuted", () -> notProsecuted(second, "refused"));
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(SessionState.BARRED);
            assertThat(earlier(family)).isEqualTo(1);

            proceedings.declined(prosecution.id(), "weak", "l.legal");
            notProsecuted(second, "declined");
            assertThat(earlier(family)).isZero();
            refused("was withdrawn", () -> approve(family, family.mother(), Offence.S444_1, "2026-09-22"));
            assertThat(state(family, family.mother(), "2026-09-23 AM")).as("never under notice").isEqualTo(SessionState.FREE);
            refused("cannot be withdrawn again", () -> notProsecuted(second, "again"));
        }

        private void notProsecuted(PenaltyNotice notice, String because) {
            notices.withdrawn(notice.number(), WithdrawalGround.UNPAID_AND_NOT_PROSECUTED, because, MANAGER);
        }

        @Test
        void no_session_goes_into_a_notice_that_will_have_expired_42_days_after_its_28_days() {
            office.itIs("2026-11-05"); // received on the 9th, payable until 6 December, and 42 days on: 17 January 2027
            var family = absent("2026-07-16", "2026-07-17");
            refused("last day for a charge is 16 January 2027, and it must be chargeable until 17 January 2027",
                    () -> issue(family, FIRST, 0, "2026-07-16", "2026-07-17"));
            assertThat(issue(family, FIRST, 0, "2026-07-17").sessions()).hasSize(2);
        }

        @Test
        void a_lower_amount_and_its_days_come_together() {
            assertThatThrownBy(() -> new NoticeTerms(null, FIRST.fullAmount(), 21, 28)).isInstanceOf(IllegalArgumentException.class);
        }

        private PenaltyNotice serve(String number, String posted, String received, String because) {
            return notices.served(number, new NoticeService(day(posted), PostClass.FIRST_CLASS, received == null ? null : day(received), because),
                    MANAGER);
        }
    }
}
