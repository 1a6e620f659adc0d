package apws.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Liberation Sans, in which letters are set, and what it can print: Latin, Greek and Cyrillic. */
final class Typeface {

    static final String NAME = "Liberation Sans";
    private static final String ELSEWHERE = "[words in another script]";
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static final CmapLookup GLYPHS = glyphs();

    /**
     * Ready to be set, each letter sign by sign: what is set together comes out the same in these letters, and to look for it for each word
     * takes longer than everything else on a page.
     *
     * @param cut Regular, Bold or Italic
     */
    static TrueTypeFont cut(String cut) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(FILES.computeIfAbsent(cut, Typeface::file)));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String cut) {
        try (var file = Typeface.class.getResourceAsStream("/liberation/LiberationSans-%s.ttf".formatted(cut))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean canPrint(String text) {
        return text.equals(printable(text));
    }

    /**
     * The text as it can be printed: accents joined to their letters, control characters and pictures left out, words in a script that the
     * typeface lacks named as such.
     */
    static String printable(String text) {
        var printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (point == '\n' || point >= ' ' && !Character.isISOControl(point) && GLYPHS.getGlyphId(point) > 0) {
                printable.appendCodePoint(point);
            } else if (Character.isLetterOrDigit(point) && !printable.toString().endsWith(ELSEWHERE)) {
                printable.append(ELSEWHERE);
            } else if (Character.isWhitespace(point)) {
                printable.append(' ');
            }
        });
        return printable.toString();
    }

    private static CmapLookup glyphs() {
        try (var font = cut("Regular")) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typeface() {
    }
}
