package org.lianfu.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.lianfu.shared.Money;
import org.lianfu.shared.Words;

/** Typed values as people read them. */
final class Formats {

    private static final Words YUAN = new Words("元", "yuan");
    private static final Words YES = new Words("是", "Yes");
    private static final Words NO = new Words("否", "No");
    private static final Words DATE = new Words("yyyy年M月d日", "d MMMM yyyy");

    private Formats() {}

    /** With thousands separators and at least {@code decimals} digits; never rounded. */
    static String grouped(BigDecimal number, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, Math.max(number.scale(), 0)));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    /** The unit behind a number in the reader's language; null when there is none. */
    static String unit(Form form, Field field, Locale locale) {
        if (field.kind() == Kind.MONEY) {
            return YUAN.in(locale);
        }
        boolean own = field.unit() != null && field.kind() == Kind.PLAIN;
        return own && english(locale) ? form.english(field.englishKey() + ".unit", field.unit()) : field.unit();
    }

    /** One typed value, a line each: money with separators and unit, dates in words, choices by their label. */
    static List<String> lines(Form form, Field field, Object value, Locale locale) {
        return switch (field.type()) {
            case CHECKBOX -> List.of((Boolean.TRUE.equals(value) ? YES : NO).in(locale));
            case CHECKLIST ->
                ((List<?>) value)
                        .stream()
                                .map(choice -> option(form, field, choice, locale))
                                .toList();
            case RADIO, SELECT -> List.of(option(form, field, value, locale));
            case NUMBER -> List.of(number(form, field, value, locale));
            case DATETIME ->
                List.of(LocalDate.parse(value.toString())
                        .format(DateTimeFormatter.ofPattern(DATE.in(locale), Locale.ENGLISH)));
            default -> value.toString().lines().toList();
        };
    }

    private static String number(Form form, Field field, Object value, Locale locale) {
        String number = field.kind() == Kind.MONEY
                ? grouped(
                        new BigDecimal(Money.ofFen(((Number) value).longValue()).yuan()), 2)
                : grouped(new BigDecimal(value.toString()), 0);
        String unit = unit(form, field, locale);
        return unit == null ? number : "%".equals(unit) ? number + unit : number + " " + unit;
    }

    private static String option(Form form, Field field, Object value, Locale locale) {
        Field.Option option = field.option(String.valueOf(value));
        return option == null ? String.valueOf(value) : form.label(field, option, locale);
    }

    static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
