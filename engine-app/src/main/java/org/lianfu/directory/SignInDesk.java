package org.lianfu.directory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.PersonRow;
import org.lianfu.directory.store.SignInRows;
import org.lianfu.http.Problems;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The porter: proves who somebody is, hands out access tokens and takes them back, changes passwords. */
@Component
public class SignInDesk {

    public static final Refusal WRONG = Refusal.of("directory.sign-in-wrong", Kind.NOT_SIGNED_IN);
    public static final Refusal DELAYED = Refusal.of("directory.sign-in-delayed", Kind.TOO_MANY);
    public static final Refusal PASSWORD = Refusal.of("directory.password", Kind.RULE);

    /** Somebody else set the password: nothing else is done before it is changed, at /settings/password. */
    public static final Refusal PASSWORD_FIRST = Refusal.of("directory.password-first", Kind.FORBIDDEN);

    /** Argument of {@link #DELAYED}: the instant from which sign-in may be tried again. */
    public static final String RETRY_AT = "retryAt";

    static final Duration TOKEN_LIFE = Duration.ofHours(8);
    static final int TOKENS_A_PERSON = 5;

    private static final int TAKES = 10;

    private static final DateTimeFormatter CLOCK_FACE = DateTimeFormatter.ofPattern("HH:mm");

    private final PersonRows people;
    private final SignInRows rows;
    private final Attempts attempts;
    private final Directory directory;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInDesk(
            PersonRows people,
            SignInRows rows,
            Attempts attempts,
            Directory directory,
            Passwords passwords,
            Clock clock) {
        this.people = people;
        this.rows = rows;
        this.attempts = attempts;
        this.directory = directory;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A new access token; only here in clear. */
    public record Issued(String token, Instant expiresAt) {}

    /**
     * Proves a person by password. The answer is the same for a wrong password, an unknown login and a locked account.
     * Each statement commits by itself: a failure counts although sign-in is refused.
     *
     * @param address where the request comes from
     */
    public Presence signIn(String login, String password, String address) {
        String name = login == null ? "" : login.strip();
        takeAttempt(name, address);
        PersonRow row = people.find(name);
        boolean same = passwords.match(password, row == null ? null : row.passwordHash());
        if (!same || row.locked()) {
            attempts.failed(name, address);
            throw WRONG.because();
        }
        attempts.succeeded(name, address);
        return directory.present(name, "pwd").orElseThrow(WRONG::because);
    }

    private void takeAttempt(String login, String address) {
        refuseWhileDelayed(login, address);
        for (int i = 0; i < TAKES; i++) {
            if (attempts.take(login)) {
                return;
            }
            // whoever was quicker may have signed in meanwhile, and then nobody has to wait
            refuseWhileDelayed(login, address);
        }
        throw WRONG.because();
    }

    private void refuseWhileDelayed(String login, String address) {
        Instant now = clock.instant();
        Instant retryAt = attempts.retryAt(login, address);
        if (retryAt.isAfter(now)) {
            ZonedDateTime minute = retryAt.atZone(Times.ZONE).truncatedTo(ChronoUnit.MINUTES);
            if (minute.toInstant().isBefore(retryAt)) {
                minute = minute.plusMinutes(1);
            }
            long seconds =
                    Math.max(1, Duration.between(now, retryAt).plusMillis(999).toSeconds());
            throw DELAYED.because(
                    Map.of("until", CLOCK_FACE.format(minute), RETRY_AT, retryAt, Problems.RETRY_AFTER, seconds));
        }
    }

    /**
     * A token for eight hours; a sixth one retires the oldest.
     *
     * @throws Refused PASSWORD_FIRST while the password is one that somebody else has set
     */
    @Transactional
    public Issued issueToken(Presence person) {
        if (person.mustChange()) {
            throw PASSWORD_FIRST.because();
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String login = person.actor().login();
        people.lock(login);
        List<String> living = rows.tokens(login);
        living.stream().skip(TOKENS_A_PERSON - 1L).forEach(rows::deleteToken);
        Instant now = clock.instant();
        Instant end = now.plus(TOKEN_LIFE);
        rows.insertToken(hash(token), login, person.epoch(), Times.micros(now), Times.micros(end));
        return new Issued(token, end);
    }

    /** The person who holds this token, with the roles of this moment; empty when the token is dead or unknown. */
    public Optional<Presence> tokenOwner(String token) {
        Instant now = clock.instant();
        return Directory.presence(rows.tokenOwner(hash(token), Times.micros(now), Times.date(now)), "token");
    }

    @Transactional
    public void revokeToken(String token) {
        rows.deleteToken(hash(token));
    }

    /**
     * Sets a person's own new password; every other session and every token of that person ends.
     *
     * @return the person in the new epoch
     */
    @Transactional(noRollbackFor = Refused.class)
    public Presence changePassword(String login, String old, String fresh, String again, String address) {
        takeAttempt(login, address);
        PersonRow row = people.lock(login);
        List<Fault> faults = new ArrayList<>();
        if (row == null || !passwords.match(old, row.passwordHash())) {
            attempts.failed(login, address);
            faults.add(Fault.of("/old", "password.wrong"));
        } else {
            attempts.succeeded(login, address);
        }
        faults.addAll(Passwords.check("/new", login, fresh));
        if (Objects.equals(old, fresh)) {
            faults.add(Fault.of("/new", "password.same"));
        }
        if (!Objects.equals(fresh, again)) {
            faults.add(Fault.of("/again", "password.differs"));
        }
        if (!faults.isEmpty()) {
            throw PASSWORD.with(faults);
        }
        people.setPassword(login, passwords.hash(fresh), false);
        rows.deleteTokens(login);
        return directory.present(login, "pwd").orElseThrow(WRONG::because);
    }

    static String hash(String secret) {
        return Digest.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
