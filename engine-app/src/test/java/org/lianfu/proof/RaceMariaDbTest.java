package org.lianfu.proof;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb(shared = "proof")
class RaceMariaDbTest extends RaceContract {}
