package org.lianfu.scenario;

import java.lang.reflect.Method;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ReflectionUtils;

/** Lets every clerk that looks by itself do its round once: what in the running house happens every few seconds. */
public final class Rounds {

    private final ApplicationContext house;

    public Rounds(ApplicationContext house) {
        this.house = house;
    }

    /** Twice, because an answer may be caused by what another clerk has just delivered. */
    public void make() {
        once();
        once();
    }

    private void once() {
        for (String name : house.getBeanDefinitionNames()) {
            Class<?> type = house.getType(name, false);
            if (type != null && type.getPackageName().startsWith("org.lianfu")) {
                Object bean = house.getBean(name);
                Object target = AopProxyUtils.getSingletonTarget(bean);
                call(target == null ? bean : target);
            }
        }
    }

    private static void call(Object clerk) {
        for (Method method : clerk.getClass().getDeclaredMethods()) {
            if (AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)) {
                ReflectionUtils.makeAccessible(method);
                ReflectionUtils.invokeMethod(method, clerk);
            }
        }
    }
}
