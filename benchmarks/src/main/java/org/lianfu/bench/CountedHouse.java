package org.lianfu.bench;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link Counted} in front of the house's database, for everything in it: mappers, engine, migrations. */
@Configuration(proxyBeanMethods = false)
public class CountedHouse {

    @Bean
    static BeanPostProcessor counted() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database && !(bean instanceof Counted) ? new Counted(database) : bean;
            }
        };
    }
}
