package org.lianfu.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Refused;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Words refusals as problem answers, and holds the refusals that any module may say. */
@Component
public class Problems {

    /** Missing, or someone else's: one answer for both, so that nobody learns what exists. */
    public static final Refusal MISSING = Refusal.of("http.missing", Kind.MISSING);

    public static final Refusal FORBIDDEN = Refusal.of("http.forbidden", Kind.FORBIDDEN);
    public static final Refusal NOT_SIGNED_IN = Refusal.of("http.not-signed-in", Kind.NOT_SIGNED_IN);
    public static final Refusal MALFORMED = Refusal.of("http.malformed", Kind.MALFORMED);
    public static final Refusal CONCURRENT = Refusal.of("http.concurrent", Kind.CONFLICT);

    /** Name of an argument that also becomes the Retry-After header, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    private final Messages messages;
    private final ObjectMapper json;

    public Problems(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public Problem of(Refused refused, Locale locale, String instance) {
        Refusal refusal = refused.refusal();
        return of(
                refusal.kind().status(),
                refusal.code(),
                refusal.clause(),
                refused.arguments(),
                refused.faults(),
                locale,
                instance);
    }

    /** A no that is not a business refusal: a status of the protocol. */
    public Problem of(int status, String code, Locale locale, String instance) {
        return of(status, code, "", Map.of(), List.of(), locale, instance);
    }

    private Problem of(
            int status,
            String code,
            String clause,
            Map<String, ?> arguments,
            List<Fault> faults,
            Locale locale,
            String instance) {
        String title = "http.title." + status;
        return new Problem(
                "urn:lianfu:problem:" + code,
                messages.text(messages.has(title) ? title : "http.title.500", locale),
                status,
                messages.text("refusal." + code, locale, arguments),
                instance,
                code,
                clause,
                faults.stream().map(fault -> error(fault, locale)).toList());
    }

    /** A code that a program's own decision gives stands in no bundle: the program says its reason, and the clause. */
    private Problem.Error error(Fault fault, Locale locale) {
        String key = "fault." + fault.code();
        boolean ofProgram = !messages.has(key) && fault.arguments().containsKey("reason");
        return new Problem.Error(
                fault.pointer(),
                fault.code(),
                messages.text(ofProgram ? "fault.of-program" : key, locale, fault.arguments()),
                fault.warning());
    }

    /** The path the client asked for, also while the error page is being drawn. */
    public static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** Writes a problem past content negotiation, so that it also answers a client who accepts nothing we have. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }

    /** Answers a refusal from a filter, where no controller advice reaches. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        Object seconds = refused.arguments().get(RETRY_AFTER);
        if (seconds != null) {
            response.setHeader("Retry-After", seconds.toString());
        }
        write(response, of(refused, Languages.accepted(request), path(request)));
    }
}
