package org.lianfu.engine;

import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;

/** Why a token is not moved: each of these moves would double a token or leave a case hanging at a join. */
final class FlowRefusals {

    static final Refusal NOT_RUNNING = Refusal.of("flow.not-running", Kind.CONFLICT);
    static final Refusal NO_SUCH_PLACE = Refusal.of("flow.no-such-place", Kind.RULE);
    static final Refusal INSIDE_PARALLEL = Refusal.of("flow.inside-parallel", Kind.RULE);
    static final Refusal INSIDE_REPEATED = Refusal.of("flow.inside-repeated", Kind.RULE);
    static final Refusal NO_COUNTERPART = Refusal.of("flow.no-counterpart", Kind.RULE);
    static final Refusal BRANCHES_CHANGED = Refusal.of("flow.branches-changed", Kind.RULE);
    static final Refusal REPEATED_RENAMED = Refusal.of("flow.repeated-renamed", Kind.RULE);
    static final Refusal MODELS_DIFFER = Refusal.of("flow.models-differ", Kind.RULE);

    private FlowRefusals() {}
}
