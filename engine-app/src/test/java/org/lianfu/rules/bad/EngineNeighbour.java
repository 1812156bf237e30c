package org.lianfu.rules.bad;

import org.lianfu.engine.EngineRoom;

/** Walks past the flow into the engine's module. */
public record EngineNeighbour(EngineRoom engine) {}
