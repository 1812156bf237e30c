package org.lianfu.engine;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class MigrationMariaDbTest extends MigrationContract {}
