package org.lianfu.flow;

import org.lianfu.shared.ProgramRef;

/** Where the engine finds the decision tables of a published version; implemented by the module that keeps the packs. */
public interface PackShelf {

    /**
     * The DMN file of a decision.
     *
     * @throws IllegalStateException when the version has no such decision
     */
    byte[] decision(ProgramRef program, String decision);
}
