package org.lianfu.engine;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class FlowMariaDbTest extends FlowContract {}
