package apws.procedure.deployment;

import apws.procedure.ForDiagrams;
import apws.procedure.IsoPeriod;
import apws.procedure.ReadsPeriods;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The beans that diagrams may use, by name: those marked {@link ForDiagrams}, and made only when one is used. */
@Component
class DiagramBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private volatile Set<String> names;
    private volatile Set<String> periods;

    DiagramBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean has(String name) {
        return names().contains(name);
    }

    /** The input parameters that a task which calls the bean must give. */
    List<String> needsOf(String name) {
        var marked = beans.findAnnotationOnBean(name, ForDiagrams.class);
        return marked == null ? List.of() : List.of(marked.needs());
    }

    /** Whether something reads the input parameter of this name as an ISO-8601 period. */
    boolean readsAsPeriod(String parameter) {
        if (periods == null) {
            periods = Arrays.stream(beans.getBeanNamesForAnnotation(ReadsPeriods.class))
                    .flatMap(name -> Arrays.stream(beans.findAnnotationOnBean(name, ReadsPeriods.class).value())).collect(Collectors.toSet());
        }
        return periods.contains(parameter);
    }

    /** The places, from 0, at which a method of the bean takes an ISO-8601 period. */
    List<Integer> periodsOf(String name, String method, int parameters) {
        return Arrays.stream(ClassUtils.getUserClass(beans.getType(name)).getMethods())
                .filter(offered -> offered.getName().equals(method) && offered.getParameterCount() == parameters)
                .flatMap(offered -> IntStream.range(0, parameters)
                        .filter(place -> offered.getParameters()[place].isAnnotationPresent(IsoPeriod.class)).boxed())
                .distinct().toList();
    }

    /** Whether the bean itself, not only what every object has, offers the method. */
    boolean offers(String name, String method, int parameters) {
        return Arrays.stream(ClassUtils.getUserClass(beans.getType(name)).getMethods())
                .filter(offered -> offered.getDeclaringClass() != Object.class && !Modifier.isStatic(offered.getModifiers()))
                .anyMatch(offered -> offered.getName().equals(method)
                        && (offered.getParameterCount() == parameters || offered.isVarArgs() && parameters >= offered.getParameterCount() - 1));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && has(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(names());
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream().map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name))).collect(Collectors.toSet());
    }

    private Set<String> names() {
        if (names == null) {
            names = Set.of(beans.getBeanNamesForAnnotation(ForDiagrams.class));
        }
        return names;
    }
}
