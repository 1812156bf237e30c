package org.lianfu.engine;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class OneTransactionMariaDbTest extends OneTransactionContract {}
