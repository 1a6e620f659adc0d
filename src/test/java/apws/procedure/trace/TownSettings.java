package apws.procedure.trace;

import apws.StatementCount;
import apws.access.Groups;
import apws.access.Users;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.officer.Officers;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import apws.register.RegisterFiles;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
class TownSettings {

    private static volatile ProcessEngine running;

    /** The engine of the process tests, once one of them has run. */
    static ProcessEngine running() {
        return running;
    }

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }

    /** Whatever is asked of the database goes past the count. */
    @Bean
    static BeanPostProcessor countedDatabase(ObjectProvider<StatementCount> statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? statements.getObject().counting(database) : bean;
            }
        };
    }

    @Bean
    FlowRecorder flowRecorder() {
        return new FlowRecorder();
    }

    @Bean
    StubbedRegister said(SchoolCalendar calendar) {
        return new StubbedRegister(calendar);
    }

    @Bean
    Town town(Schools schools, Pupils pupils, Parents parents, Groups groups, Users users, MovableClock clock, ProcessEngine engine,
              StubbedRegister said, JdbcClient database, RegisterFiles files, SchoolCalendar calendar, Officers officers) {
        running = engine;
        return new Town(schools, pupils, parents, groups, users, clock, engine, said, database, files, calendar, officers);
    }
}
