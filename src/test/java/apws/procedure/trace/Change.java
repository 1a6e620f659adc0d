package apws.procedure.trace;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * One thing in one diagram or decision table, changed.
 *
 * @param file     its name in bpmn/
 * @param elements ids of the flow nodes and sequence flows at which a test could notice; empty: of the process as a whole
 * @param what     the change in words
 * @param changed  the whole file with the change in it
 */
record Change(String file, List<String> elements, String what, String changed) {

    private static final Pattern PERIOD = Pattern.compile("\\bP(\\d+)D\\b");
    private static final Pattern TIME = Pattern.compile("\\bPT(\\d+[HMS])\\b");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("^\\s*(\\d+)\\s*$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\\-:\"])(\\d+(?:\\.\\d+)?)(?![\\w\\-:\"])");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?=T)");
    private static final Pattern CRON = Pattern.compile("^0 (\\d+) (\\d+) ");

    /** Every change to a diagram: each duration by a day either way, each pair of a gateway's conditions swapped, each figure by one. */
    static List<Change> ofDiagram(Path file) throws IOException {
        var changes = new ArrayList<Change>();
        var reader = new Reader(file, changes);
        reader.eachText("//*", text -> {
            reader.each(text, PERIOD, found -> List.of("P%dD".formatted(number(found) + 1), "P%dD".formatted(number(found) - 1)));
            reader.each(text, TIME, found -> List.of("P1DT" + found.group(1)));
            if (text.name().equals("camunda:inputParameter")) {
                reader.each(text, WHOLE_NUMBER, found -> List.of("" + (number(found) + 1), "" + (number(found) - 1)));
            }
            if (text.name().equals("bpmn:timeCycle")) {
                reader.each(text, CRON, found -> List.of(
                        "0 %s %d ".formatted(found.group(1), Integer.parseInt(found.group(2)) + 1),
                        "0 %d %s ".formatted(number(found) + 1, found.group(2))));
            }
        });
        reader.swapConditions();
        return changes;
    }

    /** The file written again with nothing changed: whoever notices that, notices the writing. */
    static Change none(Path file) throws IOException {
        var changes = new ArrayList<Change>();
        new Reader(file, changes).add(List.of(), "nothing", () -> { }, () -> { });
        return changes.get(0);
    }

    /** Every change to a decision table: each edge by the smallest step either way, and from including itself to not. */
    static List<Change> ofTable(Path file) throws IOException {
        var changes = new ArrayList<Change>();
        var reader = new Reader(file, changes);
        reader.eachText("inputEntry", text -> {
            var step = reader.isFraction(text) ? new BigDecimal("0.01") : BigDecimal.ONE;
            reader.each(text, DATE, found -> List.of(LocalDate.parse(found.group(1)).plusDays(1).toString(),
                    LocalDate.parse(found.group(1)).minusDays(1).toString()));
            reader.each(text, NUMBER, found -> List.of(new BigDecimal(found.group(1)).add(step).toPlainString(),
                    new BigDecimal(found.group(1)).subtract(step).toPlainString()));
            reader.each(text, Pattern.compile("^(>=)"), found -> List.of(">"));
            reader.each(text, Pattern.compile("^(<)(?!=)"), found -> List.of("<="));
            reader.each(text, Pattern.compile("^(\\[)"), found -> List.of("]"));
            reader.each(text, Pattern.compile("(\\[)$"), found -> List.of("]"));
        });
        return changes;
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(file, what);
    }

    /** A text of the file: of an attribute or of an element without children. */
    private record Text(Element owner, String name, String value, UnaryOperator<String> set) {
    }

    private static final class Reader {

        private final Path file;
        private final List<Change> changes;
        private final Document xml;

        Reader(Path file, List<Change> changes) throws IOException {
            this.file = file;
            this.changes = changes;
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                this.xml = factory.newDocumentBuilder().parse(new InputSource(new StringReader(Files.readString(file))));
            } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
                throw new IOException(file + " is not readable", e);
            }
        }

        void eachText(String inside, java.util.function.Consumer<Text> read) {
            for (var element : elements(xml.getDocumentElement())) {
                if (element.getNodeName().equals("bpmn:documentation") || element.getNodeName().startsWith("bpmndi:")
                        || element.getNodeName().startsWith("dmndi:")) {
                    continue;
                }
                if (inside.equals("//*")) {
                    var attributes = element.getAttributes();
                    for (int i = 0; i < attributes.getLength(); i++) {
                        var attribute = attributes.item(i);
                        if (!attribute.getNodeName().equals("id") && !attribute.getNodeName().equals("name")) {
                            read.accept(new Text(element, attribute.getNodeName(), attribute.getNodeValue(), value -> {
                                attribute.setNodeValue(value);
                                return value;
                            }));
                        }
                    }
                    if (element.getNodeName().equals("camunda:property")) {
                        continue;
                    }
                    if (elements(element).size() == 1 && !element.getTextContent().isBlank()) {
                        read.accept(new Text(element, element.getNodeName(), element.getTextContent(), value -> {
                            element.setTextContent(value);
                            return value;
                        }));
                    }
                } else if (element.getNodeName().equals("text") && element.getParentNode().getNodeName().equals(inside)) {
                    read.accept(new Text(element, "text", element.getTextContent(), value -> {
                        element.setTextContent(value);
                        return value;
                    }));
                }
            }
        }

        void each(Text text, Pattern pattern, java.util.function.Function<MatchResult, List<String>> others) {
            for (var found : pattern.matcher(text.value()).results().toList()) {
                for (var other : others.apply(found)) {
                    int from = pattern == CRON ? 0 : pattern == PERIOD || pattern == TIME ? found.start() : found.start(1);
                    int to = pattern == CRON || pattern == PERIOD || pattern == TIME ? found.end() : found.end(1);
                    var value = text.value().substring(0, from) + other + text.value().substring(to);
                    add(node(text.owner()), "%s at %s: %s becomes %s".formatted(text.name(), id(text.owner()), text.value().strip(), value.strip()),
                            () -> text.set().apply(value), () -> text.set().apply(text.value()));
                }
            }
        }

        /** Two conditional flows change places; one beside a default flow is turned round. */
        void swapConditions() {
            for (var gateway : elements(xml.getDocumentElement())) {
                if (!gateway.getNodeName().equals("bpmn:exclusiveGateway")) {
                    continue;
                }
                var flows = elements(xml.getDocumentElement()).stream().filter(element -> element.getNodeName().equals("bpmn:sequenceFlow")
                        && element.getAttribute("sourceRef").equals(gateway.getAttribute("id"))).toList();
                var conditions = flows.stream().flatMap(flow -> elements(flow).stream())
                        .filter(element -> element.getNodeName().equals("bpmn:conditionExpression")).toList();
                var noticing = new ArrayList<>(flows.stream().map(flow -> flow.getAttribute("id")).toList());
                for (int one = 0; one < conditions.size(); one++) {
                    for (int other = one + 1; other < conditions.size(); other++) {
                        swap(gateway, conditions.get(one), conditions.get(other), noticing);
                    }
                    if (flows.size() > conditions.size()) {
                        var condition = conditions.get(one);
                        var before = condition.getTextContent();
                        var turned = before.replaceFirst("^\\s*[$#]\\{(.*)}\\s*$", "\\${!($1)}");
                        add(noticing, "%s: %s becomes %s".formatted(gateway.getAttribute("id"), before, turned),
                                () -> condition.setTextContent(turned), () -> condition.setTextContent(before));
                    }
                }
            }
        }

        private void swap(Element gateway, Element one, Element other, List<String> noticing) {
            var first = one.getTextContent();
            var second = other.getTextContent();
            add(noticing, "%s: %s and %s change places".formatted(gateway.getAttribute("id"), first, second), () -> {
                one.setTextContent(second);
                other.setTextContent(first);
            }, () -> {
                one.setTextContent(first);
                other.setTextContent(second);
            });
        }

        boolean isFraction(Text entry) {
            var rule = (Element) entry.owner().getParentNode().getParentNode();
            var column = elements(rule).stream().filter(element -> element.getNodeName().equals("inputEntry")).toList()
                    .indexOf(entry.owner().getParentNode());
            var input = elements(xml.getDocumentElement()).stream().filter(element -> element.getNodeName().equals("inputExpression")).toList()
                    .get(column);
            return input.getAttribute("typeRef").equals("double");
        }

        private void add(List<String> elements, String what, Runnable change, Runnable back) {
            change.run();
            changes.add(new Change(file.getFileName().toString(), elements, what, write()));
            back.run();
        }

        private String write() {
            try {
                var text = new StringWriter();
                TransformerFactory.newInstance().newTransformer().transform(new DOMSource(xml), new StreamResult(text));
                return text.toString();
            } catch (javax.xml.transform.TransformerException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The flow node that holds the element, with those from which a token comes to it. */
        private List<String> node(Element owner) {
            for (Node at = owner; at instanceof Element element; at = at.getParentNode()) {
                if (elements(xml.getDocumentElement()).stream().anyMatch(flow -> flow.getNodeName().equals("bpmn:sequenceFlow")
                        && (flow.getAttribute("sourceRef").equals(element.getAttribute("id"))
                        || flow.getAttribute("targetRef").equals(element.getAttribute("id"))))) {
                    var ids = new ArrayList<>(List.of(element.getAttribute("id")));
                    if (element.hasAttribute("attachedToRef")) {
                        ids.add(element.getAttribute("attachedToRef"));
                    }
                    elements(xml.getDocumentElement()).stream().filter(flow -> flow.getAttribute("targetRef").equals(element.getAttribute("id")))
                            .forEach(flow -> ids.add(flow.getAttribute("sourceRef")));
                    return ids;
                }
            }
            return List.of();
        }

        private static String id(Element owner) {
            for (Node at = owner; at instanceof Element element; at = at.getParentNode()) {
                if (element.hasAttribute("id")) {
                    return element.getAttribute("id");
                }
            }
            return "";
        }

        private static List<Element> elements(Element root) {
            var found = new ArrayList<Element>(List.of(root));
            var children = root.getElementsByTagName("*");
            for (int i = 0; i < children.getLength(); i++) {
                found.add((Element) children.item(i));
            }
            return found;
        }
    }
}
