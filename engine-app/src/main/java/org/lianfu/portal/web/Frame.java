package org.lianfu.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Person;
import org.lianfu.directory.SignedIn;
import org.lianfu.review.NoticeDesk;
import org.lianfu.shared.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around every page: who is signed in, where one can go, the other language. Templates call it {@code @frame}. */
@Component("frame")
public class Frame {

    /** Addresses that forms are sent to and that show no page of their own: the page is what stands before. */
    private static final Pattern ACT = Pattern.compile(
            "^(/tasks/[^/]+|/ops/incidents|/admin/calendar|/admin/directory/people/[^/]+|/admin/directory/limits/[^/]+"
                    + "|/admin/directory|/cases/[^/]+/supplement|/applications/[^/]+/documents)/.*$");

    private final boolean demo;
    private final String version;
    private final ObjectProvider<Directory> directory;

    Frame(Environment environment, ObjectProvider<BuildProperties> build, ObjectProvider<Directory> directory) {
        this.directory = directory;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "0.1" : known.getVersion();
    }

    /** The person signed in, as the header shows it. */
    public record User(String name, String org) {}

    /** One entry of the navigation; {@code key} names its words. */
    public record NavLink(String href, String key, boolean current) {}

    public boolean demo() {
        return demo;
    }

    public String version() {
        return version;
    }

    /** Null when nobody is signed in. */
    public User user() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated() || "anonymousUser".equals(who.getPrincipal())) {
            return null;
        }
        if (!(who instanceof SignedIn person)) {
            return new User(who.getName(), "");
        }
        try {
            return user(person);
        } catch (DataAccessException e) {
            return new User(who.getName(), ""); // the page that says so must not fail for the same reason
        }
    }

    private User user(SignedIn person) {
        Locale locale = LocaleContextHolder.getLocale();
        String org = directory.getObject().nameOf(person.getPrincipal().org()).in(locale);
        String name = directory
                .getObject()
                .person(person.getName())
                .map(Person::name)
                .map(words -> words.in(locale))
                .orElse(person.getName());
        return new User(name, org);
    }

    private static Set<String> roles() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(name -> name.startsWith("ROLE_") ? name.substring("ROLE_".length()) : name)
                        .collect(Collectors.toSet());
    }

    /** Who works with the risk pool or watches over it; as in the access rules. */
    private static final Set<String> POOL = Set.of(PortalPagesAccess.POOL);

    /** Who reads the directory; as in the access rules. */
    private static final Set<String> ADMINISTRATORS = Set.of(PortalPagesAccess.ADMINISTRATORS);

    /** Where this person can go, in order. */
    public List<NavLink> nav() {
        String path = path();
        List<NavLink> links = new ArrayList<>();
        links.add(new NavLink("/", "portal.nav.home", path.equals("/")));
        links.add(new NavLink("/programs", "portal.nav.programs", path.startsWith("/programs")));
        if (user() != null) {
            links.add(new NavLink("/tasks", "portal.nav.tasks", path.startsWith("/tasks")));
            links.add(new NavLink(
                    "/cases", "portal.nav.cases", path.startsWith("/cases") || path.startsWith("/applications")));
        }
        if (roles().stream().anyMatch(POOL::contains)) {
            links.add(new NavLink("/pool", "portal.nav.pool", path.startsWith("/pool")));
        }
        if (roles().contains("OPERATOR")) {
            links.add(new NavLink("/ops/incidents", "portal.nav.incidents", path.startsWith("/ops")));
        }
        if (roles().contains(NoticeDesk.ADMINISTRATOR)) {
            links.add(new NavLink("/admin/calendar", "portal.nav.calendar", path.startsWith("/admin/calendar")));
        }
        if (roles().stream().anyMatch(ADMINISTRATORS::contains)) {
            links.add(new NavLink("/admin/directory", "portal.nav.directory", path.startsWith("/admin/directory")));
        }
        return links;
    }

    /** The same page in the other language; of a page that answers a form, the page where that form stands. */
    public String otherLanguageHref() {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        HttpServletRequest request = request();
        boolean sent = request != null && !"GET".equals(request.getMethod());
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(
                request == null ? "/" : sent ? ACT.matcher(path()).replaceFirst("$1") : path());
        if (request != null && request.getQueryString() != null) {
            here.query(request.getQueryString());
        }
        return here.replaceQueryParam("lang", english ? "zh-CN" : "en").build().toUriString();
    }

    /** The headers htmx sends with every request, as JSON; null where there is nobody to protect. */
    public String csrfHeaders() {
        HttpServletRequest request = request();
        if (user() == null || request == null || !(request.getAttribute("_csrf") instanceof CsrfToken csrf)) {
            return null;
        }
        return "{\"" + csrf.getHeaderName() + "\":\"" + csrf.getToken() + "\"}";
    }

    /** A key for one form of one page: however often it is sent, it acts once. */
    public String once() {
        return Ids.next();
    }

    private static String path() {
        HttpServletRequest request = request();
        if (request == null) {
            return "/";
        }
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith("//") ? "/" : path; // else a link would lead to another host
    }

    private static HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest()
                : null;
    }
}
