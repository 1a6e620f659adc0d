package apws;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import apws.procedure.ForDiagrams;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The house rules that a compiler does not keep. */
@AnalyzeClasses(packages = "apws", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDependOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("demo").definedBy("apws.demo..")
            .layer("procedure").definedBy("apws.procedure..")
            .layer("legal").definedBy("apws.legal..")
            .layer("letter").definedBy("apws.letter..")
            .layer("officer").definedBy("apws.officer..")
            .layer("casework").definedBy("apws.casework..")
            .layer("register").definedBy("apws.register..")
            .layer("pupil").definedBy("apws.pupil..")
            .layer("access").definedBy("apws.access..")
            .layer("calendar").definedBy("apws.calendar..")
            .whereLayer("demo").mayNotBeAccessedByAnyLayer()
            .whereLayer("procedure").mayOnlyBeAccessedByLayers("demo")
            .whereLayer("legal").mayOnlyBeAccessedByLayers("demo", "procedure")
            .whereLayer("letter").mayOnlyBeAccessedByLayers("demo", "procedure")
            .whereLayer("officer").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter")
            .whereLayer("casework").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter", "officer")
            .whereLayer("register").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter", "officer", "casework")
            .whereLayer("pupil").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter", "officer", "casework", "register")
            .whereLayer("access").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter", "officer", "casework", "register", "pupil")
            .whereLayer("calendar").mayOnlyBeAccessedByLayers("demo", "procedure", "legal", "letter", "officer", "casework", "register",
                    "pupil", "access");

    @ArchTest
    static final ArchRule onlyProcedureAndAccessKnowTheEngine = noClasses().that(not(resideInAPackage("apws.procedure..")))
            .and(not(resideInAPackage("apws.access.."))).and(resideInAPackage("apws..")).should().dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

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
    static final ArchRule delegatesStaySmall = classes().that().implement(JavaDelegate.class).should(beAtMostLong(100));

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

    private static ArchCondition<JavaClass> beAtMostLong(int lines) {
        return new ArchCondition<>("have at most %d lines of code".formatted(lines)) {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                int last = delegate.getMethods().stream().flatMap(method -> method.getCallsFromSelf().stream())
                        .mapToInt(call -> call.getLineNumber()).max().orElse(0);
                if (last > lines) {
                    events.add(SimpleConditionEvent.violated(delegate, "%s is %d lines long".formatted(delegate.getName(), last)));
                }
            }
        };
    }
}
