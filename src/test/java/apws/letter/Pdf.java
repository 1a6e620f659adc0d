package apws.letter;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/** What a printed letter says. */
final class Pdf {

    /** As the eye reads it, on one line. */
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a part of the first page, in millimetres from its upper left corner. */
    static String textIn(byte[] pdf, double left, double top, double width, double height) {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripperByArea();
            reader.setSortByPosition(true);
            reader.addRegion("part", new Rectangle2D.Double(points(left), points(top), points(width), points(height)));
            reader.extractRegions(document.getPage(0));
            return reader.getTextForRegion("part").replaceAll("\\s+", " ").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far below the upper edge of the first page its lines in type of that size stand, in millimetres, downwards. */
    static List<Double> lines(byte[] pdf, double size) {
        var lines = new TreeSet<Double>();
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (Math.abs(text.getYScale() - size) < 0.1) {
                        lines.add(text.getYDirAdj() * 25.4 / 72);
                    }
                }
            };
            reader.setEndPage(1);
            reader.getText(document);
            return List.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands further left or right than that, in millimetres from the left edge of its page. */
    static List<String> pastTheMargins(byte[] pdf, double left, double right) {
        var past = new ArrayList<String>();
        positions(pdf).forEach((page, glyphs) -> glyphs.stream()
                .filter(glyph -> glyph.getXDirAdj() < points(left) || glyph.getXDirAdj() + glyph.getWidthDirAdj() > points(right))
                .forEach(glyph -> past.add("page %d: %s".formatted(page, around(glyph, glyphs)))));
        return past;
    }

    /** What is printed over what stands on the same line. */
    static List<String> printedOverAnother(byte[] pdf) {
        var over = new ArrayList<String>();
        positions(pdf).forEach((page, glyphs) -> {
            var lines = glyphs.stream().filter(glyph -> !glyph.getUnicode().isBlank())
                    .collect(Collectors.groupingBy(glyph -> Math.round(glyph.getYDirAdj() * 2)));
            lines.values().forEach(line -> {
                line.sort(Comparator.comparing(TextPosition::getXDirAdj));
                for (int i = 1; i < line.size(); i++) {
                    var before = line.get(i - 1);
                    if (line.get(i).getXDirAdj() < before.getXDirAdj() + before.getWidthDirAdj() - 1) {
                        over.add("page %d: %s".formatted(page, around(before, glyphs)));
                    }
                }
            });
        });
        return over;
    }

    private static String around(TextPosition glyph, List<TextPosition> glyphs) {
        int at = glyphs.indexOf(glyph);
        return glyphs.subList(Math.max(0, at - 20), Math.min(glyphs.size(), at + 20)).stream().map(TextPosition::getUnicode)
                .collect(Collectors.joining());
    }

    /** Every character, in the order of printing, by page. */
    private static Map<Integer, List<TextPosition>> positions(byte[] pdf) {
        var positions = new TreeMap<Integer, List<TextPosition>>();
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    positions.computeIfAbsent(getCurrentPageNo(), page -> new ArrayList<>()).add(text);
                }
            };
            reader.getText(document);
            return positions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double points(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    static List<String> textOfPages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var texts = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                texts.add(reader.getText(document));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a screen reader speaks it: in the order of the tags, on one line. */
    static String spoken(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var contents = new HashMap<COSDictionary, Map<Integer, String>>();
            for (var page : document.getPages()) {
                contents.put(page.getCOSObject(), contents(page));
            }
            var spoken = new StringBuilder();
            speak(document.getDocumentCatalog().getStructureTreeRoot(), null, contents, spoken);
            return spoken.toString().replaceAll("\\s+", " ").replaceAll(" (?=[,.;)])", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void speak(PDStructureNode node, PDPage page, Map<COSDictionary, Map<Integer, String>> contents, StringBuilder spoken) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                speak(element, element.getPage() == null ? page : element.getPage(), contents, spoken);
            } else if (kid instanceof Integer id) {
                spoken.append(contents.get(page.getCOSObject()).getOrDefault(id, "")).append(' ');
            } else if (kid instanceof PDMarkedContentReference reference) {
                var on = reference.getPage() == null ? page : reference.getPage();
                spoken.append(contents.get(on.getCOSObject()).getOrDefault(reference.getMCID(), "")).append(' ');
            }
        }
    }

    private static Map<Integer, String> contents(PDPage page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        var texts = new HashMap<Integer, String>();
        extractor.getMarkedContents().forEach(content -> collect(content, texts));
        return texts;
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        var text = new StringBuilder();
        for (var part : content.getContents()) {
            if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (part instanceof PDMarkedContent inside) {
                collect(inside, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pdf() {
    }
}
