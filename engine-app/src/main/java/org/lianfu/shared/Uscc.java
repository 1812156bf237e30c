package org.lianfu.shared;

import java.util.Map;
import java.util.Optional;

/**
 * The unified social credit code (统一社会信用代码) of an organisation, GB 32100-2015: 18 characters of which the last is
 * a check digit. A wrong character refuses; a wrong check digit only warns, because some codes in use fail it and the
 * register of enterprises has the last word.
 */
public record Uscc(String value) {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    /** Weights of the organisation code in places 9-16, GB 11714-1997. */
    private static final int[] ORG_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public Uscc {
        if (check("", value).filter(fault -> !fault.warning()).isPresent()) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
        value = Compact.upper(value);
    }

    /**
     * What is wrong with the code, if anything: {@code uscc.length} and {@code uscc.character} refuse,
     * {@code uscc.check-digit} and {@code uscc.org-digit} warn.
     */
    public static Optional<Fault> check(String pointer, String typed) {
        String code = Compact.upper(typed);
        int length = code.codePointCount(0, code.length());
        for (int at = 0, place = 1;
                at < code.length() && place <= LENGTH;
                at = code.offsetByCodePoints(at, 1), place++) {
            int symbol = code.codePointAt(at);
            boolean region = place >= 3 && place <= 8;
            if (SYMBOLS.indexOf(symbol) < 0 || region && !(symbol >= '0' && symbol <= '9')) {
                return Optional.of(Fault.of(
                        pointer,
                        "uscc.character",
                        Map.of("character", Character.toString(symbol), "place", String.valueOf(place))));
            }
        }
        if (length != LENGTH) {
            return Optional.of(Fault.of(pointer, "uscc.length", Map.of("length", String.valueOf(length))));
        }
        char expected = checkDigit(code);
        if (code.charAt(LENGTH - 1) != expected) {
            return Optional.of(warning(pointer, "uscc.check-digit", expected));
        }
        char inner = orgDigit(code.substring(8, 16));
        return code.charAt(16) == inner ? Optional.empty() : Optional.of(warning(pointer, "uscc.org-digit", inner));
    }

    /** The 18th character that belongs to the first 17: weights 3^(i-1) mod 31. */
    static char checkDigit(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += SYMBOLS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return SYMBOLS.charAt((31 - sum % 31) % 31);
    }

    private static char orgDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += Character.getNumericValue(body.charAt(i)) * ORG_WEIGHTS[i];
        }
        int rest = 11 - sum % 11;
        return rest == 10 ? 'X' : rest == 11 ? '0' : (char) ('0' + rest);
    }

    private static Fault warning(String pointer, String code, char expected) {
        return new Fault(pointer, code, Map.of("expected", String.valueOf(expected)), true);
    }

    @Override
    public String toString() {
        return value;
    }
}
