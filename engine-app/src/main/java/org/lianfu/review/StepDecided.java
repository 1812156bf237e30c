package org.lianfu.review;

import org.lianfu.application.CaseFile;
import org.lianfu.shared.Actor;

/**
 * A step has been decided; told inside the transaction, before the case moves on.
 *
 * @param actor whose voice decided it: a person, or the system for an answer from outside
 */
public record StepDecided(CaseFile file, Step step, Actor actor, Voice voice) {}
