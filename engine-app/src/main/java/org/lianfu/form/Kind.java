package org.lianfu.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.lianfu.shared.BankAccount;
import org.lianfu.shared.Cnaps;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Mobile;
import org.lianfu.shared.PatentNo;
import org.lianfu.shared.PersonId;
import org.lianfu.shared.Uscc;

/** The meaning of a field, its custom property {@code kind}. */
public enum Kind {
    /** no meaning beyond its type */
    PLAIN("", Type.TEXTFIELD, null, null, null),
    /** yuan with at most two digits, typed as fen */
    MONEY("money", Type.NUMBER, null, null, null),
    /** 0 to 100 */
    PERCENT("percent", Type.NUMBER, null, null, null),
    USCC("uscc", Type.TEXTFIELD, Uscc::check, text -> new Uscc(text).value(), null),
    PERSON_ID(
            "personId", Type.TEXTFIELD, PersonId::check, text -> new PersonId(text).value(), text -> new PersonId(text)
                    .masked()),
    PATENT_NO("patentNo", Type.TEXTFIELD, PatentNo::check, text -> new PatentNo(text).value(), null),
    ACCOUNT(
            "account",
            Type.TEXTFIELD,
            BankAccount::check,
            text -> new BankAccount(text).value(),
            text -> new BankAccount(text).masked()),
    CNAPS("cnaps", Type.TEXTFIELD, Cnaps::check, text -> new Cnaps(text).value(), null),
    PHONE("phone", Type.TEXTFIELD, Mobile::check, text -> new Mobile(text).value(), text -> new Mobile(text).masked());

    private final String word;
    private final Type type;
    private final BiFunction<String, String, Optional<Fault>> check;
    private final UnaryOperator<String> read;
    private final UnaryOperator<String> mask;

    Kind(
            String word,
            Type type,
            BiFunction<String, String, Optional<Fault>> check,
            UnaryOperator<String> read,
            UnaryOperator<String> mask) {
        this.word = word;
        this.type = type;
        this.check = check;
        this.read = read;
        this.mask = mask;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** As it stands in the file; empty for {@link #PLAIN}. */
    public String word() {
        return word;
    }

    boolean fits(Type other) {
        return type == other;
    }

    /** Whether the value is a code with a standard of its own. */
    boolean isCode() {
        return check != null;
    }

    /** Whether the value is shown masked to those who do not need it in full. */
    public boolean isSensitive() {
        return mask != null;
    }

    Optional<Fault> check(String pointer, String text) {
        return check.apply(pointer, text);
    }

    /** The code as it is stored; only for a text without a refusing fault. */
    String read(String text) {
        return read.apply(text);
    }

    /** The value with its middle hidden; itself where nothing is to hide. */
    String masked(String value) {
        return mask == null ? value : mask.apply(value);
    }
}
