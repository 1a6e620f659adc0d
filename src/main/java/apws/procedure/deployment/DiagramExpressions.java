package apws.procedure.deployment;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** What expressions in diagrams reach while they run: the beans for diagrams, and no way from any object to its class or to the engine. */
class DiagramExpressions extends SpringExpressionManager {

    DiagramExpressions(Map<Object, Object> beans) {
        super(null, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new NoWayOut());
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    private static class NoWayOut extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
            refuse(base, method);
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            refuse(base, property);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        private static void refuse(Object base, Object member) {
            if (base instanceof Class<?> || base instanceof ClassLoader
                    || base != null && member != null && ExpressionCheck.WAYS_OUT.contains(member.toString())) {
                throw new ProcessEngineException("An expression in a diagram may not use '%s'".formatted(member));
            }
        }
    }
}
