package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import apws.form.Fact;
import apws.form.FilledForm;
import apws.letter.LetterContent.Addressee;
import apws.letter.LetterContent.CaseRecord;
import apws.letter.LetterContent.Child;
import apws.letter.LetterContent.LetterLine;
import apws.letter.LetterContent.Place;
import apws.letter.LetterContent.Sender;
import apws.letter.LetterContent.StoryLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A word that is longer than its line is broken, wherever it stands: nothing is printed past the margin, or over what stands beside it. */
@Tag("print")
class LongWordsTest {

    /** 80 letters without a space; the hyphens are ones at which no line may break, the accents stand by themselves. */
    private static final String LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwll\u2011Cholmondeley\u2011Fe\u0301atherstonehaughs\u2011Xyz";

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void aLongWordStaysOnItsPageAndInItsColumn(Sheet sheet) {
        var pdf = sheet.print(withLongWords(sheet.content()));

        assertThat(Pdf.pastTheMargins(pdf, 19, 191)).isEmpty();
        assertThat(Pdf.printedOverAnother(pdf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL", "LEGAL_REFERRAL"})
    void aDateOrANumberIsNotBrokenForALongWordBesideIt(Sheet sheet) {
        assertThat(Pdf.text(sheet.print(withLongWords(sheet.content())))).contains("L-2026-000007 NOTICE", "23 November 2026 handed over",
                "23 November 2026 S1-01");
    }

    private static LetterContent withLongWords(LetterContent usual) {
        var to = usual.to();
        var from = usual.from();
        var record = usual.record();
        return new LetterContent(usual.code(), usual.on(), usual.caseReference(), usual.authority(),
                new Addressee(to.audience(), to.parentId(), "Ms " + LONG, "Ms " + LONG, List.of("1 " + LONG + " Road", LONG, "ZZ99 2BB")),
                new Child("Ava " + LONG, LONG, usual.pupil().born(), usual.pupil().yearGroup(), List.of(LONG, "ZZ99 2BB")),
                new Place(LONG + " School", List.of(LONG, "ZZ99 3CC"), usual.school().telephone(), usual.school().email(),
                        usual.school().hours()),
                new Sender("Mr " + LONG, LONG, from.of().equals(usual.school().name()) ? LONG + " School" : from.of(), from.telephone(),
                        LONG.replace('\u2011', '.').replace("\u0301", "") + "@school.example", from.hours()),
                usual.attendance(), usual.marksWrongBy(), longer(usual.details()), usual.plan().aimingAt(LONG), usual.reviewed(), usual.law(),
                usual.receipt(), new CaseRecord(List.of(new Fact("Name", LONG), new Fact(LONG, "one")), List.of(List.of(new Fact("Address", LONG))),
                List.of(new Fact(LONG, LONG + " School")), record.weeks(), record.unauthorisedFrom(), record.unauthorised(),
                List.of(LONG), List.of(new LetterLine("L-2026-000007", "NOTICE TO IMPROVE", LONG, "handed over", usual.on())),
                List.of(new StoryLine(usual.on(), "S1-02", LONG, LONG), new StoryLine(usual.on(), "S1-01, S1-02",
                        "Letter L-2026-000007 (NOTICE TO IMPROVE) to Ms A Green handed to the print room", "recorded by the application")),
                List.of(new FilledForm.Section(LONG, List.of(new Fact(LONG, LONG)), List.of(new FilledForm.Table(LONG, List.of("When", LONG, "What"),
                        List.of(List.of("1 November 2026", LONG, "Will come"))))))));
    }

    /** Words that people typed become long; dates, times and codes stay what they are. */
    private static Map<String, Object> longer(Map<String, Object> details) {
        var longer = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> longer.put(name, List.of("noticeToImprove", "planKind", "ground", "postClass", "noticeNumber",
                "whichInThreeYears").contains(name) ? value : longer(value)));
        return longer;
    }

    private static Object longer(Object value) {
        if (value instanceof String text) {
            return text.matches("[\\d:-]*|AM|PM|[A-Z]\\d?") ? text : LONG;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LongWordsTest::longer).toList();
        }
        if (value instanceof Map<?, ?> row) {
            var longer = new LinkedHashMap<Object, Object>();
            row.forEach((key, field) -> longer.put(key, longer(field)));
            return longer;
        }
        return value;
    }
}
