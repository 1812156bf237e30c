package org.lianfu.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.shared.Fault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is kept: bcrypt, never in clear. */
@Component
public class Passwords {

    /** Fewest characters of a password that a person sets (OWASP ASVS 5 V6.2 asks for 8, the site for more). */
    public static final int LEAST = 12;

    /** bcrypt reads no further than this many bytes. */
    private static final int MOST_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt;
    private final String nobody;

    Passwords(@Value("${lianfu.passwords.strength:10}") int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobody = bcrypt.encode("nobody has this password");
    }

    public String hash(String password) {
        return bcrypt.encode(password);
    }

    /** Compares at the same cost whether or not there is a hash, so that time does not tell whether an account exists. */
    boolean match(String typed, String hash) {
        boolean real = hash != null && !hash.isEmpty();
        boolean same = bcrypt.matches(cut(typed), real ? hash : nobody);
        return real && same;
    }

    private static String cut(String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(typed.length(), 200));
    }

    /** Everything wrong with a new password. */
    static List<Fault> check(String pointer, String login, String password) {
        List<Fault> faults = new ArrayList<>();
        String typed = password == null ? "" : password;
        if (typed.codePointCount(0, typed.length()) < LEAST) {
            faults.add(Fault.of(pointer, "password.short", Map.of("least", String.valueOf(LEAST))));
        }
        if (typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(Fault.of(pointer, "password.long", Map.of("most", String.valueOf(MOST_BYTES))));
        }
        if (!login.isEmpty() && typed.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))
                || typed.codePoints().distinct().count() < 5) {
            faults.add(Fault.of(pointer, "password.guessable"));
        }
        return faults;
    }
}
