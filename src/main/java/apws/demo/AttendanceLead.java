package apws.demo;

import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A school's attendance lead, who does most of what Stage 1 asks for. */
class AttendanceLead {

    private static final String INVITATION = "AL 1.2.0";
    private static final String UPN = "upn";
    private static final String NOBODY = "nobody";
    private static final double AGAINST_THE_FIGURES = 0.3;

    /**
     * To whom to write.
     *
     * @param now    by UPN: to these, whatever else
     * @param others who of the others is looked at this time
     * @param writes whether to a few of these, too
     */
    record Whom(Set<String> now, Predicate<String> others, boolean writes) {

        boolean looksAt(JsonNode candidate) {
            return now.contains(upn(candidate)) || others.test(upn(candidate));
        }
    }

    private final DemoSchool school;
    private final SchoolCalendar calendar;
    private final Words words;

    AttendanceLead(DemoSchool school, SchoolCalendar calendar) {
        this.school = school;
        this.calendar = calendar;
        this.words = new Words(school);
    }

    /** One of the school's tasks filled in; empty for one that this persona leaves alone. */
    Optional<Map<String, Object>> answers(String task, Situation at) {
        return Optional.ofNullable(switch (task) {
            case "decide-after-watch" -> afterWatch(at);
            case "record-meeting-outcome" -> meeting(at);
            case "undertake-early-help" -> earlyHelp(at);
            case "agree-plan" -> plan(at);
            case "hold-interim-review" -> review(at, "interimMovedTo", 0.5);
            case "hold-four-week-review" -> review(at, "reviewMovedTo", 0.65);
            case "review-monitoring" -> monitoring(at);
            case "refer-to-apws" -> referral(at);
            default -> null;
        });
    }

    /** Writes to a few, puts most off, lets some be, and leaves some for another day. Empty where there is nobody to look at. */
    Optional<Map<String, Object>> list(Situation at, Whom whom) {
        var candidates = StreamSupport.stream(at.shown().path("candidates").spliterator(), false).toList();
        var looked = candidates.stream().filter(whom::looksAt).toList();
        if (looked.isEmpty()) {
            return Optional.empty();
        }
        var others = looked.stream().filter(candidate -> !whom.now().contains(upn(candidate))).toList();
        var send = looked.stream().map(AttendanceLead::upn).filter(whom.now()::contains).collect(Collectors.toCollection(HashSet::new));
        if (whom.writes()) {
            send.addAll(chosen(others, at, INVITATION, school.phase() == Phase.SECONDARY ? 2 : 1));
            send.addAll(chosen(others, at, "AL 1.1.0", school.phase() == Phase.SPECIAL ? 0 : 1));
        }
        var answers = new HashMap<String, Object>();
        answers.put("candidates", candidates.stream()
                .map(candidate -> whom.looksAt(candidate) ? decision(candidate, send, at) : Map.of(UPN, upn(candidate))).toList());
        if (candidates.stream().anyMatch(candidate -> candidate.path("band").asText().equals(INVITATION))) {
            answers.put("meetingPlaceForAll", "The family room, " + school.name());
            answers.put("meetingWithForAll", words.lead() + ", " + school.leadPost());
        }
        if (!send.isEmpty()) {
            answers.put("recipientsChecked", true);
            if (candidates.stream().anyMatch(candidate -> send.contains(upn(candidate)) && candidate.path("noReasonYet").asInt() > 0)) {
                answers.put("marksSeen", true);
            }
        }
        return Optional.of(answers);
    }

    /** Whom these answers to a list write to, by UPN. */
    static Set<String> sent(Map<String, Object> answers) {
        return ((List<?>) answers.get("candidates")).stream().map(row -> (Map<?, ?>) row).filter(row -> "send".equals(row.get("decision")))
                .map(row -> (String) row.get(UPN)).collect(Collectors.toSet());
    }

    private Set<String> chosen(List<JsonNode> candidates, Situation at, String band, int most) {
        return candidates.stream()
                .filter(candidate -> candidate.path("band").asText().equals(band) && !leavesSoon(candidate, at.today())
                        && !candidate.path("recipients").asText().startsWith(NOBODY))
                .sorted(Comparator.comparingDouble(candidate -> chanceOf(candidate, at).of("send").fraction())).limit(most)
                .map(AttendanceLead::upn).collect(Collectors.toSet());
    }

    private Map<String, Object> decision(JsonNode candidate, Set<String> send, Situation at) {
        var row = new HashMap<String, Object>();
        row.put(UPN, upn(candidate));
        double drawn = chanceOf(candidate, at).of("decision").fraction();
        if (send.contains(upn(candidate))) {
            row.put("decision", "send");
            if (candidate.path("band").asText().equals(INVITATION)) {
                row.put("meetingOn", meetingDay(at).toString());
                row.put("meetingTime", chanceOf(candidate, at).of("time").oneOf(List.of("08:45", "14:00", "15:30", "16:00")));
            }
        } else if (drawn < 0.07) {
            row.put("decision", "doNotSend");
            row.put("reason", chanceOf(candidate, at).of("reason").oneOf(List.of("knownIllness", "bereavement", "alreadyInHand", "marksWrong")));
        } else if (drawn < 0.85 || leavesSoon(candidate, at.today())) {
            row.put("decision", "hold");
            row.put("holdUntil", at.today().plusDays(14 + chanceOf(candidate, at).of("hold").below(50)).toString());
            row.put("reasonWords", words.whyHeld(chanceOf(candidate, at)));
        }
        return row;
    }

    /** Nobody starts a plan with a child who leaves the school within weeks. */
    private boolean leavesSoon(JsonNode candidate, LocalDate today) {
        return today.getMonth().compareTo(Month.JUNE) >= 0 && today.getMonth().compareTo(Month.SEPTEMBER) < 0
                && Set.of("Year 6", "Year 11").contains(candidate.path("yearGroup").asText());
    }

    private Map<String, Object> afterWatch(Situation at) {
        double drawn = at.chance().of("after watch").fraction();
        var answers = new HashMap<String, Object>();
        if (drawn < 0.5) {
            answers.put("decision", "invite");
            answers.putAll(newMeeting(at));
            answers.put("recipientsChecked", true);
            if (at.shown().path("noReasonYet").asInt() > 0) {
                answers.put("marksSeen", true);
            }
        } else if (drawn < 0.8) {
            answers.put("decision", "watchOn");
        } else {
            answers.put("decision", "close");
            answers.put("reason", "The absences since the letter were one illness, which is over. Attendance was whole before and after it.");
        }
        return answers;
    }

    private Map<String, Object> meeting(Situation at) {
        double drawn = at.chance().of("meeting").fraction();
        var answers = new HashMap<String, Object>();
        var parents = at.shown().path("parents");
        if (drawn < 0.68 && !parents.isEmpty()) {
            answers.put("decision", "held");
            answers.putAll(heldOn(LocalDate.parse(at.text("meetingWasOn")), at));
            answers.put("parents", came(parents, at, "attended", "apologies"));
        } else if (drawn < 0.78) {
            answers.put("decision", "putOff");
            answers.put("reason", "Mother rang: she is on shift that day and asked for another.");
            answers.putAll(newMeeting(at));
        } else {
            answers.put("decision", "missed");
            answers.put("parents", came(parents, at, "didNotAttend", "apologies"));
            answers.putAll(afterMiss(at));
        }
        return answers;
    }

    private Map<String, Object> afterMiss(Situation at) {
        double drawn = at.chance().of("after miss").fraction();
        if (at.shown().path("missedMeetings").asInt() == 0 || drawn < 0.2) {
            var answers = newMeeting(at);
            answers.put("afterMiss", "rearrange");
            return answers;
        }
        return drawn < 0.65
                ? Map.of("afterMiss", "goOn", "decidedWithout", "The school goes on with an Early Help Assessment and a support plan, and sends both home.")
                : Map.of("afterMiss", "refer", "reason", "Two meetings were missed without word, and nobody answers the telephone.");
    }

    /** The first of those who may be invited comes or not, as said; the others are likely to have sent their apologies. */
    private static List<Map<String, Object>> came(JsonNode parents, Situation at, String first, String others) {
        var rows = new ArrayList<Map<String, Object>>();
        boolean decided = false;
        for (var parent : parents) {
            boolean invited = !parent.path("mayBeWrittenTo").asText().equals("no") || parents.size() == 1;
            var row = new HashMap<String, Object>();
            row.put("parentId", parent.path("parentId").asText());
            row.put("name", parent.path("name").asText());
            row.put("came", !invited ? "notInvited" : decided ? at.chance().of("other parent").within(0.4) ? first : others : first);
            if (invited) {
                row.put("invitedHow", "letter");
            } else {
                row.put("reason", "Not to be contacted");
            }
            decided |= invited;
            rows.add(row);
        }
        if (!decided && !rows.isEmpty()) {
            rows.get(0).put("came", first);
            rows.get(0).put("invitedHow", "letter");
            rows.get(0).remove("reason");
        }
        return rows;
    }

    private Map<String, Object> earlyHelp(Situation at) {
        double drawn = at.chance().of("early help").fraction();
        var answers = new HashMap<>(heldOn(at.today(), at));
        if (drawn < 0.7) {
            answers.put("result", "undertaken");
            answers.put("consentBy", parentsName(at));
            answers.put("consentOn", at.today().toString());
            answers.put("childView", words.childView(at.chance()));
            answers.put("parentsView", words.parentsView(at.chance()));
            answers.put("barriers", List.of(at.chance().of("barrier").oneOf(List.of("routine", "mentalHealth", "physicalHealth", "bullying", "transport",
                    "caring", "family", "learning", "send"))));
            answers.put("barriersWords", words.barrier(at.chance()));
            answers.put("strengths", words.strength(at.chance()));
            answers.put("services", words.support(at.chance()));
        } else if (drawn < 0.87) {
            answers.put("result", "declined");
            answers.put("reason", "The family would rather try the school's own plan first. They know that they can come back to it.");
        } else {
            answers.put("result", "alreadyOpen");
            answers.put("reference", "EHA-%04d".formatted(1000 + at.chance().of("assessment").below(9000)));
            answers.put("leadProfessional", at.chance().of("professional").oneOf(List.of("R Stanger, family hub", "T Yardley, school nurse",
                    "M Thackray, youth service")));
        }
        return answers;
    }

    private Map<String, Object> plan(Situation at) {
        double baseline = at.shown().path("baseline").asDouble(0);
        var answers = new HashMap<>(heldOn(at.today(), at));
        int target = Math.min(100, Math.max((int) Math.floor(baseline) + 3, Math.min(96, (int) Math.floor(baseline) + 8)));
        answers.put("planStart", at.today().toString());
        answers.put("targetPercent", target);
        answers.put("targetInWords", "In school every day unless really ill; at most %d half-days missed in four weeks".formatted(Math.max(1, (100 - target) * 40 / 100)));
        answers.put("barriers", words.barrier(at.chance()));
        answers.put("pupilView", words.childView(at.chance()));
        answers.put("parentsView", words.parentsView(at.chance()));
        answers.put("actions", List.of(
                Map.of("what", words.support(at.chance()), "who", words.lead(), "byWhen", at.today().plusDays(7).toString()),
                Map.of("what", "Rings school by 8.30 am on any day of absence", "who", parentsName(at), "byWhen", calendar.after(at.today(), "P28D").toString())));
        answers.put("schoolSupport", words.support(at.chance().of("school")));
        answers.put("praiseHow", "A call home every Friday of a whole week, and a choice from the reward list after four");
        boolean signed = at.chance().of("signed").within(0.85);
        answers.put("parties", List.of(
                party(at.text("pupilName"), "Pupil", at, true), party(parentsName(at), "Parent", at, signed), party(words.lead(), "School", at, true)));
        answers.put("signedCopy", signed ? "filed" : "toFollow");
        if (!signed) {
            answers.put("signedCopyBy", at.today().plusDays(7).toString());
        }
        answers.put("copyTo", "Parents, pupil, class teacher");
        return answers;
    }

    private static Map<String, Object> party(String name, String role, Situation at, boolean signed) {
        return signed ? Map.of("name", name, "role", role, "signed", "signed", "signedOn", at.today().toString())
                : Map.of("name", name, "role", role, "signed", at.chance().of("declined").within(0.5) ? "declined" : "absent");
    }

    /** @param refers how often a review without improvement leads to the referral at once */
    private Map<String, Object> review(Situation at, String movedTo, double refers) {
        var recommended = at.text("recommendation");
        double drawn = at.chance().of("review").fraction();
        var answers = new HashMap<>(heldOn(at.today(), at));
        answers.put("actionProgress", words.progress(at.chance()));
        var decision = switch (recommended) {
            case "improved" -> drawn < 0.95 ? "improved" : "moveOn";
            case "notImproved" -> drawn < refers ? "notImproved" : drawn < refers + AGAINST_THE_FIGURES * (1 - refers) * 2 ? "improved" : "moveOn";
            default -> "moveOn";
        };
        if (decision.equals("moveOn") && at.shown().path("extendedBefore").asBoolean()) {
            // a plan is extended once only
            decision = recommended.equals("notImproved") ? "notImproved" : "improved";
        }
        answers.put("decision", decision);
        if (decision.equals("moveOn")) {
            answers.put(movedTo, calendar.after(at.today(), "P14D").toString());
            answers.put("reason", "Too early to say: there was little school since the plan began, or one illness took most of it.");
        } else if (!decision.equals(recommended) && !recommended.equals("none")) {
            answers.put("reason", "The absences were one confirmed illness; apart from it every session was attended.");
        }
        if (decision.equals("improved")) {
            answers.put("whatWentWell", words.wentWell(at.chance()));
            answers.put("whatContinues", "The plan's actions go on as agreed");
            answers.put("praiseHow", "In person, and a card home");
            answers.put("praiseBy", school.headteacher());
            answers.put("praiseTo", "%s and family".formatted(at.text("pupilName")));
        } else if (decision.equals("notImproved")) {
            answers.put("referNow", true);
        }
        return answers;
    }

    private Map<String, Object> monitoring(Situation at) {
        var recommended = at.text("recommendation");
        var answers = new HashMap<String, Object>();
        if (recommended.equals("regular")) {
            answers.put("decision", "regular");
            answers.put("evidence", "95 % and more over the weeks monitored, no session missed without leave; the pupil says that mornings are easier now.");
            answers.put("toldWhom", "Parents by letter, the pupil in person, class teacher");
        } else if (recommended.equals("goOn") && at.chance().of("relapse").within(0.4)) {
            answers.put("decision", "relapsed");
            answers.put("returnTo", at.chance().of("return").within(0.6) ? "plan" : "refer");
            answers.put("relapseWhat", "Attendance has fallen again since the four-week review, mostly Mondays and Fridays.");
        } else {
            answers.put("decision", "goOn");
            answers.put("nextReviewOn", calendar.after(at.today(), "P28D").toString());
        }
        return answers;
    }

    private Map<String, Object> referral(Situation at) {
        boolean resolved = at.shown().path("noReasonYet").asInt() == 0;
        var answers = new HashMap<String, Object>();
        answers.put("detailsChecked", true);
        answers.put("visitRisk", "no");
        answers.put("registerChecked", true);
        answers.put("marksResolved", resolved ? "yes" : "no");
        if (!resolved) {
            answers.put("marksResolvedBy", at.today().plusDays(3).toString());
        }
        answers.put("lettersChecked", true);
        answers.put("meetings", "Invited by letter; the outcome of each meeting is on record above.");
        answers.put("earlyHelp", at.shown().path("entries").toString().contains("early help") ? "undertaken" : "notOffered");
        answers.put("earlyHelpWords", "See the record of this case");
        answers.put("planAndReviews", words.progress(at.chance()));
        answers.put("contacts", "Calls on each first day of absence; two text messages answered.");
        answers.put("supportOffered", words.support(at.chance()));
        answers.put("supportResponse", "Taken up in the first week, less since.");
        answers.put("circumstances", List.of());
        answers.put("pupilView", words.childView(at.chance()));
        answers.put("parentsToldOn", at.today().toString());
        answers.put("parentsToldHow", "By telephone");
        answers.put("whatSchoolAsks", "That an Education Welfare Officer meets the family and agrees with them what follows.");
        answers.put("headName", school.headteacher());
        answers.put("headPost", "head");
        answers.put("headAgreedOn", at.today().toString());
        return answers;
    }

    private Map<String, Object> heldOn(LocalDate day, Situation at) {
        var answers = new HashMap<String, Object>();
        answers.put("happenedOn", day.toString());
        answers.put("startedAt", "15:30");
        answers.put("endedAt", "16:10");
        answers.put("heldHow", at.chance().of("held how").within(0.8) ? "inPerson" : "telephone");
        answers.put("people", List.of(
                Map.of("name", words.lead(), "role", school.leadPost(), "invitedHow", "inPerson", "came", "attended"),
                Map.of("name", at.text("pupilName"), "role", "Pupil", "invitedHow", "inPerson", "came",
                        at.chance().of("pupil came").within(0.8) ? "attended" : "didNotAttend")));
        return answers;
    }

    private Map<String, Object> newMeeting(Situation at) {
        var answers = new HashMap<String, Object>();
        answers.put("meetingOn", meetingDay(at).toString());
        answers.put("meetingTime", "15:30");
        answers.put("meetingPlace", "The family room, " + school.name());
        answers.put("meetingWith", words.lead() + ", " + school.leadPost());
        return answers;
    }

    private LocalDate meetingDay(Situation at) {
        return calendar.schoolDayOnOrAfter(at.today().plusDays(6 + at.chance().of("meeting day").below(6)));
    }

    private static String parentsName(Situation at) {
        return at.shown().path("parents").path(0).path("name").asText("Parent");
    }

    private static Chance chanceOf(JsonNode candidate, Situation at) {
        return at.chance().of(upn(candidate)).of(at.today().toEpochDay());
    }

    private static String upn(JsonNode candidate) {
        return candidate.path(UPN).asText();
    }
}
