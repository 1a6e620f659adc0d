package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every letter as those read it who do not see it. */
@Tag("print")
class AccessibleTest {

    @BeforeAll
    static void begin() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyLetterIsAnAccessiblePdf(Sheet sheet) throws Exception {
        try (var foundry = Foundries.defaultInstance();
             var parser = foundry.createParser(new ByteArrayInputStream(sheet.pdf()), PDFAFlavour.PDFUA_1);
             var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);

            assertThat(result.getTestAssertions()).extracting(Object::toString).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyLetterHasALanguageATitleAndItsTypefaceInside(Sheet sheet) throws Exception {
        try (var document = Loader.loadPDF(sheet.pdf())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).contains("L-2026-000123");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("Liberation");
                }
            }
        }
    }
}
