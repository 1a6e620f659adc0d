package apws.procedure.deployment;

import apws.form.Expressions;
import apws.procedure.FormFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * What an expression in a diagram may say: process variables and what they hold, and the methods of beans for diagrams.
 * Nothing else has methods here, so that nothing leads out of the diagram.
 */
@Component
class ExpressionCheck {

    /** From an object to its class, from an execution to the engine. */
    static final Set<String> WAYS_OUT = Set.of("class", "getClass", "classLoader", "getClassLoader", "protectionDomain", "getProtectionDomain",
            "forName", "processEngineServices", "getProcessEngineServices", "processEngine", "getProcessEngine", "bpmnModelInstance",
            "getBpmnModelInstance", "bpmnModelElementInstance", "getBpmnModelElementInstance", "targetSource", "getTargetSource", "advisors",
            "getAdvisors", "addAdvice", "addAdvisor");

    /** What the engine itself puts beside the variables. */
    private static final Set<String> SCOPES = Set.of("execution", "task");
    private static final Set<String> METHODS_OF_SCOPES = Set.of("getVariable", "hasVariable", "getVariableLocal", "hasVariableLocal");
    private static final Set<String> PROPERTIES_OF_SCOPES = Set.of("id", "name", "processBusinessKey", "businessKey", "processInstanceId",
            "processDefinitionId", "currentActivityId", "currentActivityName", "assignee", "dueDate", "followUpDate", "priority", "eventName");
    private static final Set<String> FUNCTIONS = Set.of("S", "JSON", "currentUser", "currentUserGroups");

    private final DiagramBeans beans;
    private final BeanFactory everyBean;
    private final Builder juel = new Builder(Feature.METHOD_INVOCATIONS);

    ExpressionCheck(DiagramBeans beans, BeanFactory everyBean) {
        this.beans = beans;
        this.everyBean = everyBean;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the text's expressions, in words. */
    List<String> mistakes(String text) {
        var mistakes = new ArrayList<String>();
        if (Expressions.isBeyondReading(text)) {
            return List.of("it is too long, or its brackets lie too deep in each other");
        }
        try {
            look(juel.build(text).getRoot(), mistakes);
        } catch (TreeBuilderException e) {
            mistakes.add("the expression %s cannot be read: %s".formatted(text, e.getMessage()));
        }
        return mistakes;
    }

    /** Of an expression that names a delegate: the bean's name, or null where it is something else. */
    String beanNamed(String text) {
        if (Expressions.isBeyondReading(text)) {
            return null;
        }
        try {
            var root = juel.build(text).getRoot();
            return root.getCardinality() == 1 && root.getChild(0) instanceof AstIdentifier bean ? bean.getName() : null;
        } catch (TreeBuilderException e) {
            return null;
        }
    }

    private void look(Node node, List<String> mistakes) {
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
            mistakes.add("it calls %s(), which diagrams do not use; dates come from the bean calendar".formatted(function.getName()));
        } else if (node instanceof AstMethod method) {
            method((AstProperty) method.getChild(0), method.getChild(1), mistakes);
        } else if (node instanceof AstDot property) {
            property(property, mistakes);
        } else if (node instanceof AstIdentifier identifier && isHidden(identifier.getName())) {
            mistakes.add("'%s' is no bean for diagrams".formatted(identifier.getName()));
        }
        if (node instanceof AstBracket bracket && !isPlainIndex(bracket.getChild(1))) {
            mistakes.add("it looks something up by a name that is not written in the diagram");
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            if (!(node instanceof AstMethod && child == 0)) {
                look(node.getChild(child), mistakes);
            } else {
                // the method itself has been looked at; what it is called on has not, unless it is a name
                var owner = node.getChild(0).getChild(0);
                if (!(owner instanceof AstIdentifier)) {
                    look(owner, mistakes);
                }
            }
        }
    }

    private void method(AstProperty called, Node given, List<String> mistakes) {
        var owner = called.getChild(0);
        if (!(called instanceof AstDot dot)) {
            mistakes.add("it calls a method by a computed name");
            return;
        }
        var name = name(dot);
        if (WAYS_OUT.contains(name)) {
            mistakes.add("it uses " + name);
        } else if (owner instanceof AstIdentifier identifier) {
            methodOf(identifier.getName(), name, given, mistakes);
        } else if (!isResultOfABean(owner)) {
            mistakes.add("it calls %s() on something that is no bean for diagrams".formatted(name));
        }
    }

    private void methodOf(String owner, String name, Node given, List<String> mistakes) {
        var parameters = given.getCardinality();
        if (SCOPES.contains(owner)) {
            if (!METHODS_OF_SCOPES.contains(name)) {
                mistakes.add("it calls %s.%s(), which diagrams may not".formatted(owner, name));
            }
        } else if (!beans.has(owner)) {
            mistakes.add("it calls %s.%s(), and '%s' is no bean for diagrams".formatted(owner, name, owner));
        } else if (!beans.offers(owner, name, parameters)) {
            mistakes.add("the bean %s has no method %s with %d parameters".formatted(owner, name, parameters));
        } else {
            beans.periodsOf(owner, name, parameters).forEach(place -> periods(given.getChild(place), mistakes));
        }
    }

    /** A period may be written, come from a variable, or be one of several written ones. */
    private static void periods(Node given, List<String> mistakes) {
        if (given instanceof AstString text) {
            Periods.mistakeIn((String) text.eval(null, null)).ifPresent(mistakes::add);
        } else if (given instanceof AstNumber || given instanceof AstBoolean || given instanceof AstNull) {
            Periods.mistakeIn(given.toString()).ifPresent(mistakes::add);
        } else if (given instanceof AstChoice choice) {
            periods(choice.getChild(1), mistakes);
            periods(choice.getChild(2), mistakes);
        } else if (given instanceof AstNested nested) {
            periods(nested.getChild(0), mistakes);
        }
    }

    private void property(AstDot property, List<String> mistakes) {
        var name = name(property);
        if (WAYS_OUT.contains(name)) {
            mistakes.add("it uses " + name);
        } else if (property.getChild(0) instanceof AstIdentifier owner && SCOPES.contains(owner.getName())) {
            if (!PROPERTIES_OF_SCOPES.contains(name)) {
                mistakes.add("it uses %s.%s, which diagrams may not".formatted(owner.getName(), name));
            }
        } else if (property.getChild(0) instanceof AstIdentifier owner && beans.has(owner.getName())) {
            mistakes.add("it uses %s.%s: a bean for diagrams has methods only".formatted(owner.getName(), name));
        }
    }

    /** What forms show is asked by name too, and bears the names of variables. */
    private boolean isHidden(String name) {
        return !beans.has(name) && everyBean.containsBean(name) && !everyBean.isTypeMatch(name, FormFacts.class);
    }

    /** {@code figures.since(…).possible()}: what a bean for diagrams gave back may be asked further. */
    private boolean isResultOfABean(Node node) {
        if (node instanceof AstMethod method) {
            var owner = method.getChild(0).getChild(0);
            return owner instanceof AstIdentifier identifier ? beans.has(identifier.getName()) : isResultOfABean(owner);
        }
        return node instanceof AstDot property && isResultOfABean(property.getChild(0));
    }

    private static boolean isPlainIndex(Node index) {
        return index instanceof AstNumber || index instanceof AstIdentifier counter && counter.getName().equals("loopCounter")
                || index instanceof AstString text && WAYS_OUT.stream().noneMatch(way -> text.toString().contains(way));
    }

    /** JUEL tells a property's name only as ". name". */
    private static String name(AstDot property) {
        return property.toString().substring(1).strip();
    }
}
