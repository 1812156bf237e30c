package org.lianfu.testing;

@OnMariaDb
class HarnessMariaDbTest extends HarnessContract {}
