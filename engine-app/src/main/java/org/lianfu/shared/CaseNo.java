package org.lianfu.shared;

import java.util.regex.Pattern;

/**
 * The number of a case, {@code {程序代码}-{年}-{区划}-{6 digits}}, for example {@code IPP-2026-430204-000123}. It is the
 * engine's business key, the trail's subject and what people say on the telephone.
 */
public record CaseNo(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}-\\d{4}-\\d{6}-\\d{6}");

    public CaseNo {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    public static CaseNo of(String prefix, int year, String regionCode, long sequence) {
        return new CaseNo("%s-%04d-%s-%06d".formatted(prefix, year, regionCode, sequence));
    }

    @Override
    public String toString() {
        return value;
    }
}
