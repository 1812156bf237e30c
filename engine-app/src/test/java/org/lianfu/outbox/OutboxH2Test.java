package org.lianfu.outbox;

import org.lianfu.testing.OnH2;

@OnH2
class OutboxH2Test extends OutboxContract {}
