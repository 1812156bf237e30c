package org.lianfu.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lianfu.http.store.IdempotencyKeys;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.lianfu.trail.Request;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts that a client may send twice and that happen once. The key's row is written in the act's own transaction (two
 * statements), so that a crash leaves both or neither; a refusal rolls both back and the same key may be tried again.
 */
@Component
public class Idempotent {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotent-Replayed";

    static final Refusal KEY_MISSING = Refusal.of("http.idempotency-key-missing", Kind.MALFORMED);
    static final Refusal KEY_FORM = Refusal.of("http.idempotency-key-form", Kind.MALFORMED);
    static final Refusal KEY_REUSED = Refusal.of("http.idempotency-key-reused", Kind.RULE);
    static final Refusal TWIN_RUNNING = Refusal.of("http.idempotency-twin-running", Kind.CONFLICT);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,255}");
    /** How long a twin that still runs is waited for; the connections' lock wait time is not longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How MySQL and MariaDB say that a statement prepared on the server ran longer than it was allowed to. */
    private static final String INTERRUPTED = "70100";

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    public Idempotent(IdempotencyKeys keys, PlatformTransactionManager transactions, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        this.clock = clock;
    }

    /** Does {@code act} once for this key and answers 200 with what it gives. */
    public <T> ResponseEntity<T> answer(HttpServletRequest request, Actor caller, Object body, Supplier<T> act) {
        return answer(request, caller, body, HttpStatus.OK, act);
    }

    /** @param body the request as it was understood; two requests are the same when it is written the same */
    public <T> ResponseEntity<T> answer(
            HttpServletRequest request, Actor caller, Object body, HttpStatus status, Supplier<T> act) {
        String route = request.getMethod() + " " + request.getRequestURI();
        Answer answer = run(caller.login(), route, request.getHeader(HEADER), bytes(body), status.value(), act);
        return response(answer);
    }

    /**
     * Does {@code act} once.
     *
     * @param route method and path
     * @param request bytes that must be the same when the key comes again
     */
    public Answer run(String caller, String route, String key, byte[] request, int status, Supplier<?> act) {
        if (key == null || key.isBlank()) {
            throw KEY_MISSING.because();
        }
        if (!FORM.matcher(key).matches()) {
            throw KEY_FORM.because();
        }
        String id = Digest.hex((caller + "|" + route + "|" + key).getBytes(StandardCharsets.UTF_8));
        String fingerprint = Digest.hex(request);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Request.during(
                        key, () -> transaction.execute(tx -> first(id, caller, route, key, fingerprint, status, act)));
            } catch (KeyTaken taken) {
                Answer earlier = replay(id, fingerprint);
                if (earlier != null) {
                    return earlier;
                }
            }
            // the row's transaction is still open, or has just been rolled back: try again while patience lasts
            if (System.nanoTime() > giveUp) {
                throw TWIN_RUNNING.because(Map.of(Problems.RETRY_AFTER, 1));
            }
        }
    }

    private Answer first(
            String id, String caller, String route, String key, String fingerprint, int status, Supplier<?> act) {
        try {
            keys.insert(id, caller, cut(route), key, fingerprint, Times.micros(clock.instant()));
        } catch (DuplicateKeyException | PessimisticLockingFailureException | QueryTimeoutException e) {
            throw new KeyTaken(e);
        } catch (UncategorizedSQLException e) {
            if (INTERRUPTED.equals(e.getSQLException().getSQLState())) {
                throw new KeyTaken(e);
            }
            throw e;
        }
        Object result = act.get();
        String body = result == null ? null : write(result);
        keys.answered(id, status, body);
        return new Answer(status, body, false);
    }

    private Answer replay(String id, String fingerprint) {
        IdempotencyKeys.Row row = keys.find(id);
        if (row == null || row.status() == 0) {
            return null;
        }
        if (!row.fingerprint().equals(fingerprint)) {
            throw KEY_REUSED.because();
        }
        return new Answer(row.status(), row.body(), true);
    }

    /** The type parameter documents the body; what is sent is the text stored with the first answer. */
    @SuppressWarnings("unchecked")
    private static <T> ResponseEntity<T> response(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        if (answer.body() == null) {
            return response.build();
        }
        return (ResponseEntity<T>)
                response.contentType(MediaType.APPLICATION_JSON).body(new Raw(answer.body()));
    }

    private byte[] bytes(Object body) {
        return body instanceof byte[] raw
                ? raw
                : write(body == null ? Map.of() : body).getBytes(StandardCharsets.UTF_8);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String route) {
        return route.length() <= 200 ? route : route.substring(0, 200);
    }

    /** What was answered, now or the first time. */
    public record Answer(int status, String body, boolean replayed) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private static final class KeyTaken extends RuntimeException {
        KeyTaken(Throwable cause) {
            super(cause);
        }
    }
}
