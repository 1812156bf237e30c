package org.lianfu.engine;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.lianfu.engine.activity.Activity;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Everything a model may call: the beans whose class lives in {@code engine.activity}, by bean name. They are found when
 * they are first called, because they stand above the engine.
 */
public final class Catalogue {

    private static final String HOME = Activity.class.getPackageName();

    private final ConfigurableListableBeanFactory beans;
    private volatile Set<String> names;

    Catalogue(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The names that {@code camunda:delegateExpression} may hold. */
    public Set<String> names() {
        if (names == null) {
            Set<String> found = new TreeSet<>();
            for (String name : beans.getBeanNamesForType(JavaDelegate.class, false, false)) {
                Class<?> type = beans.getType(name, false);
                if (type != null
                        && ClassUtils.getUserClass(type).getPackageName().equals(HOME)) {
                    found.add(name);
                }
            }
            names = Collections.unmodifiableSet(found);
        }
        return names;
    }

    /** The activity of that name, or null when the catalogue has none. */
    Object find(String name) {
        return names().contains(name) ? beans.getBean(name) : null;
    }
}
