package org.lianfu.program.pack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examples whose dates are told from the day on which they are shown: {@code today}, {@code today+12m}, {@code today-3d}. */
final class Examples {

    /** A day on which an example is tried when none is asked for. */
    static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 5);

    private static final Pattern DAY = Pattern.compile("today(?:([+-]\\d{1,4})([dm]))?");

    private Examples() {}

    /** The same answers with the dates of that day, at every depth of maps. */
    @SuppressWarnings("unchecked")
    static <T> Map<String, T> on(LocalDate today, Map<String, T> answers) {
        Map<String, T> dated = new LinkedHashMap<>();
        answers.forEach((key, value) -> dated.put(key, (T) value(today, value)));
        return dated;
    }

    @SuppressWarnings("unchecked")
    private static Object value(LocalDate today, Object value) {
        if (value instanceof Map<?, ?> map) {
            return on(today, (Map<String, Object>) map);
        }
        Matcher day = value instanceof String text ? DAY.matcher(text) : null;
        if (day == null || !day.matches()) {
            return value;
        }
        if (day.group(1) == null) {
            return today.toString();
        }
        long count = Long.parseLong(day.group(1));
        return (day.group(2).equals("d") ? today.plusDays(count) : today.plusMonths(count)).toString();
    }
}
