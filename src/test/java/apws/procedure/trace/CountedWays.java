package apws.procedure.trace;

import apws.access.Roles;
import apws.casework.Case;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ways that cases go to have their steps counted: between them they come by each stage's tasks, timers and letters. */
abstract class CountedWays extends CaseTraces {

    List<Consumer<StepCosts>> ways() {
        return List.of(this::schoolCheck, this::stage1, this::stage1Closed, this::stage2, this::stage2Closed, this::stage3, this::notice,
                this::stage4, this::stage4WithMoreEvidence, this::officers, this::byHand);
    }

    /** A case that begins in that stage. */
    private TracedCase begins(StepCosts costs, String stage, Child child, Consumer<Case> first) {
        return costs.starts("start", "in " + stage, () -> traced(transaction.execute(status ->
                starts.startIn(stage, child.id(), "Brought in", "already under way", "a test", first))));
    }

    private void allocated(Case opened) {
        allocations.allocate(opened.reference(), "a test");
    }

    /** A list with three pupils, one of whom gets a letter. */
    private void schoolCheck(StepCosts costs) {
        town.itIs("2026-09-21");
        var school = town.school();
        var children = Stream.generate(() -> town.child(school)).limit(3).toList();
        children.forEach(child -> town.register(child, "2026-09-03", "2026-09-18", 1));
        morning("attendance-screening", "2026-09-21T06:00");
        var reference = "SCHOOL-" + school.code();
        var lead = town.leadOf(school);
        var rows = children.stream().map(child -> Filled.blank().with("upn", child.pupil().upn()).with("decision", "hold")
                .with("holdUntil", "2026-09-28")).toList();
        rows.get(0).without("holdUntil").with("decision", "send");
        costs.does(lead, lead.finds(town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(reference),
                "decide-whom-to-write-to"), reference, Filled.blank().with("candidates", rows).with("recipientsChecked", true));
    }

    /** From a watch over an invitation, a plan and its reviews to the referral. */
    private void stage1(StepCosts costs) {
        town.itIs("2026-09-10");
        var child = town.child().attends(92).since("2026-09-01");
        var followed = costs.starts("start", "with AL 1.1.0", () -> madeAware(child));
        var school = followed.school();
        costs.comesTo("S1-01", followed, "watch-over")
                .does(school, "decide-after-watch", Filled.invite("2026-10-15"))
                .does(school, "record-meeting-outcome", Filled.meetingHeld(child, today()))
                .does(school, "undertake-early-help", Filled.earlyHelp(today()))
                .does(school, "agree-plan", Filled.plan(today(), "2026-10-08"))
                .comesTo("S1-05", followed, "interim-review-due")
                .does(school, "hold-interim-review", Filled.improved(today()).with("reason", "On time each day"))
                .comesTo("S1-07", followed, "four-week-review-due")
                .does(school, "hold-four-week-review", Filled.notImproved(today()))
                .does(school, "refer-to-apws", Filled.referral(today()))
                .sends(followed);
    }

    /** From the invitation on, the reviews held early, to the end of monitoring. */
    private void stage1Closed(StepCosts costs) {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = costs.starts("start", "with AL 1.2.0", () -> invited(child, "2026-09-10"));
        var school = followed.school();
        school.completes("record-meeting-outcome", Filled.meetingHeld(child, today()))
                .completes("undertake-early-help", Filled.earlyHelp(today()))
                .completes("agree-plan", Filled.plan(today(), "2026-09-10"));
        costs.does(school, "support-pupil")
                .does(school, "hold-interim-review", Filled.improved(today()))
                .does(school, "support-pupil-further")
                .does(school, "hold-four-week-review", Filled.improved(today()))
                .comesTo("S1-09", followed, "four-weeks-monitored")
                .does(school, "review-monitoring", Filled.monitoringGoesOn("2026-11-30"))
                .does(school, "watch-attendance")
                .does(school, "review-monitoring", Filled.regular())
                .sends(followed);
    }

    /** From the referral over the warning, a meeting and a plan that is changed at its mid-point to Stage 3. */
    private void stage2(StepCosts costs) {
        town.itIs("2026-09-10");
        var child = town.child();
        town.officer();
        var followed = begins(costs, "Stage 2", child, opened -> { });
        costs.does(followed.office(), "receive-referral", Filled.received())
                .does(followed.office(), "check-criteria", Filled.accepted())
                .does(followed.officer(), "arrange-initial-meeting", Filled.withNoticeToImprove("2026-09-24"))
                .does(followed.office(), "record-posting", Filled.posted(child, "2026-09-10"));
        town.itIs("2026-09-24");
        costs.happens("Settlement 13", "message time-limit-near", () -> town.engine().getRuntimeService()
                        .createMessageCorrelation("time-limit-near").processInstanceBusinessKey(followed.reference()).correlate())
                .does(followed.officer(), "act-on-time-limit", Filled.fasterNow())
                .does(followed.officer(), "hold-initial-meeting", Filled.initialMeetingHeld(child, today()).fatherMissedIt(child))
                .does(followed.officer(), "agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24"))
                .comesTo("S2-08", followed, "mid-point-due")
                .does(followed.officer(), "hold-mid-point-review", Filled.midPointWithChange(child, today()))
                .comesTo("S2-09", followed, "plan-over")
                .does(followed.officer(), "hold-final-review", Filled.notImprovedAfter30Days(child, today()))
                .sends(followed);
    }

    /** A return and a referral made again, then through a suspension to regular attendance. */
    private void stage2Closed(StepCosts costs) {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = begins(costs, "Stage 2", child, opened -> { });
        var full = town.officer(0);
        followed.office().completes("receive-referral", Filled.received());
        costs.does(followed.office(), "check-criteria", Filled.returned("2026-09-21"))
                .does(followed.school(), "answer-return", Filled.refersAgain())
                .does(followed.school(), "refer-again", Filled.referral(today()));
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        costs.does(followed.worker(Roles.SERVICE_MANAGER), "allocate-by-hand", Filled.byHand(full).with("newLimit", 5));
        followed.officer().completes("arrange-initial-meeting", Filled.initialMeeting("2026-09-24"));
        followed.office().completes("record-posting", Filled.posted(child, today().toString()));
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()));
        costs.does(followed.officer(), "support-pupil")
                .does(followed.officer(), "hold-mid-point-review", Filled.midPoint(child, today()))
                .does(followed.officer(), "support-pupil-further")
                .does(followed.officer(), "hold-final-review", Filled.improvedAfter30Days(child, today()))
                .does(followed.officer(), "agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()))
                .comesTo("S2-10", followed, "suspension-over")
                .does(followed.officer(), "review-suspension", Filled.sustained(today()))
                .does(followed.officer(), "watch-attendance")
                .does(followed.officer(), "review-monitoring", Filled.regular())
                .sends(followed);
    }

    /** The panel, a review without improvement, and an interview with one parent. */
    private void stage3(StepCosts costs) {
        town.itIs("2026-10-01");
        var child = town.child().missed("2026-09-21");
        town.officer();
        var followed = begins(costs, "Stage 3", child, this::allocated);
        costs.does(followed.office(), "book-panel", AtPanel.booked(LocalDate.of(2026, 10, 22)));
        town.itIs("2026-10-22");
        costs.does(followed.worker(Roles.PANEL_CHAIR), "hold-panel", AtPanel.held(child, today()))
                .does(followed.worker(Roles.PANEL_CHAIR), "agree-panel-plan", AtPanel.plan(today(), "2026-10-22"))
                .does(followed.worker(Roles.PANEL_CHAIR), "agree-panel-review", AtPanel.reviewAgreed(child, "2026-11-23"))
                .does(followed.officer(), "support-pupil")
                .does(followed.officer(), "hold-panel-review", AtPanel.reviewMoved(child, today(), "2026-11-30"))
                .comesTo("S3-07", followed, "panel-review-due")
                .does(followed.officer(), "hold-panel-review", AtPanel.notImproved(child, today(), "yes", "no"))
                .does(followed.officer(), "arrange-interview", AtPanel.interviewArranged("2026-12-14", "10:00"));
        town.itIs("2026-12-14");
        costs.does(followed.officer(), "record-interview", AtPanel.interviewed(today()))
                .goesOn("S3-08", followed)
                .does(followed.officer(), "decide-after-interviews", AtPanel.decided(child, "stage4", null))
                .sends(followed);
    }

    /** A notice that is partly paid, and in the end withdrawn. */
    private void notice(StepCosts costs) {
        town.itIs("2026-10-08");
        var child = town.child().missed(NoticeTraces.TEN_SESSIONS);
        town.officer();
        var followed = madeAware(child);
        transaction.executeWithoutResult(status -> allocations.allocate(followed.reference(), "a test"));
        town.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(followed.reference()).list()
                .forEach(one -> town.engine().getRuntimeService().setVariable(one.getId(), "stage", "Stage 2"));
        var sessions = Stream.of(NoticeTraces.TEN_SESSIONS).flatMap(day -> Stream.of(day + " AM", day + " PM")).toList();
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        costs.starts(followed.officer().person(), "penalty-notice", Map.of("noticeFor", "continuingAbsence", "caseReference",
                        followed.reference(), "why", "Ten sessions"))
                .does(followed.officer(), "prepare-penalty-notice", Filled.blank().with("noticeDecision", "issue")
                        .with("parentId", child.parents().get(0).id().toString()).with("noticeSessions", sessions)
                        .with("marksConfirmedBy", "Daniel Lee").with("marksConfirmedOn", "2026-10-08").with("bestTool", "Talks changed nothing").with("support", "given").with("supportWords", "Breakfast club")
                        .with("noticeToImprove", "no").with("noNoticeToImprove", "One was given last year")
                        .with("equality", "No need known").with("earlierElsewhere", 0).with("earlierCheckedWith", "Exampleshire")
                        .with("earlierCheckedOn", "2026-10-08"))
                .does(manager, "authorise-penalty-notice", Map.of("authorisation", "authorise"))
                .does(followed.office(), "record-service-of-notice", Map.of("service", "posted", "postedOn", "2026-10-08", "postClass", "first class",
                        "postedBy", "K Office", "addressChecked", true, "receipt", "byPost"))
                .comesTo("S2-12", followed, "lower-amount-over")
                .does(followed.office(), "await-payment", Map.of("payment", "money", "paidOn", today().toString(), "amount", 40,
                        "paymentReference", "CARD 1"))
                .comesTo("S2-12", followed, "period-over")
                .does(manager, "decide-on-unpaid-notice", Map.of("unpaidDecision", "withdraw", "withdrawalGround",
                        "UNPAID_AND_NOT_PROSECUTED", "withdrawalBecause", "Attendance is regular"))
                .sends(followed);
    }

    private Child missing() {
        return town.child().attends(80).since("2026-09-03").missed("2026-10-05", "2026-10-06", "2026-10-12");
    }

    /** One parent is prosecuted and convicted, supported after the conviction, and absence goes on. */
    private void stage4(StepCosts costs) {
        town.itIs("2026-11-24");
        var child = missing();
        town.officer();
        var followed = begins(costs, "Stage 4", child, this::allocated);
        costs.does(followed.officer(), "book-legal-meeting", AtCourt.booked(child, "2026-12-08", "yes", "yes"));
        town.itIs("2026-12-08");
        var legal = followed.worker(Roles.LEGAL);
        costs.does(followed.officer(), "hold-legal-meeting",
                        AtCourt.held(child, today(), "prepare", "attended", "yes", "didNotAttend", null))
                .does(followed.officer(), "record-questions", AtCourt.questions(today()))
                .goesOn("S4-02", followed)
                .does(followed.officer(), "prepare-prosecution", AtCourt.prepared(child, today(), "yes", "no"))
                .does(followed.worker(Roles.SERVICE_MANAGER), "approve-prosecution", AtCourt.approved())
                .does(legal, "review-prosecution", AtCourt.proceeds(today()))
                .does(legal, "issue-charge", AtCourt.charged(today()))
                .does(legal, "record-summons", AtCourt.summoned(today(), "2027-01-12"))
                .does(legal, "await-hearing", AtCourt.hearingMoved("2027-01-19"))
                .comesTo("S4-09", followed, "hearing-day")
                .does(legal, "record-hearing", AtCourt.concluded(today()))
                .does(legal, "record-outcome", AtCourt.guilty(today()))
                .does(legal, "record-sentence", AtCourt.sentenced(today()))
                .does(followed.officer(), "hold-post-court-conference", AtCourt.conference(child, today()))
                .does(followed.officer(), "agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()))
                .does(followed.officer(), "support-pupil")
                .does(followed.officer(), "review-suspension", Filled.relapsedInSuspension(today()))
                .goesOn("S5-01", followed)
                .sends(followed);
    }

    /** More evidence is gathered for the manager and for Legal Services, who decline. */
    private void stage4WithMoreEvidence(StepCosts costs) {
        town.itIs("2026-11-24");
        var child = missing();
        town.officer();
        var followed = begins(costs, "Stage 4", child, this::allocated);
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-12-08", "yes", "yes"));
        town.itIs("2026-12-08");
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, today(), "prepare"))
                .completes("prepare-prosecution", AtCourt.prepared(child, today(), "yes", "no"));
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.completes("approve-prosecution", AtCourt.moreEvidence("2026-12-18"));
        costs.does(followed.officer(), "gather-more-evidence", AtCourt.evidenceGathered());
        manager.completes("approve-prosecution", AtCourt.approved());
        var legal = followed.worker(Roles.LEGAL);
        legal.completes("review-prosecution", AtCourt.furtherEvidence(today(), "2026-12-18"));
        costs.does(followed.officer(), "gather-further-evidence", AtCourt.gathered())
                .does(legal, "review-prosecution", AtCourt.declined(today()))
                .goesOn("S4-06", followed)
                .sends(followed);
    }

    /** A case changes hands in each way in which it can. */
    private void officers(StepCosts costs) {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        var manager = followed.worker(Roles.SERVICE_MANAGER).person();
        var first = followed.officer().person();
        var second = town.officer();
        var third = town.officer();
        costs.starts(manager, "reallocate-case", Filled.reallocation(followed.reference(), second))
                .starts(second, "declare-conflict", Filled.conflict(followed.reference(), second))
                .starts(manager, "record-officer-absence", Filled.absence(first, "2026-09-10", "2026-09-18", third))
                .starts(manager, "hand-over-caseload", Filled.leaving(first, today()));
    }

    /** What belongs to no task, and the end of a case that has a plan. */
    private void byHand(StepCosts costs) {
        town.itIs("2026-09-10");
        var followed = planned(town.child().attends(90).since("2026-09-01").missed("2026-09-09"), "2026-09-10");
        followed.school().completes("support-pupil");
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        costs.starts(followed.school().person(), "record-contact", Filled.contact(followed.reference(), today(), "Ada has a cold"))
                .starts(followed.school().person(), "record-mark-dispute", Map.of("caseReference", followed.reference()))
                .does(followed.school(), "write-dispute-down", Filled.markDispute(today(), "2026-09-09 AM"))
                .does(followed.school(), "answer-mark-dispute", Filled.markAnswers(today(), Filled.amended("2026-09-09 AM", "L")))
                .does(followed.school(), "review-letters", Filled.usesReviewed(followed.letters().stream().map(letter -> letter.number())
                        .toArray(String[]::new)))
                .starts(manager.person(), "put-case-back", Filled.putBack(followed.reference(), "The plan was another child's"))
                .does(manager, "choose-step", Filled.to("stage-1-school-intervention/agree-plan"));
        // which names no day that it would come too late for
        var letter = followed.letters().stream().filter(one -> one.code().equals("ISP 1.1") && one.parentId() != null).findFirst().orElseThrow();
        costs.sends(followed, letter)
                .starts(followed.school().person(), "report-returned-letter",
                        Filled.returned(letter.number(), today()).with("caseReference", followed.reference()))
                .does(followed.school(), "correct-address", Filled.newAddress("5 Ferry Road\nNewtown", "ZZ99 2BB"))
                .starts(followed.school().person(), "withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));
    }
}
