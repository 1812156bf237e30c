package org.lianfu.http;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class IdempotentMariaDbTest extends IdempotentContract {}
