package org.lianfu.trail;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class TrailMariaDbTest extends TrailContract {}
