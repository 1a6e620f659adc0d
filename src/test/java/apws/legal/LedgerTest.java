package apws.legal;

import static apws.legal.SessionState.BARRED;
import static apws.legal.SessionState.CHARGED;
import static apws.legal.SessionState.CORRECTED;
import static apws.legal.SessionState.DECIDED;
import static apws.legal.SessionState.DISCHARGED;
import static apws.legal.SessionState.EXPIRED;
import static apws.legal.SessionState.FREE;
import static apws.legal.SessionState.UNDER_NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import apws.calendar.PostClass;
import apws.legal.LegalOffice.Family;
import apws.register.SessionKey;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTest {

    @Nested
    class OnH2 extends States {
        @Override
        LegalOffice start() {
            return LegalOffice.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends States {
        @Override
        LegalOffice start() throws Exception {
            return LegalOffice.onPostgres();
        }
    }

    abstract static class States extends OnBothDatabases {

        @Test
        void holds_unauthorised_absence_alone_each_with_its_last_day() {
            office.itIs("2026-10-01");
            var family = office.family();
            office.marks(family, "2026-09-21", "/O");
            office.marks(family, "2026-09-22", "IG");
            office.marks(family, "2026-09-23", "NU");

            assertThat(ledger.of(family.pupilId(), family.mother())).extracting(LedgerSession::key).extracting(SessionKey::toString)
                    .containsExactly("2026-09-21 PM", "2026-09-22 PM", "2026-09-23 AM", "2026-09-23 PM");
            assertThat(session(family, family.mother(), "2026-09-21 PM").lastDayToCharge()).isEqualTo("2027-03-21");
            assertThat(ledger.unauthorisedInTenSchoolWeeks(family.pupilId(), day("2026-10-01"))).isEqualTo(4);
        }

        @Test
        void a_mark_with_no_reason_yet_counts_and_goes_into_nothing() {
            office.itIs("2026-10-01");
            var family = office.family();
            office.marks(family, "2026-09-21", "NO");

            assertThat(session(family, family.mother(), "2026-09-21 AM")).satisfies(session -> {
                assertThat(session.state()).isEqualTo(FREE);
                assertThat(session.provisional()).isTrue();
                assertThat(session.counts()).isTrue();
                assertThat(session.free()).isFalse();
                assertThat(session.chargeable()).isFalse();
            });
            assertThat(ledger.towardsNotice(family.pupilId(), family.mother(), day("2026-10-01")))
                    .isEqualTo(new TowardsNotice(day("2026-06-22"), day("2026-10-01"), 2, 1));
            assertThat(ledger.free(family.pupilId(), family.mother())).extracting(LedgerSession::code).containsExactly("O");
            refused("no reason yet (N)", () -> issue(family, FIRST, 0, "2026-09-21"));
            refused("no reason yet (N)", () -> approve(family, family.mother(), Offence.S444_1, "2026-09-21"));
        }

        @Test
        void holds_sessions_of_compulsory_school_age_alone() {
            office.itIs("2027-01-20");
            // five on 3 November 2026: of compulsory school age from 31 December
            var family = office.family("2021-11-03");
            office.marks(family, "2026-12-18", "OO");
            office.marks(family, "2027-01-05", "OO");

            assertThat(ledger.free(family.pupilId(), family.mother())).extracting(LedgerSession::key).containsExactlyElementsOf(
                    sessions("2027-01-05"));
            refused("while of compulsory school age", () -> issue(family, FIRST, 0, "2026-12-18"));
        }

        @Test
        void ten_school_weeks_span_the_summer_and_begin_on_a_monday() {
            office.itIs("2026-10-01");
            var family = absent("2026-06-19", "2026-06-22", "2026-09-30");

            var counted = ledger.towardsNotice(family.pupilId(), family.mother(), day("2026-10-01"));
            assertThat(counted.from()).isEqualTo("2026-06-22");
            assertThat(counted.sessions()).isEqualTo(4);
        }

        @Test
        void a_session_expires_the_day_after_its_last_day() {
            office.itIs("2027-02-28");
            var family = absent("2026-08-31", "2026-09-03");
            assertThat(state(family, family.mother(), "2026-08-31 AM")).isEqualTo(FREE);
            assertThat(ledger.nextToExpire(family.pupilId(), family.mother()).orElseThrow().lastDayToCharge()).isEqualTo("2027-02-28");

            office.itIs("2027-03-01");
            assertThat(state(family, family.mother(), "2026-08-31 AM")).isEqualTo(EXPIRED);
            assertThat(ledger.chargeable(family.pupilId(), family.mother())).extracting(LedgerSession::key)
                    .containsExactlyElementsOf(sessions("2026-09-03"));
            assertThat(ledger.nextToExpire(family.pupilId()).orElseThrow().lastDayToCharge()).isEqualTo("2027-03-03");
            refused("its last day for a charge was 28 February 2027", () -> issue(family, FIRST, 0, "2026-08-31"));

            office.itIs("2027-03-04");
            assertThat(ledger.nextToExpire(family.pupilId())).isEmpty();
        }

        @Test
        void a_notice_concerns_one_parent_and_not_the_other() {
            var family = absent("2026-09-21", "2026-09-22");
            received(family, "2026-09-21");

            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(UNDER_NOTICE);
            assertThat(state(family, family.mother(), "2026-09-22 AM")).isEqualTo(FREE);
            assertThat(state(family, family.father(), "2026-09-21 AM")).isEqualTo(FREE);
            assertThat(ledger.towardsNotice(family.pupilId(), family.mother(), day("2026-10-01")).sessions()).isEqualTo(2);
            assertThat(ledger.unauthorisedInTenSchoolWeeks(family.pupilId(), day("2026-10-01"))).isEqualTo(4);
            refused("under notice in penalty notice PN-2026-", () -> issue(family, SECOND, 1, "2026-09-21"));
            refused("under notice in penalty notice PN-2026-", () -> approve(family, family.mother(), Offence.S444_1, "2026-09-21"));
        }

        @Test
        void a_notice_paid_discharges_and_one_withdrawn_bars_its_sessions() {
            var paid = absent("2026-09-21");
            pay(received(paid, "2026-09-21"), "2026-10-01", "80");
            assertThat(state(paid, paid.mother(), "2026-09-21 PM")).isEqualTo(DISCHARGED);

            var withdrawn = absent("2026-09-21");
            notices.withdrawn(received(withdrawn, "2026-09-21").number(), WithdrawalGround.OUGHT_NOT_TO_HAVE_BEEN_ISSUED, "ill", MANAGER);
            assertThat(state(withdrawn, withdrawn.mother(), "2026-09-21 PM")).isEqualTo(BARRED);
            assertThat(ledger.chargeable(withdrawn.pupilId(), withdrawn.mother())).isEmpty();
            refused("which held it, was withdrawn", () -> issue(withdrawn, FIRST, 0, "2026-09-21"));
            refused("which held it, was withdrawn", () -> approve(withdrawn, withdrawn.mother(), Offence.S444_1, "2026-09-21"));
            assertThat(approve(withdrawn, withdrawn.father(), Offence.S444_1, "2026-09-21").sessions()).as("the other parent's").hasSize(2);
        }

        @Test
        void after_a_material_error_only_a_corrected_notice_given_with_the_withdrawal_leads_to_a_charge_and_only_unpaid() {
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23");
            var wrong = received(family, "2026-09-21", "2026-09-22");
            refused("was not withdrawn so today",
                    () -> notices.issueCorrected(wrong.number(), sessions("2026-09-21"), 0, FIRST, MANAGER));
            notices.withdrawn(wrong.number(), WithdrawalGround.MATERIAL_ERROR, "wrong address", MANAGER);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(BARRED);
            assertThat(ledger.chargeable(family.pupilId(), family.mother())).extracting(LedgerSession::date).containsOnly(day("2026-09-23"));
            refused("which held it, was withdrawn", () -> issue(family, FIRST, 0, "2026-09-21"));
            refused("The session on 23 September 2026",
                    () -> notices.issueCorrected(wrong.number(), sessions("2026-09-21", "2026-09-23"), 0, FIRST, MANAGER));

            var corrected = notices.issueCorrected(wrong.number(), sessions("2026-09-21"), 0, FIRST, MANAGER);
            assertThat(corrected.corrects()).isEqualTo(wrong.number());
            assertThat(corrected.which()).as("a withdrawn one does not count").isEqualTo(1);
            assertThat(notices.correctionOf(wrong.number())).contains(corrected);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(UNDER_NOTICE);
            assertThat(state(family, family.mother(), "2026-09-22 AM")).as("left out of the corrected notice").isEqualTo(BARRED);
            assertThat(ledger.usesOf(family.pupilId(), SessionKey.parse("2026-09-21 AM"))).extracting(SessionUse::notice,
                    SessionUse::standing)
                    .containsExactly(tuple(wrong.number(), false), tuple(corrected.number(), true));
            refused("has been corrected already",
                    () -> notices.issueCorrected(wrong.number(), sessions("2026-09-22"), 0, FIRST, MANAGER));
            refused("under notice", () -> approve(family, family.mother(), Offence.S444_1, "2026-09-21"));

            notices.served(corrected.number(), new NoticeService(day("2026-10-01"), PostClass.FIRST_CLASS, null, null), MANAGER);
            office.itIs("2026-11-02");
            notices.toBeProsecuted(corrected.number(), "not paid", MANAGER);
            var prosecution = approve(family, family.mother(), Offence.S444_1, "2026-09-21");
            proceedings.declined(prosecution.id(), "weak", "l.legal");
            notices.withdrawn(corrected.number(), WithdrawalGround.UNPAID_AND_NOT_PROSECUTED, "declined", MANAGER);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(BARRED);
        }

        @Test
        void a_corrected_notice_is_given_on_the_day_of_the_withdrawal_or_never() {
            var family = absent("2026-09-21");
            var wrong = received(family, "2026-09-21");
            notices.withdrawn(wrong.number(), WithdrawalGround.MATERIAL_ERROR, "wrong address", MANAGER);
            office.itIs("2026-10-02");
            refused("was not withdrawn so today", () -> notices.issueCorrected(wrong.number(), sessions("2026-09-21"), 0, FIRST, MANAGER));
        }

        @Test
        void an_unpaid_notice_frees_its_sessions_for_a_charge_only_when_it_is_to_be_prosecuted() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-02");
            assertThat(ledger.chargeable(family.pupilId(), family.mother())).isEmpty();

            notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(UNDER_NOTICE);
            assertThat(ledger.chargeable(family.pupilId(), family.mother())).hasSize(2);
            assertThat(ledger.free(family.pupilId(), family.mother())).isEmpty();

            office.itIs("2027-03-22");
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(EXPIRED);
            assertThat(ledger.chargeable(family.pupilId(), family.mother())).isEmpty();
        }

        @Test
        void a_session_goes_through_a_prosecution() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22");
            var approved = approve(family, family.mother(), Offence.S444_1A, "2026-09-21", "2026-09-22");
            assertThat(session(family, family.mother(), "2026-09-21 AM")).satisfies(session -> {
                assertThat(session.state()).isEqualTo(FREE);
                assertThat(session.usedBy()).isEqualTo("prosecution " + approved.id());
                assertThat(session.counts()).isFalse();
                assertThat(session.chargeable()).isFalse();
            });
            refused("being prepared in prosecution", () -> issue(family, FIRST, 0, "2026-09-21"));
            assertThat(ledger.nextToExpire(family.pupilId(), family.mother())).isPresent();

            proceedings.charged(approved.id(), charge(approved.id(), Offence.S444_1A, Route.REQUISITION, "2026-10-05"), true, "l.legal");
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(CHARGED);
            assertThat(ledger.nextToExpire(family.pupilId(), family.mother())).isEmpty();
            assertThat(ledger.nextToExpire(family.pupilId())).as("the father's").isPresent();

            proceedings.concluded(approved.id(), Outcome.NOT_GUILTY, day("2026-10-05"), null, false, "l.legal");
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(DECIDED);
            assertThat(state(family, family.father(), "2026-09-21 AM")).isEqualTo(FREE);
        }

        @Test
        void a_mark_corrected_after_its_use_is_never_silent() {
            var family = absent("2026-09-21", "2026-09-22");
            var notice = received(family, "2026-09-21");
            office.marks(family, "2026-09-21", "IG");
            office.marks(family, "2026-09-22", "/O");

            assertThat(session(family, family.mother(), "2026-09-21 AM")).satisfies(session -> {
                assertThat(session.state()).isEqualTo(CORRECTED);
                assertThat(session.code()).isEqualTo("I");
                assertThat(session.usedBy()).isEqualTo("penalty notice " + notice.number());
            });
            assertThat(state(family, family.mother(), "2026-09-21 PM")).as("unauthorised still, but for another reason")
                    .isEqualTo(CORRECTED);
            assertThat(ledger.of(family.pupilId(), family.mother())).extracting(session -> session.key().toString())
                    .as("a mark that nothing used is only gone").doesNotContain("2026-09-22 AM");
            assertThat(ledger.of(family.pupilId(), family.father())).extracting(session -> session.key().toString())
                    .containsExactly("2026-09-21 PM", "2026-09-22 PM");
            assertThat(ledger.usesOf(family.pupilId(), SessionKey.parse("2026-09-21 AM"))).singleElement().satisfies(use -> {
                assertThat(use.code()).isEqualTo("O");
                assertThat(use.notice()).isEqualTo(notice.number());
                assertThat(use.parentId()).isEqualTo(family.mother());
                assertThat(use.standing()).isTrue();
            });

            notices.withdrawn(notice.number(), WithdrawalGround.MATERIAL_ERROR, "the marks were wrong", MANAGER);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).as("authorised now, and was used").isEqualTo(CORRECTED);
            assertThat(state(family, family.mother(), "2026-09-21 PM")).as("let go, and unauthorised").isEqualTo(BARRED);
            refused("its mark has been corrected", () -> issue(family, FIRST, 0, "2026-09-21"));

            office.marks(family, "2026-09-21", "OG");
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(BARRED);
        }

        @Test
        void the_database_forbids_a_session_in_two_notices_at_once() throws Exception {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            var other = absent("2026-09-21", "2026-09-22");
            var first = idOf(issue(other, FIRST, 0, "2026-09-21"));
            var second = idOf(issue(other, SECOND, 1, "2026-09-22"));
            var together = new CyclicBarrier(2);
            var threads = Executors.newFixedThreadPool(2);
            try {
                var outcomes = threads.invokeAll(List.of(take(first, family, together), take(second, family, together)));
                assertThat(List.of(outcomes.get(0).get(30, TimeUnit.SECONDS), outcomes.get(1).get(30, TimeUnit.SECONDS)))
                        .containsExactlyInAnyOrder("taken", "The session on 21 September 2026 in the morning is in another notice or "
                                + "prosecution of this parent.");
            } finally {
                threads.shutdownNow();
            }
            assertThat(ledger.usesOf(family.pupilId(), SessionKey.parse("2026-09-21 AM"))).hasSize(1);
        }

        /** Past all checks, straight to the table. */
        private Callable<String> take(long notice, Family family, CyclicBarrier together) {
            return () -> {
                try {
                    return office.inTransaction(() -> {
                        await(together);
                        office.bean(SessionUses.class).takeForNotice(notice, family.pupilId(), family.mother(),
                                sessions("2026-09-21").stream().map(key -> new UsedSession(key.date(), key.half(), "O")).toList());
                        return "taken";
                    });
                } catch (LegalRefusal refused) {
                    return refused.getMessage();
                }
            };
        }

        private static void await(CyclicBarrier together) {
            try {
                together.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private long idOf(PenaltyNotice notice) {
            return office.bean(JdbcClient.class).sql("select id from penalty_notice where number = :number")
                    .param("number", notice.number()).query(Long.class).single();
        }

        @Test
        void two_notices_for_a_session_at_the_same_time_become_one() throws Exception {
            office.itIs("2026-10-01");
            var family = absent("2026-09-21");
            var together = new CyclicBarrier(2);
            Callable<String> issuing = () -> {
                await(together);
                try {
                    return issue(family, FIRST, 0, "2026-09-21").number().substring(0, 8);
                } catch (LegalRefusal refused) {
                    return refused.getMessage();
                }
            };
            var threads = Executors.newFixedThreadPool(2);
            try {
                var outcomes = threads.invokeAll(List.of(issuing, issuing));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder("PN-2026-",
                        "Earlier notices to this parent for this child were counted as 0 and are 1: look the amount up again.");
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
