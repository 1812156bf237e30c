package org.lianfu.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.shared.PatentNo;

/**
 * Numbers in examples that no two cases may share: {@code {serial}} stands for six digits, others at each reading, and
 * {@code {check}} for the check digit of the patent number before it.
 */
public final class FreshNumbers {

    private static final Pattern PATENT = Pattern.compile("ZL([0-9]{12})\\.\\{check}");

    private FreshNumbers() {}

    /** The same answers with fresh numbers, at every depth of maps. */
    public static <T> Map<String, T> in(Map<String, T> answers) {
        return in(answers, "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)));
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> in(Map<String, T> answers, String serial) {
        Map<String, T> fresh = new LinkedHashMap<>();
        answers.forEach((key, value) -> fresh.put(key, (T) value(value, serial)));
        return fresh;
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object value, String serial) {
        if (value instanceof Map<?, ?> map) {
            return in((Map<String, Object>) map, serial);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        String numbered = text.replace("{serial}", serial);
        Matcher patent = PATENT.matcher(numbered);
        return patent.matches() ? PatentNo.of(patent.group(1)).value() : numbered;
    }
}
