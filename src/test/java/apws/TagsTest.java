package apws;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;

/** {@code mvn -Pfast test} leaves out what is tagged as slow: so whatever is slow has its tag. */
@AnalyzeClasses(packages = "apws", importOptions = OnlyIncludeTests.class)
class TagsTest {

    @ArchTest
    static final ArchRule whatStartsTheApplicationIsTagged = classes().that().areAnnotatedWith(SpringBootTest.class)
            .should(beTagged("application"));

    @ArchTest
    static final ArchRule whatStartsAPostgresIsTagged = classes().that(describe("run on PostgreSQL", TagsTest::isRunOnPostgres))
            .should(beTagged("server"));

    private static boolean isRunOnPostgres(JavaClass test) {
        return test.getSimpleName().equals("OnPostgres");
    }

    private static ArchCondition<JavaClass> beTagged(String tag) {
        return new ArchCondition<>("be tagged " + tag) {
            @Override
            public void check(JavaClass test, ConditionEvents events) {
                if (Arrays.stream(test.reflect().getAnnotationsByType(Tag.class)).noneMatch(one -> one.value().equals(tag))) {
                    events.add(SimpleConditionEvent.violated(test, "%s is not tagged %s".formatted(test.getName(), tag)));
                }
            }
        };
    }
}
