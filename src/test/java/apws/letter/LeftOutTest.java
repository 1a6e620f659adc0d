package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import apws.letter.LetterContent.Attendance;
import apws.letter.LetterContent.Child;
import apws.letter.LetterContent.Place;
import apws.letter.LetterContent.PlanShown;
import apws.letter.LetterContent.Sender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

/** A sentence whose fact is not known is left out, in every letter and for every fact that may be missing: none is printed with a hole in it. */
@Tag("print")
class LeftOutTest {

    private static final Pattern HOLE = Pattern.compile(String.join("|", "\\(\\s*\\)", "\\[\\s*]", "“\\s*”", "\\bnull\\b", " [,.;:!?)]", "\\( ",
            ",\\s*[,.;:]", "\\.\\.", "^[,.;:]", "  ", "\\bon or (?!before)", "\\b(to|by|at|from|with|of)[.)]"), Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void aSentenceWithoutItsFactIsLeftOut(Sheet sheet) {
        without(sheet).forEach((missing, content) ->
                assertThat(holes(text(sheet.html(content)))).as("%s without %s", sheet, missing).isEmpty());
    }

    /** Each with what stands around it. */
    static List<String> holes(String text) {
        return HOLE.matcher(text).results().map(hole -> around(text, hole.start())).toList();
    }

    /** The letter whole, and with one thing after the other unknown. */
    private static Map<String, LetterContent> without(Sheet sheet) {
        var whole = sheet.content();
        var letters = new LinkedHashMap<String, LetterContent>();
        letters.put("nothing", whole);
        whole.details().keySet().stream().filter(sheet::isOptional).forEach(fact -> {
            var details = new LinkedHashMap<>(whole.details());
            details.remove(fact);
            letters.put(fact, with(whole, details));
        });
        var from = whole.from();
        letters.put("telephone", with(whole, new Sender(from.name(), from.post(), from.of(), "", from.email(), from.hours())));
        letters.put("e-mail", with(whole, new Sender(from.name(), from.post(), from.of(), from.telephone(), "", from.hours())));
        letters.put("hours", with(whole, new Sender(from.name(), from.post(), from.of(), from.telephone(), from.email(), "")));
        letters.put("telephone, e-mail, hours and post", with(whole, new Sender(from.name(), "", from.of(), "", "", "")));
        letters.put("all of the school but its name", with(whole, new Place(whole.school().name(), List.of(), "", "", "")));
        letters.put("year", with(whole, new Child("Ava Green", "Ava", whole.pupil().born(), "", null)));
        letters.put("marks", with(whole, new Attendance(whole.attendance().from(), whole.attendance().to(), null, 0, 0, 0, 0, 0, false, null)));
        letters.put("the target in words", with(whole, whole.plan().aimingAt("")));
        if (sheet.toParent()) {
            letters.put("a case", new LetterContent(whole.code(), whole.on(), null, whole.authority(), whole.to(), whole.pupil(), whole.school(),
                whole.from(), whole.attendance(), whole.marksWrongBy(), whole.details(), whole.plan(), whole.reviewed(), whole.law(),
                whole.receipt(), whole.record()));
        }
        return letters;
    }

    private static LetterContent with(LetterContent whole, Map<String, Object> details) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), whole.pupil(), whole.school(),
                whole.from(), whole.attendance(), whole.marksWrongBy(), details, whole.plan(), whole.reviewed(), whole.law(), whole.receipt(),
                whole.record());
    }

    private static LetterContent with(LetterContent whole, Sender from) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), whole.pupil(), whole.school(),
                from, whole.attendance(), whole.marksWrongBy(), whole.details(), whole.plan(), whole.reviewed(), whole.law(), whole.receipt(),
                whole.record());
    }

    private static LetterContent with(LetterContent whole, Place school) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), whole.pupil(), school,
                whole.from(), whole.attendance(), whole.marksWrongBy(), whole.details(), whole.plan(), whole.reviewed(), whole.law(),
                whole.receipt(), whole.record());
    }

    private static LetterContent with(LetterContent whole, Child pupil) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), pupil, whole.school(),
                whole.from(), whole.attendance(), whole.marksWrongBy(), whole.details(), whole.plan(), whole.reviewed(), whole.law(),
                whole.receipt(), whole.record());
    }

    private static LetterContent with(LetterContent whole, Attendance attendance) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), whole.pupil(), whole.school(),
                whole.from(), attendance, whole.marksWrongBy(), whole.details(), whole.plan(), whole.reviewed(), whole.law(), whole.receipt(),
                whole.record());
    }

    private static LetterContent with(LetterContent whole, PlanShown plan) {
        return new LetterContent(whole.code(), whole.on(), whole.caseReference(), whole.authority(), whole.to(), whole.pupil(), whole.school(),
                whole.from(), whole.attendance(), whole.marksWrongBy(), whole.details(), plan, whole.reviewed(), whole.law(), whole.receipt(),
                whole.record());
    }

    /** A line for each paragraph, heading and cell; spaces as they are shown. */
    static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("(?s)<style.*?</style>|<!--.*?-->", "").replaceAll("\\s+", " ")
                .replaceAll("(?i)</?(p|li|td|th|h1|h2|h3|div|tr|title|ul|table|thead|tbody|main|body|head|html)\\b[^>]*>", "\n")
                .replaceAll("<[^>]+>", "")).replaceAll(" +", " ").replaceAll("(?m)^ | $", "").replaceAll("\n+", "\n");
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 20));
    }
}
