package org.lianfu.directory.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Presence;
import org.lianfu.directory.SignInDesk;
import org.lianfu.directory.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The two entrances. The API knows bearer tokens and nothing else, pages know the session and nothing else. Which address
 * is open to whom stands in {@link Doors}; what no rule names is not there.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " object-src 'none'";
    static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final String NO_FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
    private static final String PERSON = "person";

    @Bean
    RequestCache requestCache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        cache.setRequestMatcher(request -> paths.matcher(HttpMethod.GET, "/**").matches(request)
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/login"));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Who is signed in where in this process; one session too many ends the oldest. */
    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ended or got another id. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiEntrance(HttpSecurity http, Doors doors, ApiDoorkeeper doorkeeper, SignInDesk desk)
            throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new OrRequestMatcher(paths.matcher("/api/**"), paths.matcher("/actuator/**")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(doorkeeper)
                        .accessDeniedHandler(doorkeeper)
                        .opaqueToken(opaque -> opaque.introspector(introspector(desk))
                                .authenticationConverter(
                                        (token, principal) -> new SignedIn(principal.<Presence>getAttribute(PERSON)))))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .headers(headers -> headers(headers, API_POLICY))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(doors))
                .build();
    }

    private static OpaqueTokenIntrospector introspector(SignInDesk desk) {
        return token -> {
            Presence owner = desk.tokenOwner(token).orElseThrow(() -> new BadOpaqueTokenException("dead or unknown"));
            return new DefaultOAuth2AuthenticatedPrincipal(
                    owner.actor().login(), Map.of(PERSON, owner), AuthorityUtils.NO_AUTHORITIES);
        };
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageEntrance(
            HttpSecurity http,
            Doors doors,
            PageDoorkeeper doorkeeper,
            SignInAnswers signIn,
            RequestCache requestCache,
            Directory directory,
            Clock clock,
            @Value("${lianfu.session.idle}") Duration idle,
            @Value("${lianfu.session.longest}") Duration longest,
            @Value("${lianfu.session.most}") int most,
            SessionRegistry sessions)
            throws Exception {
        return http.authenticationProvider(signIn)
                .requestCache(cache -> cache.requestCache(requestCache))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(signIn).failureHandler(signIn))
                .sessionManagement(session -> session.maximumSessions(most)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(over -> PageDoorkeeper.toSignIn(
                                over.getRequest(),
                                over.getResponse(),
                                "/login?expired",
                                HttpServletResponse.SC_UNAUTHORIZED)))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .addFilterBefore(new AddressKeeper(doors), CsrfFilter.class)
                .addFilterAfter(new SessionKeeper(directory, clock, idle, longest), SecurityContextHolderFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .headers(headers -> headers(headers, PAGE_POLICY))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(doors))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(true))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(features -> features.policy(NO_FEATURES));
    }
}
