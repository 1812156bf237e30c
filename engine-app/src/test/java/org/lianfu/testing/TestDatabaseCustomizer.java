package org.lianfu.testing;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives the context of a class with {@link OnH2} or {@link OnMariaDb} its database, and the {@link TestClock}. */
public class TestDatabaseCustomizer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
        OnH2 h2 = TestContextAnnotationUtils.findMergedAnnotation(test, OnH2.class);
        if (h2 != null) {
            return new Customizer(
                    TestDatabases.Kind.H2, h2.shared().isEmpty() ? test.getName() : "shared:" + h2.shared());
        }
        OnMariaDb mariaDb = TestContextAnnotationUtils.findMergedAnnotation(test, OnMariaDb.class);
        return mariaDb == null
                ? null
                : new Customizer(
                        TestDatabases.Kind.MARIADB,
                        mariaDb.shared().isEmpty() ? test.getName() : "shared:" + mariaDb.shared());
    }

    /** Equal for the classes that may share a context. */
    record Customizer(TestDatabases.Kind kind, String key) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            String hint = key.substring(Math.max(key.lastIndexOf('.'), key.lastIndexOf(':')) + 1);
            TestDatabases.Address address = TestDatabases.fresh(kind, hint);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test-database",
                            Map.of(
                                    "spring.datasource.url", address.url(),
                                    "spring.datasource.username", address.user(),
                                    "spring.datasource.password", address.password(),
                                    "spring.datasource.hikari.maximum-pool-size", "8",
                                    "spring.datasource.hikari.minimum-idle", "1")));
            BeanDefinition clock = new RootBeanDefinition(TestClock.class);
            clock.setPrimary(true);
            ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("testClock", clock);
        }
    }
}
