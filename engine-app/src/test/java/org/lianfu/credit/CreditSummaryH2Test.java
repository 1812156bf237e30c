package org.lianfu.credit;

import org.lianfu.testing.OnH2;

@OnH2(shared = "credit")
class CreditSummaryH2Test extends CreditSummaryContract {}
