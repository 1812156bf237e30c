package org.lianfu.credit;

import org.lianfu.testing.OnH2;

@OnH2
class RareNameH2Test extends RareNameContract {}
