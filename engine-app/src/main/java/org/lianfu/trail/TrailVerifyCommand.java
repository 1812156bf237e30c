package org.lianfu.trail;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianfu.shared.Command;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code ./lianfu trail verify}: one line for each chain; exit 0 when all are sound, 1 when one is broken. With a case, a
 * number and a hash, as they stand on a document: whether the chain of that case is sound and its entry has that hash.
 */
@Component
class TrailVerifyCommand implements Command {

    private final Trail trail;
    private final MessageSource messages;

    TrailVerifyCommand(Trail trail, MessageSource messages) {
        this.trail = trail;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "trail-verify";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            return entry(arguments);
        }
        AtomicInteger chains = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();
        trail.verifyAll(verdict -> {
            chains.incrementAndGet();
            if (!verdict.isSound()) {
                broken.incrementAndGet();
            }
            print(verdict);
        });
        System.out.printf("%s %d chains, %d broken%n", broken.get() == 0 ? "PASS" : "FAIL", chains.get(), broken.get());
        return broken.get() == 0 ? 0 : 1;
    }

    private int entry(List<String> arguments) {
        if (arguments.size() != 3 || !arguments.get(1).matches("[1-9][0-9]{0,8}")) {
            say("trail.usage");
            return 2;
        }
        Subject subject = new Subject("case", arguments.get(0));
        long seq = Long.parseLong(arguments.get(1));
        String hash = arguments.get(2);
        Verdict verdict = trail.verify(subject);
        print(verdict);
        boolean has = trail.page(subject, seq - 1, 1).stream()
                .anyMatch(entry -> entry.seq() == seq && entry.hash().equals(hash));
        say(has ? "trail.entry-holds" : "trail.entry-differs", seq, hash);
        boolean pass = has && verdict.isSound();
        System.out.println(pass ? "PASS" : "FAIL");
        return pass ? 0 : 1;
    }

    private void say(String key, Object... where) {
        System.out.println("     " + messages.getMessage(key, where, key, Locale.SIMPLIFIED_CHINESE));
        System.out.println("     " + messages.getMessage(key, where, key, Locale.ENGLISH));
    }

    private void print(Verdict verdict) {
        System.out.printf(
                "%-4s %s  %d entries  head %s%n",
                verdict.isSound() ? "OK" : "FAIL", verdict.subject(), verdict.entries(), verdict.head());
        for (Verdict.Flaw flaw : verdict.flaws()) {
            String key = "trail.flaw." + flaw.code().name().toLowerCase(Locale.ROOT);
            say(key, flaw.seq(), flaw.field());
        }
    }
}
