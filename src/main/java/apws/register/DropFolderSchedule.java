package apws.register;

import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import apws.imports.Imports;
import apws.pupil.ParentFiles;
import apws.pupil.PupilFiles;
import apws.pupil.SchoolFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks into the drop folder from time to time, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("apws.imports.folder.drop")
@EnableScheduling
class DropFolderSchedule {

    @Bean
    DropFolder dropFolder(FolderSettings settings, SchoolFiles schools, PupilFiles pupils, ParentFiles parents, RegisterFiles registers,
                          Imports imports, ClusterLock turn, SchoolCalendar calendar, TransactionTemplate transaction, ObjectMapper json) {
        return new DropFolder(settings, schools, pupils, parents, registers, imports, turn, calendar, transaction, json);
    }

    @Bean
    SchedulingConfigurer dropFolderLooks(DropFolder folder, FolderSettings settings) {
        return tasks -> tasks.addFixedDelayTask(folder::look, settings.every());
    }
}
