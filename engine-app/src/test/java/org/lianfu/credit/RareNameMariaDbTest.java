package org.lianfu.credit;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class RareNameMariaDbTest extends RareNameContract {}
