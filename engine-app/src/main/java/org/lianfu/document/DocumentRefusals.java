package org.lianfu.document;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;

import org.lianfu.shared.Refusal;

/** Every "no" of the documents. */
final class DocumentRefusals {

    static final Refusal MISSING = Refusal.of("document.missing", Refusal.Kind.MISSING);
    static final Refusal CHAIN_BROKEN = Refusal.of("document.chain-broken", CONFLICT);
    static final Refusal ALTERED = Refusal.of("document.altered", CONFLICT);
    static final Refusal ERASED = Refusal.of("document.erased", CONFLICT);

    private DocumentRefusals() {}
}
