package org.lianfu.engine;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class ReturnMariaDbTest extends ReturnContract {}
