package org.lianfu.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;

/**
 * What happened, before it is chained. Immutable: every method answers a new entry. Codes, hashes and amounts stand in
 * clear; what people wrote or what names a person goes into {@link #details} and enters the chain as a commitment only.
 * Without {@link #audience} an entry is for SCHEME.
 */
public final class Entry {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)+");

    /** The longest code that may stand in clear, in characters. */
    private static final int LONGEST_CODE = 120;

    /** So many digits in a row are a number of a person, an account or a telephone, and no code. */
    private static final int DIGITS_OF_PEOPLE = 11;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Proof that stands elsewhere: a file, an answers version, a model. */
    public record Evidence(String kind, String sha256) {}

    /** The version of the rules that applied. */
    public record Model(ProgramRef ref, String sha256) {}

    final String type;
    final Actor actor;
    final String role;
    final String from;
    final String to;
    final Money amount;
    final Subject about;
    final List<Evidence> evidence;
    final Model model;
    final Map<String, String> data;
    final Map<String, Object> details;
    final Set<Audience> audience;
    final String request;

    private Entry(Draft d) {
        type = d.type;
        actor = d.actor;
        role = d.role;
        from = d.from;
        to = d.to;
        amount = d.amount;
        about = d.about;
        evidence = List.copyOf(d.evidence);
        model = d.model;
        data = new TreeMap<>(d.data);
        details = new TreeMap<>(d.details);
        audience = d.audience.isEmpty() ? EnumSet.noneOf(Audience.class) : EnumSet.copyOf(d.audience);
        request = d.request;
    }

    /**
     * @param type dotted words, for example {@code application.submitted}
     */
    public static Entry of(String type, Actor actor) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a type of entry: " + type);
        }
        Draft draft = new Draft();
        draft.type = type;
        draft.actor = Objects.requireNonNull(actor);
        draft.role = String.join(",", actor.roles().stream().sorted().toList());
        draft.audience = EnumSet.of(Audience.SCHEME);
        return new Entry(draft);
    }

    /** The role under which the actor acted here; without it all roles held are named. */
    public Entry as(String role) {
        return with(d -> d.role = code(role));
    }

    /** The state before and after. */
    public Entry move(String from, String to) {
        return with(d -> {
            d.from = code(from);
            d.to = code(to);
        });
    }

    public Entry amount(Money amount) {
        return with(d -> d.amount = amount);
    }

    /** The thing inside the subject that this is about, for example a step or a payment. */
    public Entry about(String kind, String id) {
        return with(d -> d.about = new Subject(kind, id));
    }

    /** Adds a proof by its hash. */
    public Entry evidence(String kind, String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + sha256);
        }
        return with(d -> d.evidence.add(new Evidence(code(kind), sha256)));
    }

    public Entry model(ProgramRef program, String sha256) {
        return with(d -> d.model = new Model(program, sha256));
    }

    /**
     * Adds a code in clear, for example {@code element=investigate}.
     *
     * @throws IllegalArgumentException when the value is not a code: prose and numbers that identify people belong into
     *     {@link #details}
     */
    public Entry data(String name, String code) {
        return with(d -> d.data.put(code(name), code(code)));
    }

    /** Adds what may be personal: kept apart, erasable, and in the chain only as a commitment. */
    public Entry details(Map<String, ?> personal) {
        return with(d -> d.details.putAll(personal));
    }

    /** Who may read more than type, time, hash, organisation and role. */
    public Entry audience(Audience... audience) {
        return audience(List.of(audience));
    }

    public Entry audience(Collection<Audience> audience) {
        return with(d -> d.audience = audience.isEmpty() ? EnumSet.noneOf(Audience.class) : EnumSet.copyOf(audience));
    }

    /** SHA-256 of the idempotency key of the request behind this; {@link Request} says which it is. */
    Entry request(String sha256) {
        return with(d -> d.request = sha256);
    }

    public String type() {
        return type;
    }

    private static String code(String text) {
        if (!isCode(text)) {
            throw new IllegalArgumentException("not a code, so it may not stand in clear in the trail: " + text);
        }
        return text;
    }

    /** Letters and digits of ASCII and {@code . _ : , @ / + -}; a loop, because an act asks this of dozens of texts. */
    static boolean isCode(String text) {
        if (text == null || text.length() > LONGEST_CODE) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits = digit ? digits + 1 : 0;
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (digits == DIGITS_OF_PEOPLE || !digit && !letter && "._:,@/+-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private Entry with(java.util.function.Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.type = type;
        draft.actor = actor;
        draft.role = role;
        draft.from = from;
        draft.to = to;
        draft.amount = amount;
        draft.about = about;
        draft.evidence.addAll(evidence);
        draft.model = model;
        draft.data.putAll(data);
        draft.details.putAll(details);
        draft.audience = audience;
        draft.request = request;
        change.accept(draft);
        return new Entry(draft);
    }

    private static final class Draft {
        String type;
        Actor actor;
        String role;
        String from;
        String to;
        Money amount;
        Subject about;
        final List<Evidence> evidence = new ArrayList<>();
        Model model;
        final Map<String, String> data = new TreeMap<>();
        final Map<String, Object> details = new TreeMap<>();
        Set<Audience> audience;
        String request;
    }
}
