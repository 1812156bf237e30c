package org.lianfu.flow;

/**
 * A place where a case waits: one arrival at one user task.
 *
 * @param id the engine's activity instance id; stable from arrival to departure, also across a migration
 * @param element id of the user task in the built model, for example {@code investigate}
 */
public record Token(String id, String element) {}
