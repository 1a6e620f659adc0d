package apws.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one front of the application: Camunda's web applications, the engine's REST API, our own endpoints and pages, all behind one sign-in.
 * People sign in on a page and keep a session; programs send their user id and password with each request to the REST APIs.
 */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

    /** Read by scripts of ours, which send it back as the header X-XSRF-TOKEN. Not Camunda's own cookie, which is called XSRF-TOKEN. */
    static final String CSRF_COOKIE = "APWS-XSRF-TOKEN";

    private static final RequestMatcher WEBAPPS = withDefaults().matcher("/camunda/**");
    private static final RequestMatcher SIGN_IN = withDefaults().matcher("/sign-in");

    /** The button "Sign out" of Tasklist, Cockpit, Admin and Welcome; without their token, which another site does not know, it is refused. */
    private static final RequestMatcher WEBAPPS_SIGN_OUT =
            withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
    private static final RequestMatcher OUR_SIGN_OUT = withDefaults().matcher(HttpMethod.POST, "/sign-out");

    private static final RequestMatcher FOR_PROGRAMS = anyOf("/engine-rest/**", "/api/**", "/actuator/**");

    /** What anybody may have: the way in, how it looks, and whether the application is alive. */
    private static final RequestMatcher OPEN =
            anyOf("/sign-in", "/sign-in.css", "/favicon.svg", "/actuator/health/liveness", "/actuator/health/readiness");

    /** Camunda's own ways in: its first administrator, whom ours is instead, and its own sign-in, which ours is instead; its own way out. */
    private static final RequestMatcher CLOSED = anyOf("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/admin/auth/user/*/logout");

    /** What web applications load once and keep: it is the same for everybody. */
    private static final RequestMatcher WEBAPPS_OWN_FILES = anyOf("/camunda/lib/**", "/camunda/assets/**", "/camunda/app/**");

    private static final String CONTENT_POLICY = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final IdentityService identity;
    private final People people;
    private final AccessSettings settings;
    private final EngineCalls calls;
    private final TasksInSight tasks;
    private final PasswordCheck passwords;

    SignInSecurity(IdentityService identity, People people, AccessSettings settings, EngineCalls calls, TasksInSight tasks,
            PasswordCheck passwords) {
        this.identity = identity;
        this.people = people;
        this.settings = settings;
        this.calls = calls;
        this.tasks = tasks;
        this.passwords = passwords;
    }

    /** Programs: a password with every request, no session, and so nothing that another web site could make a browser use. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        var withPassword = new AndRequestMatcher(FOR_PROGRAMS,
                request -> startsWith(request.getHeader(HttpHeaders.AUTHORIZATION), "Basic "));
        return http.securityMatcher(withPassword)
                .authorizeHttpRequests(SignInSecurity::whoMayDoWhat)
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge()))
                .csrf(CsrfConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SignInSecurity::headers)
                .addFilterBefore(new EngineSignIn(identity, people, settings.longestSession()), AuthorizationFilter.class)
                .addFilterAfter(new EngineDoor(calls, tasks, passwords, settings.largestCall().toBytes()), AuthorizationFilter.class)
                .build();
    }

    /** People, in a browser. */
    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(SignInSecurity::whoMayDoWhat)
                .formLogin(form -> form.loginPage("/sign-in").successHandler(new OpensWhatWasAskedFor()).failureUrl("/sign-in?refused"))
                .logout(SignInSecurity::signOut)
                .csrf(SignInSecurity::csrf)
                // a new session with nothing of the old one, whoever it was
                .sessionManagement(session -> session.sessionFixation().newSession())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(this::whereToSignIn)
                .headers(SignInSecurity::headers)
                .addFilterBefore(new EngineSignIn(identity, people, settings.longestSession()), AuthorizationFilter.class)
                .addFilterAfter(new EngineDoor(calls, tasks, passwords, settings.largestCall().toBytes()), AuthorizationFilter.class)
                .build();
    }

    /** What a request says of the server it asks is its own word: where the names of the server are known, it is asked under no other. */
    @Bean
    HttpFirewall addresses() {
        var firewall = new StrictHttpFirewall();
        if (!settings.hostNames().isEmpty()) {
            firewall.setAllowedHostnames(settings.hostNames()::contains);
        }
        return firewall;
    }

    @Bean
    FilterRegistrationBean<PlainRequests> plainRequests() {
        var filter = new FilterRegistrationBean<>(new PlainRequests());
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    /** Whoever is signed in here is signed in to Tasklist, Cockpit and Admin. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignIn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("Container Based Authentication Filter");
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, ContainerBasedAuthenticationProvider.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    private static void whoMayDoWhat(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                .requestMatchers(OPEN).permitAll()
                .requestMatchers(CLOSED).denyAll()
                .requestMatchers(anyOf("/actuator/**")).hasAuthority(Roles.ADMINISTRATOR)
                .anyRequest().authenticated();
    }

    private static void signOut(LogoutConfigurer<HttpSecurity> signOut) {
        signOut.logoutRequestMatcher(new OrRequestMatcher(OUR_SIGN_OUT,
                        new AndRequestMatcher(WEBAPPS_SIGN_OUT, SignInSecurity::hasTheWebappsToken)))
                .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), WEBAPPS_SIGN_OUT)
                .defaultLogoutSuccessHandlerFor(toSignInPage(), OUR_SIGN_OUT)
                .deleteCookies("JSESSIONID");
    }

    private static SimpleUrlLogoutSuccessHandler toSignInPage() {
        var handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl("/sign-in?signed-out");
        return handler;
    }

    /** Camunda checks tokens of its own in its web applications. Whoever is not signed in is told that, not that a token is missing. */
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        var handler = new CsrfTokenRequestAttributeHandler();
        // with every answer, so that scripts find the cookie whichever page was opened first
        handler.setCsrfRequestAttributeName(null);
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(handler)
                .requireCsrfProtectionMatcher(new AndRequestMatcher(CsrfFilter.DEFAULT_CSRF_MATCHER, new NegatedRequestMatcher(WEBAPPS),
                        request -> SIGN_IN.matches(request) || SecurityContextHolder.getContext().getAuthentication() != null));
    }

    /** Pages lead to the sign-in page; scripts and programs get 401, programs with the way to authenticate. */
    private void whereToSignIn(ExceptionHandlingConfigurer<HttpSecurity> handling) {
        var signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
        signIn.setFavorRelativeUris(true);
        handling.defaultAuthenticationEntryPointFor(signIn, SignInSecurity::isForAPage)
                .defaultAuthenticationEntryPointFor(challenge(), new AndRequestMatcher(FOR_PROGRAMS, SignInSecurity::isNotFromAScript))
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true);
    }

    private AuthenticationEntryPoint challenge() {
        var challenge = new BasicAuthenticationEntryPoint();
        challenge.setRealmName(settings.productName());
        return challenge;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(WEBAPPS_OWN_FILES), SignInSecurity::neverKept))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(WEBAPPS),
                        new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY)));
    }

    private static boolean hasTheWebappsToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }

    /** Says it of every answer, also where Camunda's REST API has said less of its own. */
    private static void neverKept(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        response.setHeader(HttpHeaders.PRAGMA, "no-cache");
        response.setHeader(HttpHeaders.EXPIRES, "0");
    }

    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SignInSecurity::isForAPage);
        return cache;
    }

    private static boolean isForAPage(HttpServletRequest request) {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return "GET".equals(request.getMethod()) && html.matches(request) && isNotFromAScript(request);
    }

    private static boolean isNotFromAScript(HttpServletRequest request) {
        return !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    private static boolean startsWith(String header, String scheme) {
        return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static RequestMatcher anyOf(String... paths) {
        return new OrRequestMatcher(Arrays.stream(paths).map(path -> (RequestMatcher) withDefaults().matcher(path)).toList());
    }
}
