package apws.procedure.answers;

import apws.form.FieldsRead;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the application itself reads of a form: a record, whose components are fields of the form by their keys. Text that was not answered is
 * "", a list empty, everything else null. A form that drops one of these fields, or makes something else of it, is not deployed.
 */
public sealed interface FormAnswers
        permits AddressCorrected, AddressFound, ChallengeMade, ChargeIssued, Contact, EarlyHelpUndertaken, EvidenceGathered,
                EvidencePrepared, HearingHeld, HearingMoved, InitialMeetingArranged, InterviewRecorded, LegalReview, LettersPosted, MarkAnswer,
                MarkDispute, MarkUsesReviewed, MeetingHeld, MidPointReviewed, NoticeAsPrepared, OfficerChosen, OpenDays, OutcomeAnnounced,
                PanelBooked, PanelHeld, PanelReviewed, PeopleCompared, PlanAgreed, ProceedingsEnded, ProsecutionApproved, Referral,
                ReferralReturned, ReviewDecided, SchoolsList, SentenceAnnounced, SessionsStruckOut, SummonsKnown, WhoLeft {

    /** Of one form; none where the application reads nothing of it. */
    static List<Class<?>> of(String form) {
        return all().stream().filter(answers -> FieldsRead.forms(answers).contains(form)).toList();
    }

    /** For whoever keeps null where nothing was answered. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static List<Class<?>> all() {
        return Arrays.<Class<?>>asList(FormAnswers.class.getPermittedSubclasses());
    }
}
