package org.lianfu.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.lianfu.shared.Times;

/**
 * The only expressions that a model can have evaluated: the name of a catalogue activity, the constant {@code due}, and
 * the facts of the case under way. No property, no method, no function, no assignment: the engine's own manager lets a
 * model run commands of the operating system.
 */
final class SafeEl extends JuelExpressionManager {

    /**
     * A day to come and no more: the engine's timers never fire by themselves, the clock watch fires them. Not later than
     * 2038-01-19, where a server's TIMESTAMP ends: sent as a prepared parameter, a later day is kept as null, without a word.
     */
    static final Date DUE =
            Date.from(LocalDateTime.of(2037, 1, 1, 0, 0).atZone(Times.ZONE).toInstant());

    private final Catalogue catalogue;

    SafeEl(Catalogue catalogue) {
        this.catalogue = catalogue;
        // JEE5 knows no method call at all: such an expression fails when the model is deployed
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
    }

    /** The engine wants to add its own functions; a model calls none. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    protected ELResolver createElResolver() {
        return new Names();
    }

    private Object value(String name) {
        if ("due".equals(name)) {
            return DUE;
        }
        Object activity = catalogue.find(name);
        if (activity != null) {
            return activity;
        }
        if (Movement.underWay() && Movement.current().facts().containsKey(name)) {
            return Movement.current().facts().get(name);
        }
        throw new ELException("no such fact, and nothing of the catalogue: " + name);
    }

    private final class Names extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null) {
                throw new ELException("not allowed: ." + property);
            }
            context.setPropertyResolved(true);
            return value(String.valueOf(property));
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            throw new ELException("not allowed: ." + method + "()");
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ELException("not allowed: to set " + property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }
    }
}
