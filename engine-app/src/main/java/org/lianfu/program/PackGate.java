package org.lianfu.program;

import java.util.List;
import java.util.function.Function;
import org.lianfu.shared.ProgramRef;

/**
 * The gate between a pack and the engine: what a model may hold, how it is built, how it is deployed. An interface to
 * break the cycle: the engine stands above this module.
 */
public interface PackGate {

    /**
     * Reads a BPMN model against the allow-list, before any engine sees it.
     *
     * @return everything that is wrong with it; empty when it may be built
     */
    List<Finding> check(String file, byte[] xml);

    /**
     * Puts the parts in place of the call activities {@code part:<name>}, with every id prefixed by the call activity's.
     *
     * @param parts gives the model of a part by its name, null when there is none
     * @return the built model; the same bytes give the same text
     * @throws IllegalArgumentException when a model does not pass {@link #check} or a part is missing
     */
    String build(String file, byte[] model, Function<String, byte[]> parts);

    /**
     * Deploys a built model as this version of this program, inside the caller's transaction. Does nothing when the
     * engine already has it.
     *
     * @throws IllegalArgumentException when the built model does not pass the gate
     * @throws IllegalStateException when the engine has another model under this version
     */
    void deploy(ProgramRef ref, String builtModel);

    /**
     * Reads a DMN file: FEEL only, every row cites its clause, every expression parses.
     *
     * @return everything that is wrong with it; empty when it may be used
     */
    List<Finding> checkDecision(String file, byte[] dmn);
}
