package org.lianfu.engine;

import org.lianfu.testing.OnH2;

@OnH2(shared = "engine")
class FlowH2Test extends FlowContract {}
