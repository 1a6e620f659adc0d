package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody signed in, who sees and may do what their groups are allowed. */
record Person(ProcessEngine engine, String id, List<String> groups) {

    /** Finishes the one task with that id that this person finds on their list. */
    void completes(TaskQuery among, String taskId, Map<String, Object> answers) {
        as(() -> {
            engine.getTaskService().complete(finds(among, taskId).getId(), answers);
            return null;
        });
    }

    Task finds(TaskQuery among, String taskId) {
        return as(() -> {
            var found = among.taskDefinitionKey(taskId).list();
            assertThat(found).as("tasks %s that %s sees", taskId, id).hasSize(1);
            return found.get(0);
        });
    }

    List<Task> seesAmong(TaskQuery tasks) {
        return as(tasks::list);
    }

    /** Starts a process by its start form, as from Tasklist. */
    void starts(String process, Map<String, Object> answers) {
        as(() -> {
            var definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                    .startableInTasklist().singleResult();
            assertThat(definition).as("process %s, as %s sees what can be started", process, id).isNotNull();
            return engine.getFormService().submitStartForm(definition.getId(), answers);
        });
    }

    <T> T as(Supplier<T> work) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.createAuthorityList(groups)));
        engine.getIdentityService().setAuthentication(id, groups);
        try {
            return work.get();
        } finally {
            if (signedIn == null) {
                engine.getIdentityService().clearAuthentication();
            }
            SecurityContextHolder.getContext().setAuthentication(signedIn);
        }
    }
}
