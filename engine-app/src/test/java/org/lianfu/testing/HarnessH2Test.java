package org.lianfu.testing;

@OnH2
class HarnessH2Test extends HarnessContract {}
