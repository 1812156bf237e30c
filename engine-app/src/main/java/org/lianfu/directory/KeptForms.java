package org.lianfu.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.directory.store.SignInRows;
import org.lianfu.shared.Times;
import org.lianfu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody typed and could not send because the session had ended: sealed, for an hour, for the same person in the
 * same browser. The browser is known by a random cookie that is bound to the person at sign-in; the cookie signs nobody in.
 */
@Component
public class KeptForms {

    public static final String COOKIE = "lianfu-kept";

    static final Duration LIFE = Duration.ofHours(1);
    /** As long as a session may last, and an hour. */
    private static final Duration COOKIE_LIFE = Duration.ofHours(9);

    private static final int MOST = 200_000;

    private final SignInRows rows;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptForms(SignInRows rows, Vault vault, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @param action where the form was going */
    public record Kept(String action, Map<String, List<String>> fields, Instant at) {}

    /** Binds a browser to the person who has just signed in; answers the cookie's value. */
    @Transactional
    public String bind(String login) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        rows.deleteKeptBefore(Times.micros(now.minus(COOKIE_LIFE)));
        rows.insertKept(SignInDesk.hash(cookie), login, Times.micros(now));
        return cookie;
    }

    /** Keeps a form for the person this browser was last bound to; false when it was bound to nobody, or is too large. */
    @Transactional
    public boolean keep(String cookie, String action, Map<String, List<String>> fields) {
        String id = SignInDesk.hash(cookie);
        String text = write(new LinkedHashMap<>(fields));
        if (text.length() > MOST || action.length() > 500) {
            return false;
        }
        return rows.keep(id, action, vault.seal(text, id), Times.micros(clock.instant())) == 1;
    }

    /** Whether something waits for this person in this browser. */
    public boolean waits(String cookie, String login) {
        return cookie != null && living(rows.kept(SignInDesk.hash(cookie)), login);
    }

    /** Hands out what was kept, once, to the person it belongs to. */
    @Transactional
    public Optional<Kept> take(String cookie, String login) {
        if (cookie == null) {
            return Optional.empty();
        }
        String id = SignInDesk.hash(cookie);
        SignInRows.Kept row = rows.kept(id);
        if (!living(row, login)) {
            return Optional.empty();
        }
        rows.keep(id, null, null, Times.micros(clock.instant()));
        return Optional.of(new Kept(row.action(), read(vault.open(row.fields(), id)), Times.instant(row.keptAt())));
    }

    private boolean living(SignInRows.Kept row, String login) {
        return row != null
                && row.action() != null
                && row.login().equals(login)
                && Times.instant(row.keptAt()).plus(LIFE).isAfter(clock.instant());
    }

    private String write(Map<String, List<String>> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, List<String>> read(String text) {
        try {
            return json.readValue(text, new TypeReference<LinkedHashMap<String, List<String>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
