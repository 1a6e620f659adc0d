package apws.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a letter on paper: template and content become a tagged PDF (PDF/UA-1) with its typeface embedded. */
@Component
class LetterPaper {

    /** One printed letter. */
    record Printed(byte[] pdf, int pages, String sha256) {
    }

    // the renderer writes a dozen lines per letter past Spring's logging
    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    LetterPaper() {
        var letters = new ClassLoaderTemplateResolver();
        letters.setPrefix("letters/");
        letters.setSuffix(".html");
        letters.setTemplateMode(TemplateMode.HTML);
        letters.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(letters);
    }

    Printed print(String template, String number, LetterContent content) {
        return print(html(template, number, content));
    }

    String html(String template, String number, LetterContent content) {
        return templates.process(template, variables(number, content));
    }

    private static Context variables(String number, LetterContent content) {
        var context = new Context(Locale.UK);
        context.setVariable("say", new Wording());
        context.setVariable("number", number);
        context.setVariable("code", content.code());
        context.setVariable("on", content.on());
        context.setVariable("caseReference", content.caseReference());
        context.setVariable("authority", content.authority());
        context.setVariable("to", content.to());
        context.setVariable("pupil", content.pupil());
        context.setVariable("school", content.school());
        context.setVariable("from", content.from());
        context.setVariable("attendance", content.attendance());
        context.setVariable("marksWrongBy", content.marksWrongBy());
        context.setVariable("details", content.details());
        context.setVariable("plan", content.plan());
        context.setVariable("reviewed", content.reviewed());
        context.setVariable("improved", content.improved());
        context.setVariable("law", content.law());
        context.setVariable("receipt", content.receipt());
        context.setVariable("record", content.record());
        return context;
    }

    private static Printed print(String html) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .withHtmlContent(html, null)
                    .toStream(out);
            // a letter takes nothing from outside its own text
            builder.useExternalResourceAccessControl((address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl((address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            typeface(builder, document, "Regular", 400, FontStyle.NORMAL);
            typeface(builder, document, "Bold", 700, FontStyle.NORMAL);
            typeface(builder, document, "Italic", 400, FontStyle.ITALIC);
            builder.run();
            var pdf = out.toByteArray();
            return new Printed(pdf, pages(pdf), sha256(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void typeface(PdfRendererBuilder builder, PDDocument document, String cut, int weight, FontStyle style) {
        builder.useFont(new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return embedded(document, cut);
            }
        }, Typeface.NAME, weight, style, true);
    }

    private static PDFont embedded(PDDocument document, String cut) {
        try {
            return PDType0Font.load(document, Typeface.cut(cut), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String sha256(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
