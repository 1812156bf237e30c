package org.lianfu.rows;

import org.mybatis.spring.boot.autoconfigure.SqlSessionFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives MyBatis the house's {@link RowPlans}. */
@Configuration(proxyBeanMethods = false)
public class Setup {

    @Bean
    static SqlSessionFactoryBeanCustomizer rowPlans() {
        return factory -> factory.setConfiguration(new RowPlans());
    }
}
