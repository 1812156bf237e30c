package org.lianfu.outbox;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class OutboxMariaDbTest extends OutboxContract {}
