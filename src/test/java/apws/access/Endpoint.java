package apws.access;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything that answers in the running application, found by asking it rather than by listing what we remember. */
record Endpoint(String method, String path) {

    static Set<Endpoint> of(WebApplicationContext application) {
        var all = new LinkedHashSet<Endpoint>();
        ours(application, all);
        servlets(application.getServletContext(), all);
        jersey("/engine-rest", CamundaRestResources.getResourceClasses(), all);
        jersey("/camunda/api/engine", new EngineRestApplication().getClasses(), all);
        jersey("/camunda/api/admin", new AdminApplication().getClasses(), all);
        jersey("/camunda/api/cockpit", new CockpitApplication().getClasses(), all);
        jersey("/camunda/api/tasklist", new TasklistApplication().getClasses(), all);
        jersey("/camunda/api/welcome", new WelcomeApplication().getClasses(), all);
        return all;
    }

    private static void ours(WebApplicationContext application, Set<Endpoint> all) {
        for (var mapping : application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (var info : mapping.getHandlerMethods().keySet()) {
                var methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
                for (var path : info.getPatternValues()) {
                    for (var method : methods.isEmpty() ? List.of("GET", "POST") : methods) {
                        all.add(new Endpoint(method, filledIn(path)));
                    }
                }
            }
        }
    }

    private static void servlets(ServletContext servlets, Set<Endpoint> all) {
        servlets.getServletRegistrations().values().stream().flatMap(servlet -> servlet.getMappings().stream())
                .forEach(path -> all.add(new Endpoint("GET", path.replace("*", "anything"))));
    }

    private static void jersey(String prefix, Set<Class<?>> resources, Set<Endpoint> all) {
        for (var resource : resources) {
            var path = annotation(resource, Path.class);
            if (path != null) {
                walk(prefix + filledIn("/" + path.value()), resource, 0, all);
            }
        }
    }

    /** A resource's own methods, and those of the resources it leads to. */
    private static void walk(String prefix, Class<?> resource, int depth, Set<Endpoint> all) {
        for (var method : resource.getMethods()) {
            var path = annotation(method, Path.class);
            var verb = verb(method);
            var at = path == null ? prefix : prefix + filledIn("/" + path.value());
            if (verb != null) {
                all.add(new Endpoint(verb, at.replaceAll("/+", "/")));
            } else if (path != null && depth < 8) {
                walk(at, method.getReturnType(), depth + 1, all);
            }
        }
    }

    private static String verb(Method method) {
        return declarations(method).flatMap(one -> Stream.of(one.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null).map(HttpMethod::value).findFirst().orElse(null);
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> type) {
        return declarations(method).map(one -> one.getAnnotation(type)).filter(found -> found != null).findFirst().orElse(null);
    }

    private static <A extends Annotation> A annotation(Class<?> resource, Class<A> type) {
        return supertypes(resource).map(one -> one.getAnnotation(type)).filter(found -> found != null).findFirst().orElse(null);
    }

    /** The method as its class, the classes above it and their interfaces declare it: any of them may carry the annotations. */
    private static Stream<Method> declarations(Method method) {
        return supertypes(method.getDeclaringClass()).flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(one -> one.getName().equals(method.getName()))
                .filter(one -> List.of(one.getParameterTypes()).equals(List.of(method.getParameterTypes())));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(type),
                Stream.concat(supertypes(type.getSuperclass()), Stream.of(type.getInterfaces()).flatMap(Endpoint::supertypes)));
    }

    private static String filledIn(String path) {
        return path.replaceAll("\\{([^{}:]+)[^{}]*(\\{[^{}]*})*[^{}]*}", "anything").replace("**", "anything").replace("*", "anything");
    }
}
