package apws;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Entry;
import apws.procedure.ForDiagrams;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The house rules that a compiler does not keep. */
@AnalyzeClasses(packages = "apws", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the top of the house to its foundations: each room may use those below it. */
    private static final List<String> ROOMS = List.of("demo", "desk", "procedure", "legal", "letter", "officer", "casework", "register", "pupil", "imports",
            "access", "form", "calendar");

    @ArchTest
    static final ArchRule packagesDependOneWay = fromTopToBottom();

    @ArchTest
    static final ArchRule mattersOfTheProcedureDependOneWay = slices().matching("apws.procedure.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatAllMattersShareKnowsNoneOfThem = noClasses().that().resideInAPackage("apws.procedure")
            .should().dependOnClassesThat(are(resideInAPackage("apws.procedure.*..").and(not(resideInAPackage("apws.procedure.names")))));

    /** FEEL is a library: a form's rules are written in it. */
    @ArchTest
    static final ArchRule onlyProcedureAndAccessKnowTheEngine = noClasses().that(not(resideInAPackage("apws.procedure..")))
            .and(not(resideInAPackage("apws.access.."))).and(resideInAPackage("apws..")).should()
            .dependOnClassesThat(are(resideInAPackage("org.camunda..").and(not(resideInAPackage("org.camunda.feel..")))));

    @ArchTest
    static final ArchRule onlyTheCalendarKnowsWhatTimeItIs = noClasses().that().resideOutsideOfPackage("apws.calendar..")
            .should().callMethodWhere(readsTheMachinesClock())
            .orShould().callConstructor(Date.class)
            .because("the demo moves the clock: ask SchoolCalendar for today() or now()");

    @ArchTest
    static final ArchRule beansComeThroughConstructors = noFields().should().beAnnotatedWith(Autowired.class)
            .orShould().beAnnotatedWith(Value.class).orShould().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule beansHoldNoState = fields().that().areDeclaredInClassesThat(are(delegates())).and().areNotStatic().should().beFinal();

    @ArchTest
    static final ArchRule noClassIsCalledImpl = noClasses().should().haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule delegatesAreForDiagrams = classes().that().implement(JavaDelegate.class)
            .should().beAnnotatedWith(ForDiagrams.class).andShould().beAnnotatedWith(Component.class).andShould().bePackagePrivate();

    /** One verb: what it does beyond its own steps belongs to a feature. */
    @ArchTest
    static final ArchRule delegatesStaySmall = classes().that().implement(JavaDelegate.class).should(beAtMostLong(60)).andShould(haveAtMostCollaborators(6));

    /** What Java reads of a form stands in a record that is compared with the form; these hand a whole entry on. */
    @ArchTest
    static final ArchRule answersAreReadAsTheRecordOfTheirForm = noClasses().that().resideInAPackage("apws.procedure..")
            .and().doNotHaveSimpleName("FormGate").and().doNotHaveSimpleName("PlanTerms").and().doNotHaveSimpleName("NoticePrepared")
            .and().doNotHaveSimpleName("ReferralEnclosures")
            .should().callMethod(Entry.class, "data").orShould().callMethod(Entry.class, "text", String.class);

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        var silent = classes.stream().map(JavaClass::getPackageName).distinct().filter(name ->
                !Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))).sorted().toList();

        assertThat(silent).isEmpty();
    }

    private static ArchRule fromTopToBottom() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var room : ROOMS) {
            layers = layers.layer(room).definedBy("apws." + room + "..");
        }
        for (var room : ROOMS) {
            var above = ROOMS.subList(0, ROOMS.indexOf(room));
            layers = above.isEmpty() ? layers.whereLayer(room).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(room).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return layers;
    }

    private static DescribedPredicate<JavaClass> delegates() {
        return JavaClass.Predicates.implement(JavaDelegate.class);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        var clocks = Set.of(Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName(), ZonedDateTime.class.getName(),
                OffsetDateTime.class.getName());
        return DescribedPredicate.describe("reads the machine's clock", call ->
                call.getName().equals("now") && clocks.contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class))
                        || call.getName().equals("currentTimeMillis")
                        || call.getTargetOwner().isAssignableTo(Clock.class) && call.getName().startsWith("system"));
    }

    /** From the class's own line on: its imports and what is said of it do not count. */
    private static ArchCondition<JavaClass> beAtMostLong(int lines) {
        return new ArchCondition<>("have at most %d lines".formatted(lines)) {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                var source = Path.of("src/main/java", delegate.getName().replace('.', '/') + ".java");
                try {
                    var all = Files.readAllLines(source);
                    var from = all.stream().takeWhile(line -> !line.contains("class " + delegate.getSimpleName() + " ")).count();
                    if (all.size() - from > lines) {
                        events.add(SimpleConditionEvent.violated(delegate, "%s is %d lines long".formatted(delegate.getName(), all.size() - from)));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveAtMostCollaborators(int number) {
        return new ArchCondition<>("have at most %d collaborators".formatted(number)) {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                var collaborators = delegate.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)).count();
                if (collaborators > number) {
                    events.add(SimpleConditionEvent.violated(delegate, "%s has %d collaborators".formatted(delegate.getName(), collaborators)));
                }
            }
        };
    }
}
