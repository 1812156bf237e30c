package org.lianfu.program;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class PackIntakeMariaDbTest extends PackIntakeContract {}
