package org.lianfu.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.shared.Compact;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;

/** One answer typed: from what a person or a client wrote to the value that decisions and the trail see. */
final class Typing {

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Field field;
    private final String pointer;
    /** takes a code and its arguments; the caller adds where it was */
    private final BiConsumer<String, Map<String, String>> fault;

    private final java.util.function.Consumer<Fault> foreign;

    Typing(
            Field field,
            String pointer,
            BiConsumer<String, Map<String, String>> fault,
            java.util.function.Consumer<Fault> foreign) {
        this.field = field;
        this.pointer = pointer;
        this.fault = fault;
        this.foreign = foreign;
    }

    /** The typed value; null when there is none or it is wrong. */
    Object type(Object raw) {
        return switch (field.type()) {
            case CHECKBOX -> checkbox(raw);
            case CHECKLIST -> checklist(raw);
            case NUMBER -> number(raw);
            default -> text(raw);
        };
    }

    private Object no(String code) {
        return no(code, Map.of());
    }

    private Object no(String code, Map<String, String> arguments) {
        fault.accept(code, arguments);
        return null;
    }

    private Object missing() {
        return field.limits().required() ? no(field.type().hasOptions() ? "required.choice" : "required") : null;
    }

    private Object checkbox(Object raw) {
        boolean ticked = Boolean.TRUE.equals(raw) || "true".equals(raw) || "on".equals(raw);
        boolean empty = raw == null || Boolean.FALSE.equals(raw) || "false".equals(raw) || "".equals(raw);
        if (!ticked && !empty) {
            return no("type.checkbox");
        }
        return !ticked && field.limits().required() ? no("required.checkbox") : (Object) ticked;
    }

    private Object checklist(Object raw) {
        if (raw == null || "".equals(raw)) {
            return missing();
        }
        if (!(raw instanceof List<?> typed)) {
            return no("type.list");
        }
        for (Object choice : typed) {
            if (!(choice instanceof String value) || field.option(value) == null) {
                return no("option");
            }
        }
        List<String> chosen = new ArrayList<>();
        field.options().stream()
                .map(Field.Option::value)
                .filter(typed::contains)
                .forEach(chosen::add);
        return chosen.isEmpty() ? missing() : chosen;
    }

    private Object number(Object raw) {
        if (raw == null) {
            return missing();
        }
        if (field.kind() == Kind.MONEY && !(raw instanceof String)) {
            return no("money");
        }
        if (!(raw instanceof String) && !(raw instanceof Number)) {
            return no("type.text");
        }
        String text = raw instanceof BigDecimal exact && Math.abs(exact.scale()) < 20
                ? exact.toPlainString()
                : Compact.of(raw.toString());
        if (field.kind() == Kind.PERCENT && text.endsWith("%")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty()) {
            return missing();
        }
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!NUMBER.matcher(text).matches()) {
            return no(field.kind() == Kind.MONEY ? "money" : "number");
        }
        BigDecimal value = new BigDecimal(text);
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int decimals = Math.max(plain.scale(), 0);
        Field.Limits limits = field.limits();
        if (limits.decimals() != null && decimals > limits.decimals()) {
            return field.kind() == Kind.MONEY
                    ? no("money")
                    : no(
                            limits.decimals() == 0 ? "integer" : "decimals",
                            Map.of("digits", limits.decimals().toString()));
        }
        if (limits.min() != null && value.compareTo(limits.min()) < 0) {
            return no(limit("min"), Map.of("min", shown(limits.min())));
        }
        if (limits.max() != null && value.compareTo(limits.max()) > 0) {
            return no(limit("max"), Map.of("max", shown(limits.max())));
        }
        if (field.kind() == Kind.MONEY) {
            return Money.ofYuan(plain.toPlainString()).fen();
        }
        boolean whole = limits.decimals() == null ? decimals == 0 : limits.decimals() == 0;
        return whole ? (Object) plain.longValueExact() : plain.setScale(decimals);
    }

    private String limit(String code) {
        return field.kind() == Kind.MONEY ? "money." + code : code;
    }

    private String shown(BigDecimal limit) {
        return Formats.grouped(limit, field.kind() == Kind.MONEY ? 2 : 0);
    }

    private Object text(Object raw) {
        if (raw == null) {
            return missing();
        }
        if (!(raw instanceof String typed)) {
            return no("type.text");
        }
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return missing();
        }
        int place = TextRules.refusedAt(text, field.type() == Type.TEXTAREA);
        if (place > 0) {
            return no("control-character", Map.of("place", String.valueOf(place)));
        }
        if (field.type() == Type.DATETIME) {
            return date(Compact.of(text));
        }
        if (field.type().choosesOne()) {
            return field.option(text) == null ? no("option") : text;
        }
        return field.kind().isCode() ? code(text) : free(text);
    }

    private Object date(String text) {
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day.toString();
                }
            }
        } catch (DateTimeException e) {
            // 30 February: said below in the same sentence
        }
        return no("date");
    }

    private Object code(String text) {
        if (text.length() > FormReader.TEXT_LENGTH) {
            return free(text);
        }
        Fault wrong = field.kind().check(pointer, text).orElse(null);
        if (wrong != null) {
            foreign.accept(wrong);
        }
        return wrong == null || wrong.warning() ? field.kind().read(text) : null;
    }

    private Object free(String text) {
        Field.Limits limits = field.limits();
        int length = text.codePointCount(0, text.length());
        if (length > limits.maxLength()) {
            return no("too-long", Map.of("max", String.valueOf(limits.maxLength()), "length", String.valueOf(length)));
        }
        if (limits.minLength() != null && length < limits.minLength()) {
            return no("too-short", Map.of("min", limits.minLength().toString(), "length", String.valueOf(length)));
        }
        if (limits.pattern() != null && !TextRules.matches(limits.pattern(), text)) {
            return no(limits.patternMessage() == null ? "pattern" : "pattern.hint");
        }
        return text;
    }
}
