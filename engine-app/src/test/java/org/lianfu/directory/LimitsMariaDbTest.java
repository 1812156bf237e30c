package org.lianfu.directory;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class LimitsMariaDbTest extends LimitsContract {}
