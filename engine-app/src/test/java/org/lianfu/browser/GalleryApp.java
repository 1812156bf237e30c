package org.lianfu.browser;

import org.lianfu.Lianfu;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** A house of pages only: templates, words, languages and the security headers; no database, no engine. */
@TestComponent
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
        excludeName = {
            "org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration"
        })
@ComponentScan(
        basePackageClasses = Lianfu.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.lianfu\\.http\\.(Messages|Languages|Problems)",
                            "org\\.lianfu\\.http\\.web\\.(HttpConfiguration|ErrorAnswers)",
                            "org\\.lianfu\\.portal\\.web\\.(Show|Frame)"
                        }))
@Import(Gallery.class)
class GalleryApp {

    static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " object-src 'none'";

    @Bean
    java.time.Clock clock() {
        return java.time.Clock.fixed(SampleParts.NOW, org.lianfu.shared.Times.ZONE);
    }

    @Bean
    SecurityFilterChain gallery(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP)))
                .addFilterBefore(new Gallery.Signed(), AuthorizationFilter.class)
                .build();
    }
}
