package org.lianfu.engine;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb(shared = "engine")
class FlowMariaDbTest extends FlowContract {}
