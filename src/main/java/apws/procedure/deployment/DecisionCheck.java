package apws.procedure.deployment;

import apws.form.Expressions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a decision table may hold: decisions are written in FEEL, which reaches nothing but its inputs. */
final class DecisionCheck {

    private static final Set<String> FEEL = Set.of(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE, DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13, DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    private DecisionCheck() {
    }

    static List<DiagramMistake> mistakes(byte[] table) {
        try {
            var mistakes = new ArrayList<DiagramMistake>();
            look(Xml.read(table), null, mistakes);
            return mistakes;
        } catch (SAXException | IOException e) {
            return List.of(new DiagramMistake("decision", null, "is not readable XML: " + e.getMessage()));
        }
    }

    /** @param holder the element of the table that it belongs to */
    private static void look(Element element, Element holder, List<DiagramMistake> mistakes) {
        var owner = element.hasAttribute("id") ? element : holder;
        for (var attribute : Xml.attributes(element)) {
            if (attribute.getLocalName().endsWith("xpressionLanguage") && !FEEL.contains(attribute.getValue())) {
                mistakes.add(mistake(owner, "is written in %s: use FEEL".formatted(attribute.getValue())));
            }
        }
        if (element.getLocalName().equals("text") && Expressions.isBeyondReading(Xml.ownText(element))) {
            mistakes.add(mistake(owner, "holds an expression that is too long, or whose brackets lie too deep in each other"));
        }
        Xml.children(element).forEach(child -> look(child, owner, mistakes));
    }

    private static DiagramMistake mistake(Element owner, String what) {
        return owner == null ? new DiagramMistake("decision", null, what)
                : new DiagramMistake(owner.getAttribute("id"), owner.getAttribute("name"), what);
    }
}
