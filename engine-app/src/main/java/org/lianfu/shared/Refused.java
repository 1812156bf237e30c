package org.lianfu.shared;

import java.util.List;
import java.util.Map;

/** Thrown when an act is refused; rolls the act back. Carries the arguments of the sentence and every fault at once. */
public class Refused extends RuntimeException {

    private final transient Refusal refusal;
    private final transient Map<String, ?> arguments;
    private final transient List<Fault> faults;

    public Refused(Refusal refusal, Map<String, ?> arguments, List<Fault> faults) {
        super(refusal.code() + " " + arguments + (faults.isEmpty() ? "" : " " + faults));
        this.refusal = refusal;
        this.arguments = Map.copyOf(arguments);
        this.faults = List.copyOf(faults);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Named arguments of the sentence, for {@code {name}} placeholders in the message bundle. */
    public Map<String, ?> arguments() {
        return arguments;
    }

    public List<Fault> faults() {
        return faults;
    }
}
