package org.lianfu.credit;

import org.lianfu.testing.OnH2;

@OnH2(shared = "credit")
class PoolH2Test extends PoolContract {}
