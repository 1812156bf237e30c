package org.lianfu.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Which language a request is answered in: the API by Accept-Language, pages by the cookie {@code lang} and, before the
 * first choice, by Accept-Language. Anything but English is Chinese.
 */
@Component("localeResolver")
public class Languages extends CookieLocaleResolver {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final List<Locale> OFFERED = List.of(CHINESE, Locale.ENGLISH);

    public Languages() {
        super("lang");
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookiePath("/");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(Languages::accepted);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return isApi(request) ? accepted(request) : offered(super.resolveLocale(request));
    }

    @Override
    public org.springframework.context.i18n.LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return () -> resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (!isApi(request)) {
            super.setLocale(request, response, offered(locale));
        }
    }

    /** The language the client asks for in Accept-Language. */
    public static Locale accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return CHINESE;
        }
        for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
            String language = wanted.nextElement().getLanguage();
            for (Locale locale : OFFERED) {
                if (locale.getLanguage().equals(language)) {
                    return locale;
                }
            }
        }
        return CHINESE;
    }

    /** True for a request below {@code /api/}, also when it is being dispatched to the error page. */
    public static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static Locale offered(Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? Locale.ENGLISH : CHINESE;
    }
}
