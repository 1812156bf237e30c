package org.lianfu.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.lianfu.directory.store.SignInRows;
import org.lianfu.directory.store.SignInRows.Attempt;
import org.lianfu.shared.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins, counted by account (existing or not) and by address. From the fifth failure of an account on, each
 * doubles the wait. An address may fail more often before it waits, since a whole office stands behind one.
 */
@Component
class Attempts {

    private static final Duration FORGET_AFTER = Duration.ofHours(24);

    private final SignInRows rows;
    private final Clock clock;
    private final int accountAllows;
    private final int addressAllows;
    private final Duration first;
    private final Duration longest;

    Attempts(
            SignInRows rows,
            Clock clock,
            @Value("${lianfu.sign-in.account-failures:5}") int accountAllows,
            @Value("${lianfu.sign-in.address-failures:25}") int addressAllows,
            @Value("${lianfu.sign-in.first-delay:PT30S}") Duration first,
            @Value("${lianfu.sign-in.longest-delay:PT30M}") Duration longest) {
        this.rows = rows;
        this.clock = clock;
        this.accountAllows = accountAllows;
        this.addressAllows = addressAllows;
        this.first = first;
        this.longest = longest;
    }

    /** From when on this login may be tried again from this address. */
    Instant retryAt(String login, String address) {
        long account = retryAt(account(login));
        return Times.instant(Math.max(account, retryAt(address(address))));
    }

    private long retryAt(String id) {
        Attempt attempt = rows.attempt(id);
        return attempt == null ? 0 : attempt.retryAt();
    }

    void failed(String login, String address) {
        count(account(login), accountAllows);
        count(address(address), addressAllows);
    }

    private void count(String id, int allows) {
        Instant now = clock.instant();
        long micros = Times.micros(now);
        long forgetBefore = Times.micros(now.minus(FORGET_AFTER));
        if (rows.countFailure(id, micros, forgetBefore) == 0) {
            try {
                rows.insertAttempt(new Attempt(id, 1, micros, 0));
            } catch (DuplicateKeyException anotherWasFirst) {
                rows.countFailure(id, micros, forgetBefore);
            }
        }
        int failures = rows.attempt(id).failures();
        if (failures >= allows) {
            rows.delay(id, Times.micros(now.plus(delay(failures - allows))));
        }
    }

    private Duration delay(int beyond) {
        Duration doubled = first.multipliedBy(1L << Math.min(beyond, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    void succeeded(String login) {
        String id = account(login);
        if (rows.attempt(id) != null) {
            rows.forgetAttempt(id);
        }
    }

    private static String account(String login) {
        return SignInDesk.hash("account|" + login.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return SignInDesk.hash("address|" + address);
    }
}
