package org.lianfu.trail;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianfu.shared.Command;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** {@code ./lianfu trail verify}: one line for each chain; exit 0 when all are sound, 1 when one is broken. */
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

    private void print(Verdict verdict) {
        System.out.printf(
                "%-4s %s  %d entries  head %s%n",
                verdict.isSound() ? "OK" : "FAIL", verdict.subject(), verdict.entries(), verdict.head());
        for (Verdict.Flaw flaw : verdict.flaws()) {
            String key = "trail.flaw." + flaw.code().name().toLowerCase(Locale.ROOT);
            Object[] where = {flaw.seq(), flaw.field()};
            System.out.println("     " + messages.getMessage(key, where, key, Locale.SIMPLIFIED_CHINESE));
            System.out.println("     " + messages.getMessage(key, where, key, Locale.ENGLISH));
        }
    }
}
