package apws.procedure.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reading XML that somebody else wrote: nothing is fetched for it. */
final class Xml {

    /** Deeper than any diagram is drawn; what reads a tree goes down it step by step. */
    private static final int DEEPEST = 100;

    private Xml() {
    }

    static List<Element> descend(Element from, String... names) {
        var found = List.of(from);
        for (var name : names) {
            found = found.stream().flatMap(element -> children(element).stream()).filter(child -> name.equals(child.getLocalName())).toList();
        }
        return found;
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    static String ownText(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    /** What the engine has read, as a tree that can be looked at in the same way. */
    static Element of(org.camunda.bpm.engine.impl.util.xml.Element parsed) throws SAXException {
        try {
            return copy(parsed, DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument(), 1);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element copy(org.camunda.bpm.engine.impl.util.xml.Element parsed, Document document, int depth) throws SAXException {
        if (depth > DEEPEST) {
            throw new SAXException("elements lie deeper in each other than %d".formatted(DEEPEST));
        }
        var copy = document.createElementNS(parsed.getUri(), parsed.getTagName());
        for (var name : parsed.attributes()) {
            // the engine names an attribute by its namespace and its name, with a colon between them
            var at = name.lastIndexOf(':');
            if (!name.startsWith("xmlns") && !name.startsWith(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
                copy.setAttributeNS(at < 0 ? null : name.substring(0, at), name.substring(at + 1), parsed.attribute(name));
            }
        }
        copy.appendChild(document.createTextNode(parsed.getText()));
        for (var child : parsed.elements()) {
            copy.appendChild(copy(child, document, depth + 1));
        }
        return copy;
    }

    static Element read(byte[] xml) throws SAXException, IOException {
        try {
            // the JDK's own, which knows the bound on the depth
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(DEEPEST));
            var builder = factory.newDocumentBuilder();
            // the default one prints to the console
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
