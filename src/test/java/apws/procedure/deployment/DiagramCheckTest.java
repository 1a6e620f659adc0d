package apws.procedure.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.procedure.ForDiagrams;
import apws.procedure.FormFacts;
import apws.procedure.IsoPeriod;
import apws.procedure.ReadsPeriods;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a diagram may hold, element by element. */
class DiagramCheckTest {

    @ForDiagrams(needs = {"letter", "step"})
    public static class IssueLetter {
    }

    @ForDiagrams
    public static class Calendar {

        public String today() {
            return "2026-11-23";
        }

        public String after(String from, @IsoPeriod String period) {
            return from + period;
        }

        public List<String> days(String from, String to) {
            return List.of(from, to);
        }
    }

    /** Reads {@code runsFor} as a period. */
    @ReadsPeriods("runsFor")
    public static class Posting {
    }

    public static class Other {

        public String secret() {
            return "";
        }
    }

    private final DiagramCheck check;

    DiagramCheckTest() {
        var beans = new AnnotationConfigApplicationContext();
        beans.registerBean("issueLetter", IssueLetter.class);
        beans.registerBean("calendar", Calendar.class);
        beans.registerBean("posting", Posting.class);
        beans.registerBean("other", Other.class);
        beans.registerBean("pupil", FormFacts.class, () -> variables -> Map.of());
        beans.refresh();
        var forDiagrams = new DiagramBeans(beans);
        check = new DiagramCheck(forDiagrams, new ExpressionCheck(forDiagrams, beans), beans);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${decision == 'improved' && reason != null}",
        "${calendar.today()}",
        "${calendar.days(calendar.today(), 'P1D').size()}",
        "${calendar.after(calendar.today(), 'P14D')}",
        "${calendar.after(calendar.today(), long ? 'P2M' : 'P4W')}",
        "${calendar.after(calendar.today(), runsFor)}",
        "${calendar.days(a, b)[0]}",
        "#{execution.processBusinessKey}",
        "${execution.getVariable('decision')}",
        "${not empty people and people[loopCounter].name != 'x'}",
        "${currentUser()}",
        "PT1M,PT5M",
        "${null}",
    })
    void takesExpressionsOverVariablesAndBeansForDiagrams(String expression) {
        assertThat(mistakesOf("<bpmn:sequenceFlow id='flow'><bpmn:conditionExpression>%s</bpmn:conditionExpression></bpmn:sequenceFlow>"
                .formatted(expression.replace("&", "&amp;")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "${other.secret()}                                          | 'other' is no bean for diagrams",
        "${calender.today()}                                        | 'calender' is no bean for diagrams",
        "${calendar.tomorrow()}                                     | the bean calendar has no method tomorrow with 0 parameters",
        "${calendar.today('x')}                                     | the bean calendar has no method today with 1 parameters",
        "${calendar.getClass()}                                     | it uses getClass",
        "${calendar.hashCode()}                                     | the bean calendar has no method hashCode",
        "${calendar.today().getClass().forName('x')}                | it uses forName",
        "${decision.class.name}                                     | it uses class",
        "${decision[\"class\"]}                                     | by a name that is not written",
        "${decision[member]}                                        | by a name that is not written",
        "${decision.concat('x')}                                    | 'decision' is no bean for diagrams",
        "${''.concat('x')}                                          | no bean for diagrams",
        "${execution.processEngineServices.runtimeService}          | it uses processEngineServices",
        "${execution.setVariable('a', 1)}                           | it calls execution.setVariable(), which diagrams may not",
        "${now()}                                                   | it calls now(), which diagrams do not use",
        "${calendar.today() == other.secret()}                      | 'other' is no bean for diagrams",
        "${calendar.days(other.secret(), '')}                       | 'other' is no bean for diagrams",
        "${calendar.today(                                          | cannot be read",
        "${calendar.after(calendar.today(), '14 days')}              | counts by '14 days', which is no period: write it as P14D",
        "${calendar.after(calendar.today(), '-P14D')}                | which is no period",
        "${calendar.after(calendar.today(), 'P-14D')}                | which is no period",
        "${calendar.after(calendar.today(), 'P0D')}                  | which is no period",
        "${calendar.after(calendar.today(), '')}                     | which is no period",
        "${calendar.after(calendar.today(), 'PT3H')}                 | which is no period",
        "${calendar.after(calendar.today(), 'P14')}                  | which is no period",
        "${calendar.after(calendar.today(), 'P99999999999D')}        | which is no period",
        "${calendar.after(calendar.today(), 'P300Y')}                | which is no period",
        "${calendar.after(calendar.today(), 14)}                     | which is no period",
        "${calendar.after(calendar.today(), null)}                   | which is no period",
        "${calendar.after(calendar.today(), long ? 'P2M' : '4 weeks')} | counts by '4 weeks', which is no period",
        "${calendar.after(calendar.today(), ('soon'))}               | counts by 'soon', which is no period",
    })
    void refusesExpressionsThatReachFurther(String expression, String why) {
        assertThat(mistakesOf("<bpmn:sequenceFlow id='flow' name='Wanted'><bpmn:conditionExpression>%s</bpmn:conditionExpression></bpmn:sequenceFlow>"
                .formatted(expression))).isNotEmpty().allSatisfy(mistake -> assertThat(mistake).startsWith("flow (Wanted): "))
                .anySatisfy(mistake -> assertThat(mistake).contains(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<bpmn:serviceTask id='it' camunda:class='java.lang.Runtime'/>                                   | names the class java.lang.Runtime",
        "<bpmn:serviceTask id='it' camunda:type='external' camunda:topic='x'/>                           | is done outside, as external",
        "<bpmn:serviceTask id='it' camunda:type='shell'/>                                                | is done outside, as shell",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${other}'/>                               | calls 'other', which is no bean for diagrams",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${calendar.today()}'/>                    | does not simply name a bean",
        "<bpmn:serviceTask id='it' camunda:expression='${other.secret()}'/>                              | 'other' is no bean for diagrams",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${issueLetter}'/>                         | does not give 'issueLetter' the input parameter 'step'",
        "<bpmn:serviceTask id='it' activiti:class='x'/>                                                  | uses the namespace http://activiti.org/bpmn",
        "<bpmn:scriptTask id='it' scriptFormat='groovy'/>                                                | is a script task",
        "<bpmn:sequenceFlow id='it'><bpmn:conditionExpression language='groovy'>x</bpmn:conditionExpression></bpmn:sequenceFlow> | script language groovy",
        "<bpmn:sequenceFlow id='it'><bpmn:conditionExpression camunda:resource='x.js'/></bpmn:sequenceFlow> | names the script x.js",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener class='x' event='start'/></bpmn:extensionElements></bpmn:task> | names the class x",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener delegateExpression='${other}' event='start'/></bpmn:extensionElements></bpmn:task> | calls 'other'",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements></bpmn:task> | holds a connector",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='js'/></camunda:executionListener></bpmn:extensionElements></bpmn:task> | holds a script",
        "<bpmn:userTask id='it'/>                                                                        | is a user task without a form",
        "<bpmn:userTask id='it' camunda:formRef='decide'/>                                               | does not bind its form to the latest",
        "<bpmn:userTask id='it' camunda:formRef='decide' camunda:formRefBinding='deployment'/>           | binds to 'deployment'",
        "<bpmn:userTask id='it' camunda:formRef='missing' camunda:formRefBinding='latest'/>              | has the form 'missing', which does not exist",
        "<bpmn:userTask id='it' camunda:formRef='${form}' camunda:formRefBinding='latest'/>              | computes its form's name",
        "<bpmn:userTask id='it' camunda:formKey='embedded:x' camunda:formRef='decide' camunda:formRefBinding='latest'/> | has formKey",
        "<bpmn:userTask id='it' camunda:formRef='decide' camunda:formRefBinding='latest'><bpmn:extensionElements><camunda:formData/></bpmn:extensionElements></bpmn:userTask> | writes its form into the diagram",
        "<bpmn:userTask id='it' camunda:formRef='decide' camunda:formRefBinding='latest'><bpmn:extensionElements><camunda:properties><camunda:property name='shows' value='pupil other none'/></camunda:properties></bpmn:extensionElements></bpmn:userTask> | shows 'other', which are no facts",
        "<bpmn:callActivity id='it' calledElement='x' camunda:calledElementBinding='deployment'/>        | binds to 'deployment'",
    })
    void refusesWhatIsHiddenFromTheDiagram(String element, String why) {
        assertThat(mistakesOf(element)).isNotEmpty().allSatisfy(mistake -> assertThat(mistake).startsWith("it: "))
                .anySatisfy(mistake -> assertThat(mistake).contains(why));
    }

    /** A duration that is none is refused at deployment, with the element's name: in timers, in parameters, wherever it is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "timeDuration | 14 days | P14D",
        "timeDuration | -P14D   | PT2H",
        "timeDuration | P2W     | P1DT2H",
        "timeDuration | P0D     | PT30M",
        "timeCycle    | daily   | R/P1D",
        "timeCycle    | R/-P1D  | R3/PT10M",
        "timeCycle    | 0 5 * * | 0 0 5 ? * MON-FRI",
        "timeDate     | soon    | 2026-09-01T05:00:00",
        "timeDate     | 1.9.26  | 2026-09-01T05:00:00Z",
    })
    void refusesATimerThatWaitsForNoTime(String kind, String wrong, String right) {
        var timer = "<bpmn:intermediateCatchEvent id='it' name='Wait'><bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        assertThat(mistakesOf(timer.formatted(kind, wrong))).singleElement().asString().startsWith("it (Wait): ").contains("'" + wrong + "', which is no");
        assertThat(mistakesOf(timer.formatted(kind, ""))).hasSize(1);
        assertThat(mistakesOf(timer.formatted(kind, right))).isEmpty();
        assertThat(mistakesOf(timer.formatted(kind, "${calendar.today()}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='runsFor'>%s</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:in sourceExpression='%s' target='runsFor'/></bpmn:extensionElements></bpmn:callActivity>",
        "<bpmn:task id='it' camunda:asyncBefore='true'><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle></bpmn:extensionElements></bpmn:task>",
    })
    void refusesAPeriodThatIsNoneInParameters(String element) {
        assertThat(mistakesOf(element.formatted("P30D"))).isEmpty();
        for (var wrong : List.of("30 days", "-P30D", "", "P30", "P0D")) {
            assertThat(mistakesOf(element.formatted(wrong))).as(wrong).singleElement().asString().startsWith("it: counts by '" + wrong + "', which is no period");
        }
    }

    @Test
    void refusesADueDateThatIsNone() {
        var task = "<bpmn:userTask id='it' camunda:formRef='decide' camunda:formRefBinding='latest' camunda:dueDate='%s'/>";
        assertThat(mistakesOf(task.formatted("in a week"))).singleElement().asString().contains("'in a week', which is no moment");
        assertThat(mistakesOf(task.formatted("2026-09-01T17:00:00"))).isEmpty();
    }

    @Test
    void takesATaskThatKeepsToTheRules() {
        assertThat(mistakesOf("""
                <bpmn:userTask id='it' camunda:formRef='decide' camunda:formRefBinding='latest' camunda:candidateGroups='${schoolGroup}'>
                  <bpmn:extensionElements><camunda:properties><camunda:property name='shows' value='pupil'/></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                """ + letter("AL 1.2.0"))).isEmpty();
    }

    @Test
    void refusesALetterThatDoesNotExist() {
        assertThat(mistakesOf(letter("AL 9.9.9"))).containsExactly("letter: names the letter 'AL 9.9.9', which does not exist");
        assertThat(mistakesOf(letter("${letter}"))).isEmpty();
    }

    @Test
    void readsNoEntitiesFromElsewhere() {
        var diagram = "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><definitions>&y;</definitions>";
        assertThat(check.mistakes(diagram.getBytes(UTF_8), new Known())).extracting(DiagramMistake::what).singleElement().asString()
                .contains("is not readable XML");
    }

    @Test
    void findsTasksThatSayNothingAboutThemselves() {
        assertThat(check.undocumented(diagram("""
                <bpmn:userTask id='silent'/><bpmn:serviceTask id='spoken'><bpmn:documentation>S1-01</bpmn:documentation></bpmn:serviceTask>""")))
                .containsExactly("silent");
    }

    private static String letter(String code) {
        return """
                <bpmn:serviceTask id='letter' camunda:delegateExpression='${issueLetter}'><bpmn:extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name='letter'>%s</camunda:inputParameter><camunda:inputParameter name='step'>S1-02</camunda:inputParameter>
                </camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>""".formatted(code);
    }

    private List<String> mistakesOf(String elements) {
        return check.mistakes(diagram(elements), new Known()).stream().map(DiagramMistake::inWords).toList();
    }

    private static byte[] diagram(String elements) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 xmlns:activiti="http://activiti.org/bpmn" id="definitions"><bpmn:process id="process">%s</bpmn:process></bpmn:definitions>"""
                .formatted(elements).getBytes(UTF_8);
    }

    private static class Known implements DiagramCheck.Known {

        @Override
        public boolean form(String id) {
            return id.equals("decide");
        }

        @Override
        public boolean letter(String code) {
            return code.equals("AL 1.2.0");
        }
    }
}
