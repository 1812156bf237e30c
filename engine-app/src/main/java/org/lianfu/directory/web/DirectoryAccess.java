package org.lianfu.directory.web;

import static org.lianfu.http.AccessRule.open;
import static org.lianfu.http.AccessRule.signedIn;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.lianfu.directory.SignedIn;
import org.lianfu.http.AccessRule;
import org.lianfu.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may reach sign-in, tokens, assets and health; and the {@link Actor} that controllers ask for as an argument. */
@Configuration(proxyBeanMethods = false)
class DirectoryAccess implements WebMvcConfigurer {

    @Bean
    AccessRule.Rules entranceRules() {
        return AccessRule.Rules.of(
                open(GET, "/css/**"),
                open(GET, "/js/**"),
                open(GET, "/img/**"),
                open(GET, "/webjars/**"),
                open(GET, "/favicon.ico"),
                open(GET, "/actuator/health"),
                open(GET, "/actuator/health/liveness"),
                open(GET, "/actuator/health/readiness"),
                open(GET, "/api/openapi.json"),
                open(POST, "/api/v1/tokens"),
                signedIn(DELETE, "/api/v1/tokens/current"));
    }

    @Bean
    @Profile("demo")
    AccessRule.Rules personaRules() {
        return AccessRule.Rules.of(open(GET, "/api/v1/demo/personas"));
    }

    /** The person of this request; null where nobody is signed in and the address is open. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer model,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                        ? person.getPrincipal()
                        : null;
            }
        });
    }
}
