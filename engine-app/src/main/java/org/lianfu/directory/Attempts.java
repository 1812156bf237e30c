package org.lianfu.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.lianfu.directory.store.SignInRows;
import org.lianfu.directory.store.SignInRows.Attempt;
import org.lianfu.shared.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sign-ins that failed, counted by account (existing or not) and by address. From the fifth on, each doubles the wait
 * (api.md, conventions). An office of many people stands behind one address: who has signed in from there lately neither
 * waits for what others do there, nor adds to it (docs/adr/0019-sign-in-and-sessions.md).
 */
@Component
class Attempts {

    private static final Duration FORGET_AFTER = Duration.ofHours(24);
    /** How often a day somebody is noted as known anew: not at every sign-in. */
    private static final Duration NOTED_FOR = Duration.ofDays(1);
    /** So often somebody else may have counted in between. */
    private static final int TRIES = 50;

    private final SignInRows rows;
    private final Clock clock;
    private final int accountAllows;
    private final int addressAllows;
    private final Duration first;
    private final Duration longest;
    private final Duration knownFor;

    Attempts(
            SignInRows rows,
            Clock clock,
            @Value("${lianfu.sign-in.account-failures:5}") int accountAllows,
            @Value("${lianfu.sign-in.address-failures:5}") int addressAllows,
            @Value("${lianfu.sign-in.first-delay:PT30S}") Duration first,
            @Value("${lianfu.sign-in.longest-delay:PT30M}") Duration longest,
            @Value("${lianfu.sign-in.known-for:P30D}") Duration knownFor) {
        this.rows = rows;
        this.clock = clock;
        this.accountAllows = accountAllows;
        this.addressAllows = addressAllows;
        this.first = first;
        this.longest = longest;
        this.knownFor = knownFor;
    }

    /** From when on this login may be tried again from this address; now or earlier when it need not wait. */
    Instant retryAt(String login, String address) {
        long account = retryAt(account(login));
        return Times.instant(isKnown(login, address) ? account : Math.max(account, retryAt(address(address))));
    }

    private long retryAt(String id) {
        Attempt attempt = rows.attempt(id);
        return attempt == null ? 0 : attempt.retryAt();
    }

    /**
     * Counts an attempt at this account before the password is looked at: of guesses that are sent at once, no more are
     * looked at than of guesses sent one after the other.
     *
     * @return false when others were quicker and this one has to wait
     */
    boolean take(String login) {
        return count(account(login), accountAllows);
    }

    /** The password was wrong. */
    void failed(String login, String address) {
        if (!isKnown(login, address)) {
            count(address(address), addressAllows);
        }
    }

    /** The password was right. */
    void succeeded(String login, String address) {
        again(() -> rows.forgetAttempt(account(login)));
        Instant now = clock.instant();
        String id = known(login, address);
        Long seen = rows.known(id);
        if (seen == null) {
            again(() -> rows.forgetKnownBefore(Times.micros(now.minus(knownFor))));
            note(id, now);
        } else if (Times.instant(seen).isBefore(now.minus(NOTED_FOR))) {
            note(id, now);
        }
    }

    private void note(String id, Instant now) {
        if (again(() -> rows.knownAgain(id, Times.micros(now))) == 0) {
            try {
                again(() -> rows.insertKnown(id, Times.micros(now)));
            } catch (DuplicateKeyException anotherWasFirst) {
                // known by the same minute
            }
        }
    }

    private boolean isKnown(String login, String address) {
        Long seen = rows.known(known(login, address));
        return seen != null && !Times.instant(seen).isBefore(clock.instant().minus(knownFor));
    }

    private boolean count(String id, int allows) {
        Instant now = clock.instant();
        long forgetBefore = Times.micros(now.minus(FORGET_AFTER));
        for (int i = 0; i < TRIES; i++) {
            Attempt before = rows.attempt(id);
            if (before == null) {
                if (first(new Attempt(id, 1, Times.micros(now), retryAt(1, allows, now)), forgetBefore)) {
                    return true;
                }
            } else if (before.retryAt() > Times.micros(now)) {
                return false;
            } else {
                int failures = before.lastAt() < forgetBefore ? 1 : before.failures() + 1;
                Attempt counted = new Attempt(id, failures, Times.micros(now), retryAt(failures, allows, now));
                if (again(() -> rows.count(before, counted)) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean first(Attempt attempt, long forgetBefore) {
        again(() -> rows.forgetAttemptsBefore(forgetBefore));
        try {
            again(() -> rows.insertAttempt(attempt));
            return true;
        } catch (DuplicateKeyException anotherWasFirst) {
            return false;
        }
    }

    /**
     * One statement that commits by itself. Where several people or programs count at once the database may ask one of them
     * to step back (deadlock); nothing of it has happened then, so it comes again. Inside a transaction it may not.
     */
    private static int again(IntSupplier statement) {
        for (int i = 1; ; i++) {
            try {
                return statement.getAsInt();
            } catch (PessimisticLockingFailureException stepBack) {
                if (i == TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw stepBack;
                }
            }
        }
    }

    private long retryAt(int failures, int allows, Instant now) {
        return failures < allows ? 0 : Times.micros(now.plus(delay(failures - allows)));
    }

    private Duration delay(int beyond) {
        Duration doubled = first.multipliedBy(1L << Math.min(beyond, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private static String account(String login) {
        return SignInDesk.hash("account|" + login.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return SignInDesk.hash("address|" + address);
    }

    private static String known(String login, String address) {
        return SignInDesk.hash("known|" + login.toLowerCase(Locale.ROOT) + "|" + address);
    }
}
