package org.lianfu.credit;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb(shared = "credit")
class CreditSummaryMariaDbTest extends CreditSummaryContract {}
