package org.lianfu.http;

import org.lianfu.testing.OnH2;

@OnH2
class IdempotentH2Test extends IdempotentContract {}
