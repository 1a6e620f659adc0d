package apws.procedure.deployment;

import apws.procedure.FormFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a diagram may hold (docs/decisions/24-what-diagrams-may-use.md): what it waits for, decides, asks and calls is visible in it, and reaches nothing hidden. */
@Component
class DiagramCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** The engine still understands the attributes of its ancestor. */
    private static final String ANCESTOR = "http://activiti.org/bpmn";
    private static final String LETTER = "letter";

    /** What of the engine's own a diagram may say. Whatever else the engine understands names classes, scripts or what is done outside. */
    private static final Set<String> ATTRIBUTES = Set.of("assignee", "asyncAfter", "asyncBefore", "calledElementBinding", "candidateGroups",
            "candidateUsers", "collection", "decisionRef", "decisionRefBinding", "delegateExpression", "diagramRelationId", "dueDate",
            "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable", "exclusive", "expression", "followUpDate",
            "formRef", "formRefBinding", "historyTimeToLive", "initiator", "isStartableInTasklist", "jobPriority", "mapDecisionResult",
            "modelerTemplate", "modelerTemplateIcon", "modelerTemplateVersion", "priority", "resultVariable", "variableEvents", "variableName",
            "versionTag",
            // of the engine's own elements
            "businessKey", "event", "id", "key", "local", "name", "source", "sourceExpression", "target", "value", "variables");
    private static final Set<String> ELEMENTS = Set.of("entry", "executionListener", "failedJobRetryTimeCycle", "in", "inputOutput",
            "inputParameter", "list", "map", "out", "outputParameter", "properties", "property", "taskListener", "value");

    private final DiagramBeans beans;
    private final ExpressionCheck expressions;
    private final BeanFactory everyBean;

    DiagramCheck(DiagramBeans beans, ExpressionCheck expressions, BeanFactory everyBean) {
        this.beans = beans;
        this.expressions = expressions;
        this.everyBean = everyBean;
    }

    /** What a diagram refers to outside itself. */
    interface Known {

        boolean form(String id);

        boolean letter(String code);
    }

    List<DiagramMistake> mistakes(byte[] diagram, Known known) {
        try {
            return new Look(known).through(Xml.read(diagram));
        } catch (SAXException | IOException e) {
            return List.of(unreadable(e));
        }
    }

    /** Only what reaches out of the diagram: what no diagram may hold, whenever it was deployed and under whatever name. */
    List<DiagramMistake> waysOut(org.camunda.bpm.engine.impl.util.xml.Element parsed) {
        try {
            return new Look(null).through(Xml.of(parsed));
        } catch (SAXException e) {
            return List.of(unreadable(e));
        }
    }

    private static DiagramMistake unreadable(Exception e) {
        return new DiagramMistake("diagram", null, "is not readable XML: " + e.getMessage());
    }

    /** The tasks that say nothing about themselves. */
    List<String> undocumented(byte[] diagram) {
        var found = new ArrayList<String>();
        try {
            collect(Xml.read(diagram), element -> isBpmn(element) && element.getLocalName().toLowerCase(Locale.ROOT).endsWith("task")
                    && childText(element, "documentation").isBlank(), found);
        } catch (SAXException | IOException e) {
            // said by mistakes()
        }
        return found;
    }

    private static void collect(Element element, Predicate<Element> wanted, List<String> ids) {
        if (wanted.test(element)) {
            ids.add(element.getAttribute("id"));
        }
        Xml.children(element).forEach(child -> collect(child, wanted, ids));
    }

    private class Look {

        private final List<DiagramMistake> mistakes = new ArrayList<>();
        /** Null where only what reaches out of the diagram is looked at. */
        private final Known known;

        Look(Known known) {
            this.known = known;
        }

        List<DiagramMistake> through(Element diagram) {
            at(diagram, null);
            return mistakes;
        }

        /** @param holder the element of the diagram that it belongs to */
        private void at(Element element, Element holder) {
            var owner = isBpmn(element) && element.hasAttribute("id") ? element : holder;
            if (ANCESTOR.equals(element.getNamespaceURI())) {
                mistake(owner, "uses the namespace %s; use %s".formatted(ANCESTOR, CAMUNDA));
            }
            Xml.attributes(element).forEach(attribute -> attribute(element, attribute, owner));
            element(element, owner);
            if (known != null) {
                rules(element, owner);
            }
            expressions(Xml.ownText(element), owner);
            Xml.children(element).forEach(child -> at(child, owner));
        }

        /** The engine finds many of its elements by their names alone, whatever their namespace. */
        private void element(Element element, Element owner) {
            var name = element.getLocalName();
            switch (name) {
                case "scriptTask" -> mistake(owner, "is a script task: let it call a bean");
                case "script", "connector", "connectorId" -> mistake(owner, "holds a %s: let it call a bean".formatted(name));
                case "formData", "formField", "formProperty", "validation", "constraint" ->
                        mistake(owner, "writes its form into the diagram: give it a form of its own by camunda:formRef");
                case "import" -> mistake(owner, "imports %s: a diagram stands by itself".formatted(element.getAttribute("location")));
                default -> {
                    if (isCamunda(element) && !ELEMENTS.contains(name)) {
                        mistake(owner, "holds camunda:%s, which diagrams do not use".formatted(name));
                    }
                }
            }
        }

        private void rules(Element element, Element owner) {
            var text = Xml.ownText(element).strip();
            switch (element.getLocalName()) {
                case "userTask" -> userTask(element);
                case "startEvent" -> shows(element);
                case "inputParameter", "outputParameter" -> given(element.getAttribute("name"), text, owner);
                case "entry" -> given(element.getAttribute("key"), text, owner);
                case "in", "out" -> {
                    if (element.hasAttribute("sourceExpression")) {
                        given(element.getAttribute("target"), element.getAttribute("sourceExpression"), owner);
                    }
                }
                case "timeDuration", "timeCycle", "timeDate" -> written(text, Periods.mistakeInTimer(element.getLocalName(), text), owner);
                case "failedJobRetryTimeCycle" -> written(text, Periods.mistakeInRetries(text), owner);
                default -> { }
            }
        }

        /** What a task, or a called process, is given under a name. */
        private void given(String name, String value, Element owner) {
            if (name.equals(LETTER)) {
                letter(value, owner);
            }
            if (beans.readsAsPeriod(name)) {
                written(value, Periods.mistakeIn(value), owner);
            }
        }

        /** What is computed is not known yet. */
        private void written(String text, Optional<String> mistake, Element owner) {
            if (!ExpressionCheck.isExpression(text)) {
                mistake.ifPresent(what -> mistake(owner, what));
            }
        }

        private void attribute(Element element, Attr attribute, Element owner) {
            if (ANCESTOR.equals(attribute.getNamespaceURI())) {
                mistake(owner, "uses the namespace %s; use %s".formatted(ANCESTOR, CAMUNDA));
            }
            // listeners and connectors carry these attributes without a namespace
            var ofEngine = CAMUNDA.equals(attribute.getNamespaceURI()) || isCamunda(element) && attribute.getNamespaceURI() == null;
            var name = attribute.getLocalName();
            if (ofEngine) {
                switch (name) {
                    case "class", "variableMappingClass" ->
                            mistake(owner, "names the class %s: let it call a bean".formatted(attribute.getValue()));
                    case "resource" -> mistake(owner, "names the script %s: let it call a bean".formatted(attribute.getValue()));
                    case "type" -> type(element, attribute, owner);
                    case "delegateExpression" -> delegate(element, attribute.getValue(), owner);
                    case "formKey", "formHandlerClass" -> mistake(owner, "has %s: give it a form by camunda:formRef".formatted(name));
                    case "formRefBinding", "calledElementBinding", "decisionRefBinding" -> binding(name, attribute.getValue(), owner);
                    case "formRef" -> form(attribute.getValue(), owner);
                    case "dueDate", "followUpDate" -> moment(attribute.getValue(), owner);
                    default -> {
                        if (!ATTRIBUTES.contains(name)) {
                            mistake(owner, "has camunda:%s, which diagrams do not use".formatted(name));
                        }
                    }
                }
            } else if (name.equals("language") || name.equals("scriptFormat")) {
                mistake(owner, "is written in the script language %s".formatted(attribute.getValue()));
            }
            expressions(attribute.getValue(), owner);
        }

        private void type(Element element, Attr type, Element owner) {
            if (isBpmn(element)) {
                mistake(owner, "is done outside, as %s: let it call a bean".formatted(type.getValue()));
            }
        }

        private void delegate(Element element, String expression, Element owner) {
            var bean = expressions.beanNamed(expression);
            if (bean == null) {
                mistake(owner, "is to call %s, which does not simply name a bean".formatted(expression));
            } else if (!beans.has(bean)) {
                mistake(owner, "calls '%s', which is no bean for diagrams".formatted(bean));
            } else if (isBpmn(element) && known != null) {
                var given = inputParameters(element);
                beans.needsOf(bean).stream().filter(need -> !given.contains(need))
                        .forEach(need -> mistake(owner, "does not give '%s' the input parameter '%s'".formatted(bean, need)));
            }
        }

        private void userTask(Element task) {
            if (task.getAttributeNS(CAMUNDA, "formRef").isBlank()) {
                mistake(task, "is a user task without a form (camunda:formRef)");
            } else if (!task.getAttributeNS(CAMUNDA, "formRefBinding").equals("latest")) {
                mistake(task, "does not bind its form to the latest version (camunda:formRefBinding)");
            }
            shows(task);
        }

        private void shows(Element element) {
            for (var name : extensionProperty(element, "shows").strip().split("\\s+")) {
                if (!name.isEmpty() && !isFacts(name)) {
                    mistake(element, "shows '%s', which are no facts for forms".formatted(name));
                }
            }
        }

        private void moment(String text, Element owner) {
            if (known != null) {
                written(text, Periods.mistakeInMoment(text), owner);
            }
        }

        private void form(String id, Element owner) {
            if (known == null) {
                return;
            }
            if (ExpressionCheck.isExpression(id)) {
                mistake(owner, "computes its form's name: write it");
            } else if (!id.isBlank() && !known.form(id)) {
                mistake(owner, "has the form '%s', which does not exist".formatted(id));
            }
        }

        private void letter(String code, Element owner) {
            if (!ExpressionCheck.isExpression(code) && !known.letter(code)) {
                mistake(owner, "names the letter '%s', which does not exist".formatted(code));
            }
        }

        private void binding(String attribute, String value, Element owner) {
            if (known != null && !value.equals("latest")) {
                mistake(owner, "binds to '%s' (%s): only 'latest' lets an analyst deploy one changed file".formatted(value, attribute));
            }
        }

        private void expressions(String text, Element owner) {
            if (ExpressionCheck.isExpression(text)) {
                expressions.mistakes(text).forEach(mistake -> mistake(owner, "has the expression %s: %s".formatted(text.strip(), mistake)));
            }
        }

        private void mistake(Element owner, String what) {
            mistakes.add(owner == null ? new DiagramMistake("diagram", null, what)
                    : new DiagramMistake(owner.getAttribute("id"), owner.getAttribute("name"), what));
        }
    }

    private boolean isFacts(String name) {
        try {
            return everyBean.isTypeMatch(name, FormFacts.class);
        } catch (NoSuchBeanDefinitionException none) {
            return false;
        }
    }

    private static boolean isBpmn(Element element) {
        return BPMN.equals(element.getNamespaceURI());
    }

    private static boolean isCamunda(Element element) {
        return CAMUNDA.equals(element.getNamespaceURI());
    }

    private static List<String> inputParameters(Element task) {
        return Xml.descend(task, "extensionElements", "inputOutput", "inputParameter").stream().map(parameter -> parameter.getAttribute("name")).toList();
    }

    private static String extensionProperty(Element element, String name) {
        return Xml.descend(element, "extensionElements", "properties", "property").stream()
                .filter(property -> property.getAttribute("name").equals(name)).map(property -> property.getAttribute("value")).findFirst().orElse("");
    }

    private static String childText(Element element, String name) {
        return String.join("", Xml.descend(element, name).stream().map(Element::getTextContent).toList());
    }
}
