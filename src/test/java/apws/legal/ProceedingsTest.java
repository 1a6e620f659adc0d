package apws.legal;

import static apws.legal.Offence.S444_1;
import static apws.legal.Offence.S444_1A;
import static apws.legal.ProceedingStatus.APPROVED;
import static apws.legal.ProceedingStatus.CHARGED;
import static apws.legal.ProceedingStatus.CONCLUDED;
import static apws.legal.ProceedingStatus.DECLINED;
import static apws.legal.ProceedingStatus.DROPPED;
import static apws.legal.ProceedingStatus.SUBMITTED;
import static apws.legal.SessionState.DECIDED;
import static apws.legal.SessionState.FREE;
import static apws.legal.SessionState.UNDER_NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import apws.register.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProceedingsTest {

    @Nested
    class OnH2 extends Prosecutions {
        @Override
        LegalOffice start() {
            return LegalOffice.onH2();
        }
    }

    @Tag("server")
    @Nested
    class OnPostgres extends Prosecutions {
        @Override
        LegalOffice start() throws Exception {
            return LegalOffice.onPostgres();
        }
    }

    abstract static class Prosecutions extends OnBothDatabases {

        private static final String LEGAL = "l.legal";
        private static final Sentence FINE = new Sentence(day("2026-11-03"), new BigDecimal("120.00"), null, null, null,
                new BigDecimal("85.00"),
                null, null, null, null);

        @Test
        void is_approved_by_another_than_the_cases_officer() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            refused("someone other than the case's officer", () -> proceedings.approve(new Approval(family.caseReference(),
                    family.pupilId(),
                    family.mother(), S444_1, day("2026-09-21"), day("2026-09-21"), sessions("2026-09-21"), MANAGER, MANAGER, null, "Said at the door")));
            assertThat(proceedings.of(family.caseReference())).isEmpty();

            office.listings().list(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"), "INTERVIEW", "e.wood");
            var approved = approve(family, family.mother(), S444_1A, "2026-09-21");
            assertThat(approved.status()).isEqualTo(APPROVED);
            assertThat(approved.approvedBy()).isEqualTo(MANAGER);
            assertThat(approved.sessions()).hasSize(2);
            assertThat(proceedings.anyOpen(family.caseReference())).isTrue();
            assertThat(office.chronology(family))
                    .containsExactly("Prosecution of Ms A Marsh approved: Education Act 1996 s.444(1A), 2 sessions "
                    + "from 21 September 2026 to 21 September 2026");
        }

        @Test
        void sessions_lie_in_the_period_and_are_chargeable() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22");
            refused("22 September 2026 in the morning is outside the period", () -> proceedings.approve(new Approval(family.caseReference(),
                    family.pupilId(), family.mother(), S444_1, day("2026-09-21"), day("2026-09-21"), sessions("2026-09-21", "2026-09-22"),
                    "e.wood", MANAGER, null, "Said at the door")));
            refused("20 September 2026 in the morning is outside the period", () -> proceedings.approve(new Approval(family.caseReference(),
                    family.pupilId(), family.mother(), S444_1, day("2026-09-21"), day("2026-09-21"), sessions("2026-09-20"), "e.wood",
                    MANAGER, null, "Said at the door")));
            refused("is no unauthorised absence", () -> approve(family, family.mother(), S444_1, "2026-09-23"));
            assertThatThrownBy(() -> approve(family, absent("2026-09-21").mother(), S444_1, "2026-09-21"))
                    .hasMessageContaining("no parent of");

            approve(family, family.mother(), S444_1, "2026-09-21");
            refused("being prepared in prosecution", () -> approve(family, family.mother(), S444_1, "2026-09-21"));
            approve(family, family.father(), S444_1, "2026-09-21");
        }

        @Test
        void charges_against_one_parent_never_overlap_in_dates() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24");
            var first = charged(approve(family, family.mother(), S444_1, "2026-09-21", "2026-09-23").id(), S444_1, "2026-10-05");
            refused("never overlap in dates: prosecution %d (charged) is of 21 September 2026 to 23 September 2026".formatted(first.id()),
                    () -> approve(family, family.mother(), S444_1, "2026-09-22"));
            assertThat(approve(family, family.mother(), S444_1, "2026-09-24").status()).isEqualTo(APPROVED);
            assertThat(approve(family, family.father(), S444_1, "2026-09-22").status()).as("against the other").isEqualTo(APPROVED);

            proceedings.concluded(first.id(), Outcome.WITHDRAWN, day("2026-10-05"), null, false, LEGAL);
            assertThat(approve(family, family.mother(), S444_1, "2026-09-22").status()).as("once it is withdrawn").isEqualTo(APPROVED);
        }

        @Test
        void the_charge_holds_what_was_listed_to_the_parent_and_others_only_with_the_approvers_reason() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22");
            office.listings().list(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"), "INTERVIEW", "e.wood");
            office.listings().list(family.caseReference(), family.pupilId(), family.mother(), sessions("2026-09-21"), "APWS 4.1", "e.wood");
            refused("22 September 2026 in the morning was listed to the parent in no letter", () -> approve(family, null));
            refused("22 September 2026 in the morning was listed to the parent in no letter", () -> approve(family, " "));
            var approved = approve(family, "Said by the parent of her own accord");
            assertThat(approved.othersBecause()).isEqualTo("Said by the parent of her own accord");
            assertThat(office.chronology(family)).singleElement().asString().endsWith("Said by the parent of her own accord");

            var father = proceedings.declined(approve(family, family.father(), S444_1, "2026-09-21").id(), "weak", LEGAL);
            assertThat(father.othersBecause()).as("what was listed to the mother was not listed to him").isNotNull();
            office.listings().list(family.caseReference(), family.pupilId(), family.father(), sessions("2026-09-21"), "INTERVIEW", "e.wood");
            assertThat(approve(family, family.father(), S444_1, "2026-09-21").othersBecause()).as("all were listed").isNull();
        }

        private Proceeding approve(LegalOffice.Family family, String othersBecause) {
            return proceedings.approve(new Approval(family.caseReference(), family.pupilId(), family.mother(), S444_1, day("2026-09-21"),
                    day("2026-09-22"), sessions("2026-09-21", "2026-09-22"), "e.wood", MANAGER, null, othersBecause));
        }

        @Test
        void the_dates_charged_lie_within_those_approved_and_hold_every_session() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23");
            var id = approve(family, family.mother(), S444_1, "2026-09-21", "2026-09-23").id();
            refused("hold every session in it", () -> charged(id, "2026-09-22", "2026-09-23"));
            refused("hold every session in it", () -> charged(id, "2026-09-20", "2026-09-23"));
            proceedings.struckOut(id, sessions("2026-09-21"), "expired", LEGAL);
            refused("hold every session in it", () -> charged(id, "2026-09-22", "2026-09-24"));
            assertThat(charged(id, "2026-09-22", "2026-09-23")).extracting(Proceeding::periodFrom, Proceeding::periodTo)
                    .containsExactly(day("2026-09-22"), day("2026-09-23"));
        }

        private Proceeding charged(long id, String from, String to) {
            return proceedings.charged(id, new Charge(S444_1, day("2026-10-05"), Route.SUMMONS, day(from), day(to)), true, LEGAL);
        }

        @Test
        void a_notices_prosecution_is_given_up_by_itself_and_not_with_the_case() {
            var family = absent("2026-09-21", "2026-09-22");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-02");
            notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            refused("is not in penalty notice", () -> approve(notice, family, "2026-09-22"));
            var approved = approve(notice, family, "2026-09-21");
            assertThat(proceedings.ofNotice(notice.number())).hasValueSatisfying(of -> assertThat(of.id()).isEqualTo(approved.id()));
            assertThat(proceedings.drop(family.caseReference(), "Moved away", MANAGER)).isEmpty();

            proceedings.givenUp(notice.number(), "She has paid her debts", MANAGER);
            assertThat(proceedings.get(approved.id()).status()).isEqualTo(DROPPED);
            proceedings.givenUp(notice.number(), "said twice", MANAGER);
            var again = charged(approve(notice, family, "2026-09-21").id(), S444_1, "2026-11-02");
            refused("It is before a court", () -> proceedings.givenUp(notice.number(), "too late", MANAGER));
            assertThat(again.decided()).isFalse();
            assertThat(proceedings.concluded(again.id(), Outcome.NOT_GUILTY, day("2026-11-02"), null, false, LEGAL).decided()).isTrue();
        }

        @Test
        void goes_to_legal_services_as_often_as_they_ask() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = approve(family, family.mother(), S444_1, "2026-09-21").id();
            proceedings.submitted(id, new Submission(day("2026-10-05"), 1, "aa"), MANAGER);
            var again = proceedings.submitted(id, new Submission(day("2026-10-05"), 2, "bb"), MANAGER);
            assertThat(again.status()).isEqualTo(SUBMITTED);
            assertThat(again.submissions()).containsExactly(new Submission(day("2026-10-05"), 1, "aa"), new Submission(day("2026-10-05"),
                    2, "bb"));
        }

        @Test
        void legal_services_strike_sessions_out_or_decline() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22");
            var id = approve(family, family.mother(), S444_1, "2026-09-21", "2026-09-22").id();
            var less = proceedings.struckOut(id, sessions("2026-09-21"), "no register print", LEGAL);
            assertThat(less.sessions()).extracting(UsedSession::key).isEqualTo(sessions("2026-09-22"));
            assertThat(less.struckOut()).extracting(UsedSession::key).isEqualTo(sessions("2026-09-21"));
            assertThat(session(family, family.mother(), "2026-09-21 AM").free()).isTrue();
            assertThat(proceedings.struckOut(id, sessions("2026-09-21"), "again", LEGAL)).as("already out").isEqualTo(less);
            refused("At least one session has to stay", () -> proceedings.struckOut(id, sessions("2026-09-22"), "all", LEGAL));

            var declined = proceedings.declined(id, "not in the public interest", LEGAL);
            assertThat(declined.status()).isEqualTo(DECLINED);
            assertThat(declined.endedBecause()).isEqualTo("not in the public interest");
            assertThat(session(family, family.mother(), "2026-09-22 AM").free()).isTrue();
            assertThat(proceedings.anyOpen(family.caseReference())).isFalse();
            refused("is declined by Legal Services. It cannot be submitted", () -> proceedings.submitted(id,
                    new Submission(day("2026-10-05"), 3,
                    "cc"), MANAGER));
            refused("No charge can be issued", () -> charged(id, S444_1, "2026-10-05"));
        }

        @Test
        void a_case_that_ends_drops_what_is_not_charged() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var charged = charged(approve(family, family.mother(), S444_1, "2026-09-21").id(), S444_1, "2026-10-05");
            var approved = approve(family, family.father(), S444_1, "2026-09-21");

            assertThat(proceedings.drop(family.caseReference(), "moved away", MANAGER)).extracting(Proceeding::id, Proceeding::status)
                    .containsExactly(tuple(approved.id(), DROPPED));
            assertThat(proceedings.get(charged.id()).status()).isEqualTo(CHARGED);
            assertThat(state(family, family.father(), "2026-09-21 AM")).isEqualTo(FREE);
            assertThat(proceedings.anyOpen(family.caseReference())).isTrue();
        }

        @Test
        void is_charged_until_the_last_day_of_every_session_in_it() {
            office.itIs("2026-10-05");
            var family = absent("2026-08-31", "2026-09-03");
            var id = approve(family, family.mother(), S444_1, "2026-08-31", "2026-09-03").id();
            var other = approve(family, family.father(), S444_1, "2026-08-31", "2026-09-03").id();

            office.itIs("2027-03-01");
            refused("The charge of 1 March 2027 is too late for the session on 31 August 2026 in the morning: its last day was 28 February "
                    + "2027.",
                    () -> charged(id, S444_1, "2027-03-01"));
            assertThat(charged(id, S444_1, "2027-02-28").status()).as("laid on the last day, recorded the day after").isEqualTo(CHARGED);

            proceedings.struckOut(other, sessions("2026-08-31"), "out of time", LEGAL);
            assertThat(charged(other, S444_1, "2027-03-01").sessions()).hasSize(2);
        }

        @Test
        void is_charged_on_a_day_that_can_be_before_its_hearing() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = approve(family, family.mother(), S444_1, "2026-09-21").id();
            refused("cannot have been charged on 6 October 2026", () -> charged(id, S444_1, "2026-10-06"));
            refused("cannot have been charged on 4 October 2026", () -> charged(id, S444_1, "2026-10-04"));
            refused("It is before no court", () -> proceedings.summoned(id, summons("2026-11-02"), LEGAL));
            charged(id, S444_1, "2026-10-05");
            refused("The hearing cannot be before the charge", () -> proceedings.summoned(id, summons("2026-10-04"), LEGAL));
        }

        @Test
        void the_single_justice_procedure_is_for_adults_and_the_lesser_offence() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = approve(family, family.mother(), S444_1A, "2026-09-21").id();
            refused("s.444(1) only", () -> proceedings.charged(id, charge(id, S444_1A, Route.SINGLE_JUSTICE_PROCEDURE, "2026-10-05"), true,
                    LEGAL));
            refused("adults only", () -> proceedings.charged(id, charge(id, S444_1, Route.SINGLE_JUSTICE_PROCEDURE, "2026-10-05"), false,
                    LEGAL));
            var charged = proceedings.charged(id, charge(id, S444_1, Route.SINGLE_JUSTICE_PROCEDURE, "2026-10-05"), true, LEGAL);
            assertThat(charged.offence()).as("as Legal Services charged it").isEqualTo(S444_1);
            assertThat(charged.charge()).isEqualTo(charge(id, S444_1, Route.SINGLE_JUSTICE_PROCEDURE, "2026-10-05"));

            refused("has a day to respond by and no hearing yet", () -> proceedings.summoned(id, summons("2026-11-02"), LEGAL));
            var asked = proceedings.summoned(id, Summons.toRespond("Fairhaven Magistrates' Court", null, day("2026-10-26")), LEGAL);
            assertThat(asked.summons().respondBy()).isEqualTo("2026-10-26");
            assertThat(asked.summons().hearingOn()).isNull();
        }

        @Test
        void a_corrected_mark_is_struck_out_before_the_charge() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22");
            var id = approve(family, family.mother(), S444_1, "2026-09-21", "2026-09-22").id();
            office.marks(family, "2026-09-21", "IO");
            refused("The mark of the session on 21 September 2026 in the morning has been corrected", () -> charged(id, S444_1,
                    "2026-10-05"));

            proceedings.struckOut(id, List.of(SessionKey.parse("2026-09-21 AM")), "ill", LEGAL);
            assertThat(charged(id, S444_1, "2026-10-05").sessions()).hasSize(3);
        }

        @Test
        void an_unpaid_notices_sessions_are_taken_over_and_given_back() {
            var family = absent("2026-09-21");
            var notice = received(family, "2026-09-21");
            office.itIs("2026-11-02");
            notices.toBeProsecuted(notice.number(), "not paid", MANAGER);
            refused("which is prosecuted by itself", () -> proceedings.approve(new Approval(family.caseReference(), family.pupilId(),
                    family.mother(), S444_1, day("2026-09-21"), day("2026-09-21"), sessions("2026-09-21"), "e.wood", MANAGER, null,
                    "Said at the door")));
            var first = approve(notice, family, "2026-09-21");
            assertThat(session(family, family.mother(), "2026-09-21 AM")).satisfies(session -> {
                assertThat(session.state()).isEqualTo(UNDER_NOTICE);
                assertThat(session.usedBy()).isEqualTo("prosecution " + first.id());
                assertThat(session.chargeable()).isFalse();
            });

            proceedings.declined(first.id(), "weak", LEGAL);
            assertThat(session(family, family.mother(), "2026-09-21 AM")).satisfies(session -> {
                assertThat(session.usedBy()).isEqualTo("penalty notice " + notice.number());
                assertThat(session.chargeable()).isTrue();
                assertThat(session.free()).isFalse();
            });

            var second = charged(approve(notice, family, "2026-09-21").id(), S444_1, "2026-11-02");
            proceedings.concluded(second.id(), Outcome.FOUND_GUILTY, day("2026-11-02"), null, false, LEGAL);
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(DECIDED);
            assertThat(ledger.usesOf(family.pupilId(), SessionKey.parse("2026-09-21 AM"))).hasSize(3);
        }

        @Test
        void is_served_adjourned_and_heard() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = approve(family, family.mother(), S444_1, "2026-09-21").id();
            refused("It is not before a court", () -> proceedings.heard(id, hearing("2026-11-02", null), LEGAL));
            refused("There is nothing to serve", () -> proceedings.served(id, "post", day("2026-10-05"), LEGAL));
            refused("It has no hearing", () -> proceedings.hearingMoved(id, day("2026-11-10"), "14:00", "Court 1", "listing", LEGAL));
            charged(id, S444_1, "2026-10-05");
            assertThat(proceedings.get(id).summons()).as("not known on the day of the charge").isNull();
            assertThat(proceedings.summoned(id, summons("2026-11-02"), LEGAL).summons()).isEqualTo(summons("2026-11-02"));

            var served = proceedings.served(id, "first class post", day("2026-10-07"), LEGAL);
            assertThat(served.servedHow()).isEqualTo("first class post");
            assertThat(served.servedOn()).isEqualTo("2026-10-07");

            var moved = proceedings.hearingMoved(id, day("2026-11-03"), "14:00", "Court 1", "listing", LEGAL).summons();
            assertThat(moved.hearingOn()).isEqualTo("2026-11-03");
            assertThat(moved.hearingTime()).isEqualTo("14:00");
            assertThat(moved.hearingPlace()).isEqualTo("Court 1");

            refused("cannot be adjourned to 3 November 2026", () -> proceedings.heard(id, hearing("2026-11-03", "2026-11-03"), LEGAL));
            var adjourned = proceedings.heard(id, hearing("2026-11-03", "2026-12-01"), LEGAL);
            assertThat(adjourned.summons().hearingOn()).isEqualTo("2026-12-01");
            assertThat(adjourned.status()).isEqualTo(CHARGED);
            var heard = proceedings.heard(id, hearing("2026-12-01", null), LEGAL);
            assertThat(heard.hearings()).containsExactly(hearing("2026-11-03", "2026-12-01"), hearing("2026-12-01", null));
            assertThat(office.chronology(family)).endsWith("Hearing of Ms A Marsh on 3 November 2026: adjourned to 1 December 2026",
                    "Hearing of Ms A Marsh on 1 December 2026: concluded");
        }

        @ParameterizedTest
        @EnumSource(Outcome.class)
        void an_outcome_decides_on_the_sessions_or_leaves_them_as_they_were(Outcome outcome) {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = charged(approve(family, family.mother(), S444_1A, "2026-09-21").id(), S444_1A, "2026-10-05").id();
            var concluded = proceedings.concluded(id, outcome, day("2026-10-05"), "in words", true, LEGAL);
            assertThat(concluded.status()).isEqualTo(CONCLUDED);
            assertThat(concluded.outcome()).isEqualTo(outcome);
            assertThat(concluded.supervisionOrderDirected()).isTrue();
            assertThat(concluded.convictedOf()).isEqualTo(switch (outcome) {
                case GUILTY_PLEA, FOUND_GUILTY, PROVED_IN_ABSENCE -> S444_1A;
                case GUILTY_OF_S444_1_INSTEAD -> S444_1;
                default -> null;
            });
            assertThat(state(family, family.mother(), "2026-09-21 AM")).isEqualTo(switch (outcome) {
                case WITHDRAWN, DISCONTINUED -> FREE;
                default -> DECIDED;
            });
            assertThat(proceedings.anyOpen(family.caseReference())).isFalse();
            refused("It has no outcome to record", () -> proceedings.concluded(id, outcome, day("2026-10-05"), "again", false, LEGAL));
        }

        @Test
        void an_outcome_fits_the_charge() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            var id = charged(approve(family, family.mother(), S444_1, "2026-09-21").id(), S444_1, "2026-10-05").id();
            refused("The charge is of s.444(1) already", () -> conclude(id, Outcome.GUILTY_OF_S444_1_INSTEAD, "2026-10-05"));
            refused("Say what the other disposal is", () -> conclude(id, Outcome.OTHER, "2026-10-05"));
            refused("cannot have ended on 4 October 2026", () -> conclude(id, Outcome.NOT_GUILTY, "2026-10-04"));
            refused("cannot have ended on 6 October 2026", () -> conclude(id, Outcome.NOT_GUILTY, "2026-10-06"));
            conclude(id, Outcome.NOT_GUILTY, "2026-10-05");
            refused("Nobody was convicted in these proceedings", () -> proceedings.sentenced(id, FINE, LEGAL));
            refused("Nobody was convicted in these proceedings", () -> proceedings.stageFiveEnded(id, StageFiveEnd.SUSTAINED, LEGAL));
        }

        @Test
        void prison_and_community_orders_are_for_the_graver_offence() {
            var lesser = convicted(S444_1, Outcome.FOUND_GUILTY);
            var reduced = convicted(S444_1A, Outcome.GUILTY_OF_S444_1_INSTEAD);
            var graver = convicted(S444_1A, Outcome.GUILTY_PLEA);
            var prison = new Sentence(day("2026-11-03"), null, null, null, "4 weeks", null, null, null, null, null);
            var community = new Sentence(day("2026-11-03"), null, null, "80 hours of unpaid work", null, null, null, null, null, null);
            refused("s.444(1A) only", () -> proceedings.sentenced(lesser.id(), prison, LEGAL));
            refused("s.444(1A) only", () -> proceedings.sentenced(reduced.id(), community, LEGAL));
            assertThat(proceedings.sentenced(graver.id(), prison, LEGAL).sentence()).isEqualTo(prison);
            assertThat(proceedings.sentenced(graver.id(), community, LEGAL).sentence()).as("put right").isEqualTo(community);
            assertThat(proceedings.sentenced(lesser.id(), FINE, LEGAL).sentence()).isEqualTo(FINE);
            assertThat(FINE.inWords()).isEqualTo("fine £120, costs £85");
        }

        @Test
        void a_parenting_order_is_at_most_a_year_long() {
            var id = convicted(S444_1, Outcome.PROVED_IN_ABSENCE).id();
            refused("at most 12 months", () -> proceedings.sentenced(id, parentingOrder(13), LEGAL));
            refused("at most 12 months", () -> proceedings.sentenced(id, parentingOrder(0), LEGAL));
            assertThat(proceedings.sentenced(id, parentingOrder(12), LEGAL).sentence()).isEqualTo(parentingOrder(12));
        }

        @Test
        void after_a_conviction_only_later_sessions_are_charged() {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21", "2026-09-22", "2026-09-23");
            var id = charged(approve(family, family.mother(), S444_1, "2026-09-22").id(), S444_1, "2026-10-05").id();
            conclude(id, Outcome.GUILTY_PLEA, "2026-10-05");

            assertThat(ledger.chargeable(family.pupilId(), family.mother())).extracting(LedgerSession::key)
                    .isEqualTo(sessions("2026-09-23"));
            refused("this parent was convicted of a later session", () -> approve(family, family.mother(), S444_1, "2026-09-21"));
            assertThat(ledger.chargeable(family.pupilId(), family.father())).hasSize(6);
        }

        @Test
        void stage_five_ends_sustained_or_with_absence_continued() {
            var sustained = convicted(S444_1, Outcome.GUILTY_PLEA);
            var reference = sustained.caseReference();
            assertThat(proceedings.sustained(reference, day("2026-10-05"))).isFalse();
            proceedings.stageFiveEnded(sustained.id(), StageFiveEnd.SUSTAINED, MANAGER);
            assertThat(proceedings.sustained(reference, day("2026-10-05"))).isTrue();
            assertThat(proceedings.absenceContinued(reference, day("2026-10-05"))).isFalse();
            assertThat(proceedings.sustained(reference, day("2026-10-06"))).as("a later round of Stage 4").isFalse();

            var continued = convicted(S444_1, Outcome.GUILTY_PLEA);
            proceedings.stageFiveEnded(continued.id(), StageFiveEnd.ABSENCE_CONTINUED, MANAGER);
            assertThat(proceedings.absenceContinued(continued.caseReference(), day("2026-10-05"))).isTrue();
            assertThat(proceedings.absenceContinued(continued.caseReference(), day("2026-10-06"))).isFalse();
            assertThat(proceedings.sustained(continued.caseReference(), day("2026-10-05"))).isFalse();
        }

        @Test
        void an_appeal_that_fails_changes_nothing_and_one_that_succeeds_acquits() {
            var convicted = convicted(S444_1, Outcome.FOUND_GUILTY);
            proceedings.sentenced(convicted.id(), FINE, LEGAL);
            proceedings.stageFiveEnded(convicted.id(), StageFiveEnd.SUSTAINED, MANAGER);
            var made = proceedings.challenged(convicted.id(), appeal(Challenge.Result.AWAITED), LEGAL);
            assertThat(made.guilty()).isTrue();
            assertThat(proceedings.challenged(convicted.id(), appeal(Challenge.Result.CONVICTION_STANDS), LEGAL).sentence())
                    .isEqualTo(FINE);

            var quashed = proceedings.challenged(convicted.id(), appeal(Challenge.Result.QUASHED), LEGAL);
            assertThat(quashed.outcome()).isEqualTo(Outcome.NOT_GUILTY);
            assertThat(quashed.sentence()).isNull();
            assertThat(quashed.challenges()).hasSize(3);
            assertThat(proceedings.sustained(convicted.caseReference(), day("2026-10-05"))).isFalse();
            assertThat(proceedings.ofParent(quashed.pupilId(), quashed.parentId())).containsExactly(quashed);
        }

        @Test
        void a_statutory_declaration_brings_the_charge_before_the_court_again() {
            var convicted = convicted(S444_1, Outcome.PROVED_IN_ABSENCE);
            proceedings.sentenced(convicted.id(), FINE, LEGAL);
            var again = proceedings.challenged(convicted.id(), new Challenge(Challenge.Kind.STATUTORY_DECLARATION, day("2026-10-05"),
                    Challenge.Result.HEARD_AGAIN, "did not know of the hearing"), LEGAL);
            assertThat(again.status()).isEqualTo(CHARGED);
            assertThat(again.outcome()).isNull();
            assertThat(again.endedOn()).isNull();
            assertThat(again.sentence()).isNull();
            assertThat(again.sessions()).isEqualTo(convicted.sessions());
            assertThat(proceedings.anyOpen(again.caseReference())).isTrue();
            assertThat(conclude(again.id(), Outcome.GUILTY_PLEA, "2026-10-05").guilty()).isTrue();
        }

        private Proceeding convicted(Offence offence, Outcome outcome) {
            office.itIs("2026-10-05");
            var family = absent("2026-09-21");
            return conclude(charged(approve(family, family.mother(), offence, "2026-09-21").id(), offence, "2026-10-05").id(), outcome,
                    "2026-10-05");
        }

        private Proceeding charged(long id, Offence offence, String on) {
            return proceedings.charged(id, charge(id, offence, Route.SUMMONS, on), true, LEGAL);
        }

        private Proceeding conclude(long id, Outcome outcome, String on) {
            return proceedings.concluded(id, outcome, day(on), null, false, LEGAL);
        }

        private static Hearing hearing(String on, String adjournedTo) {
            return new Hearing(day(on), "first", "absent", null, adjournedTo == null ? null : day(adjournedTo),
                    adjournedTo == null ? null : "for reports");
        }

        private static Sentence parentingOrder(int months) {
            return new Sentence(day("2026-11-03"), null, "conditional discharge, 12 months", null, null, null, new BigDecimal("26.00"),
                    months,
                    "Strengthening Families", "R Officer");
        }

        private static Challenge appeal(Challenge.Result result) {
            return new Challenge(Challenge.Kind.APPEAL, day("2026-10-05"), result, "to the Crown Court");
        }
    }
}
