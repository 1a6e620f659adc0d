package apws.desk;

import static org.assertj.core.api.Assertions.assertThat;

import apws.StatementCount;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.pupil.Parent;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The page of a case costs so many statements, however long its story is. */
@Tag("application")
@SpringBootTest
class CasePageStatementsTest {

    private static final String SCHOOL = "9993201";
    private static final int AT_MOST = 17;

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static StatementCount statementCount() {
            return new StatementCount();
        }

        @Bean
        static BeanPostProcessor counted(StatementCount count) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? count.counting(database) : bean;
                }
            };
        }
    }

    @Test
    void theStatementsOfTheCasePageGrowWithNothing(@Autowired StatementCount count, @Autowired CasePages pages, @Autowired Schools schools,
            @Autowired Pupils pupils, @Autowired Parents parents, @Autowired Cases cases, @Autowired Chronology chronology, @Autowired Entries entries) {
        schools.save(new School(SCHOOL, "School " + SCHOOL, "1 High Street", "01632 960000", "office@school.example", "8.30 to 16.00", "Mr H Teacher",
                "Mrs A Lead", "Attendance Lead", false, null));
        var pupil = pupils.save(new Pupil(null, "A999320100001", "Ada", "Moss", LocalDate.of(2014, 5, 1), "6", SCHOOL, LocalDate.of(2018, 9, 1), null,
                false, false, false, false, false, false, false, false)).id();
        var parent = parents.save(new Parent(null, "P-9993201-1", "Ms", "Rosa", "Moss", "1 Low Road", "ZZ1 1ZZ", false, "", "", "", null, null)).id();
        parents.link(pupil, parent, "mother", true);
        var reference = cases.open(pupil, SCHOOL, "system").reference();
        chronology.write(reference, "S1-01, S1-02", "Case opened", "lead");

        // what the engine reads once and keeps
        pages.of(reference);
        var atFirst = count.of(() -> assertThat(pages.of(reference).orElseThrow().story()).hasSize(1));
        for (int i = 0; i < 30; i++) {
            var entry = entries.record(reference, "record-contact", "Contact", JsonNodeFactory.instance.objectNode().put("said", "said " + i), "lead");
            chronology.writeOf(entry, "Contact had", LocalDate.of(2026, 3, 1).plusDays(i));
        }
        var later = count.of(() -> assertThat(pages.of(reference).orElseThrow().story()).hasSize(31));

        assertThat(later.statements()).as(later.repeated()).isEqualTo(atFirst.statements()).isLessThanOrEqualTo(AT_MOST);
    }
}
