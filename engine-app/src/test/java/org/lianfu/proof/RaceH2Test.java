package org.lianfu.proof;

import org.lianfu.testing.OnH2;

@OnH2(shared = "proof")
class RaceH2Test extends RaceContract {}
