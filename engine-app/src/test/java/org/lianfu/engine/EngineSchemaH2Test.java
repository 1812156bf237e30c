package org.lianfu.engine;

import org.lianfu.testing.OnH2;

@OnH2
class EngineSchemaH2Test extends EngineSchemaContract {}
