package apws.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    /** Whether every letter and figure of the text is printed; how its accents, hyphens and spaces are written does not matter. */
    static boolean canPrint(String text) {
        return unprintable(text).isEmpty();
    }

    /** The scripts of those letters that are not printed, such as {@code Arabic}. */
    static Set<String> unprintable(String text) {
        return composed(text).codePoints().filter(point -> Character.isLetterOrDigit(point) && GLYPHS.getGlyphId(point) <= 0)
                .mapToObj(point -> words(UnicodeScript.of(point))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code HAN} as Han */
    private static String words(UnicodeScript script) {
        var name = script.name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.UK);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The text as it can be printed: accents joined to their letters, hyphens and spaces of every kind by the usual ones, control
     * characters and pictures left out, words in a script that the typeface lacks named as such.
     */
    static String printable(String text) {
        var printable = new StringBuilder();
        composed(text).codePoints().forEach(point -> {
            if (point == '\n' || point >= ' ' && !Character.isISOControl(point) && GLYPHS.getGlyphId(point) > 0) {
                printable.appendCodePoint(point);
            } else if (Character.isLetterOrDigit(point) && !printable.toString().endsWith(ELSEWHERE)) {
                printable.append(ELSEWHERE);
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                printable.append(' ');
            } else if (Character.getType(point) == Character.DASH_PUNCTUATION) {
                printable.append('-');
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
